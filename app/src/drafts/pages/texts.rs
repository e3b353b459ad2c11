use crate::answer::MovedTo;
use crate::campaigns::Slug;
use crate::drafts::{DraftsPort, OwnTexts};
use crate::error::AppError;
use crate::i18n::{AccountMsg, DraftMsg, Lang, RunMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Heading, InnerPage, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A public campaign's texts: the way to change them, and those that have been public.
#[component]
pub fn TextsPage() -> impl IntoView {
    let lang = use_lang();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let texts = async move { port::<DraftsPort>()?.texts(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(texts, None, move |texts| match texts {
        Some(texts) => view! { <Page texts=texts/> }.into_any(),
        None => view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any(),
    })
}

#[component]
fn Page(texts: OwnTexts) -> impl IntoView {
    let lang = use_lang();
    let heading = tr(lang, DraftMsg::TextsTitle);
    let tongue = Tongue::of(&texts.text_lang, lang);
    let revisions = revisions(lang, &texts);
    let OwnTexts { slug, title, editable, draft, .. } = texts;
    let change = match draft {
        _ if !editable => view! { <p class="notice">{tr(lang, DraftMsg::NotEditable)}</p> }.into_any(),
        Some((id, state)) => view! {
            <p>{tr(lang, DraftMsg::ChangesState(state, false))}": "<a href=paths::draft(lang, &id)>{tr(lang, DraftMsg::GoOnChanging)}</a></p>
        }
        .into_any(),
        None => view! {
            <form method="post" action=paths::texts(lang, &slug)>
                <button type="submit" class="button">{tr(lang, DraftMsg::ChangeTexts)}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=heading/>
            <p class="abstract">
                <a href=paths::campaign(lang, &slug) lang=tongue.lang dir=tongue.dir>{title}</a>
            </p>
            <p>{tr(lang, DraftMsg::TextsLead)}</p>
            <p>{tr(lang, DraftMsg::TextsFixed)}" "<a href=paths::run(lang, &slug)>{tr(lang, RunMsg::RunLink)}</a></p>
            {change}
            <section aria-labelledby="revisions">
                <h2 id="revisions" class="section">{tr(lang, DraftMsg::Revisions)}</h2>
                {revisions}
            </section>
        </InnerPage>
    }
}

/// The texts that have been public, the newest first.
fn revisions(lang: Lang, texts: &OwnTexts) -> impl IntoView + use<> {
    let newest = texts.revisions.iter().map(|(number, _)| *number).max().unwrap_or_default();
    let items = texts.revisions.iter().map(|(number, day)| {
        let (since, href) = if *number == newest {
            (DraftMsg::PresentSince, paths::campaign(lang, &texts.slug))
        } else {
            (DraftMsg::EarlierSince, paths::earlier_text(lang, &texts.slug, *number))
        };
        view! { <li><a href=href>{tr(lang, DraftMsg::TextNumber(*number))}</a>", "{tr(lang, since)}" "{day.clone()}</li> }
    });
    view! { <ul role="list">{items.collect_view()}</ul> }
}
