use crate::i18n::{DraftMsg, SupportMsg, tr, use_lang};
use crate::paths;
use crate::supporters::{NotSure, OwnSupport, SupportersPort};
use crate::ui::{BackLink, Danger, Done, Heading, InnerPage, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The supporters of a draft, for those who write it: the link to share, and how many there are.
#[component]
pub fn SupportersPage() -> impl IntoView {
    let saved = use_saved();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let asked = id.clone();
    let own = async move { port::<SupportersPort>()?.own(&visitor()?, &asked).await };
    answered(own, None, move |own| view! { <Page own=own id=id saved=saved/> }.into_any())
}

#[component]
fn Page(own: OwnSupport, id: String, saved: String) -> impl IntoView {
    let lang = use_lang();
    let OwnSupport { title, link, confirmed, needed } = own;
    let heading = tr(lang, SupportMsg::Own);
    let title = if title.trim().is_empty() { tr(lang, DraftMsg::Untitled).into_owned() } else { title };
    let said = match saved.as_str() {
        "opened" if link.is_some() => Some(SupportMsg::Opened),
        "closed" if link.is_none() => Some(SupportMsg::Closed),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let content = match link {
        Some(link) => view! { <Open id=id.clone() link=link confirmed=confirmed/> }.into_any(),
        None => view! {
            <form class="form" method="post" action=paths::supporters(lang, &id) novalidate=true>
                <p class="help">{tr(lang, SupportMsg::OpenHelp)}</p>
                <button type="submit" class="button" name="action" value="open">{tr(lang, SupportMsg::Open)}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=paths::draft(lang, &id) text=tr(lang, DraftMsg::BackToDraft)/>
            <Heading text=heading/>
            <p class="abstract">{title}</p>
            {said}
            <p>{tr(lang, SupportMsg::OwnLead { needed })}</p>
            {content}
        </InnerPage>
    }
}

/// The link, and how to take it back.
#[component]
fn Open(id: String, link: String, confirmed: u32) -> impl IntoView {
    let lang = use_lang();
    let not_sure = use_context::<NotSure>().map(|NotSure| tr(lang, SupportMsg::NotSure));
    view! {
        <section class="form" aria-labelledby="link">
            <h2 id="link" class="section">{tr(lang, SupportMsg::LinkTitle)}</h2>
            <p><code class="link">{link}</code></p>
            <p>{tr(lang, SupportMsg::LinkHelp)}</p>
            <p><strong>{tr(lang, SupportMsg::Confirmed(confirmed))}</strong></p>
        </section>
        <Danger
            title=tr(lang, SupportMsg::Close)
            text=tr(lang, SupportMsg::CloseText)
            path=paths::supporters(lang, &id)
            action="close"
            label=tr(lang, SupportMsg::Sure)
            help=tr(lang, SupportMsg::SureHelp)
            not_sure=not_sure
        />
    }
}
