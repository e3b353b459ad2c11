use super::use_slug;
use crate::campaigns::Empty;
use crate::error::AppError;
use crate::i18n::{AccountMsg, Lang, UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, InnerPage, Refusal, Tongue, answered, use_saved};
use crate::updates::{UpdateFormState, UpdateList, UpdateSummary, UpdatesPort, update_limits};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// A campaign's updates, for its team.
#[component]
pub fn UpdatesPage() -> impl IntoView {
    let lang = use_lang();
    let (slug, saved) = (use_slug(), use_saved());
    let list = async move { port::<UpdatesPort>()?.list(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(list, None, move |list| view! { <Page list=list saved=saved/> }.into_any())
}

#[component]
fn Page(list: UpdateList, saved: String) -> impl IntoView {
    let lang = use_lang();
    let UpdateList { slug, title, text_lang, updates } = list;
    let heading = tr(lang, UpdateMsg::Updates);
    let tongue = Tongue::of(&text_lang, lang);
    let campaign = paths::campaign(lang, &slug);
    let state = use_context::<UpdateFormState>();
    let said = (saved == "deleted" && state.is_none()).then(|| view! { <Done text=tr(lang, UpdateMsg::Deleted)/> });
    let too_many = state.as_ref().is_some_and(|state| state.failure.is_none()).then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, UpdateMsg::TooMany(update_limits::UNPUBLISHED_MAX))}</p>
            </div>
        }
    });
    let failure = state.and_then(|state| state.failure);
    let entries = if updates.is_empty() {
        view! { <Empty text=tr(lang, UpdateMsg::NoneYet)/> }.into_any()
    } else {
        let items = updates.into_iter().map(|update| entry(lang, paths::update(lang, &slug, &update.id), update));
        view! { <ul class="sessions" role="list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=heading/>
            {said}
            {too_many}
            <Refusal errors=Vec::new() kept="".into() failure=failure/>
            <p class="abstract">
                <a href=campaign lang=tongue.lang dir=tongue.dir>{title}</a>
            </p>
            <p>{tr(lang, UpdateMsg::Lead)}</p>
            <form method="post" action=paths::updates(lang, &slug) novalidate=true>
                <button type="submit" class="button">{tr(lang, UpdateMsg::Start)}</button>
            </form>
            {entries}
        </InnerPage>
    }
}

/// An update, and where it stands.
fn entry(lang: Lang, path: String, update: UpdateSummary) -> impl IntoView {
    let title = match update.title.trim() {
        "" => tr(lang, UpdateMsg::Untitled).into_owned(),
        title => title.to_owned(),
    };
    let mailing = update.mailing.map(|mailing| tr(lang, UpdateMsg::MailingShort(mailing)).into_owned());
    let state = tr(lang, UpdateMsg::State(update.state, update.sent_back)).into_owned();
    let meta = [Some(state), update.day, mailing].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <p><a href=path>{title}</a></p>
            <span class="meta">{meta}</span>
        </li>
    }
}
