use crate::app::VaultScript;
use crate::i18n::{DraftMsg, KeyMsg as M, tr, use_lang};
use crate::keys::parts::KeyMaker;
use crate::keys::{KeyPage, KeyState, KeysPort, MadeKey};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, InnerPage, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A draft's key: made here in its owner's browser, and removed here.
#[component]
pub fn DraftKeyPage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let page = async move { port::<KeysPort>()?.draft(&visitor()?, lang, &id).await };
    answered(page, None, move |page| view! { <Page page=page saved=saved/> }.into_any())
}

#[component]
fn Page(page: KeyPage, saved: String) -> impl IntoView {
    let lang = use_lang();
    let heading = tr(lang, M::Title);
    let title = match page.title.trim() {
        "" => tr(lang, DraftMsg::Untitled).into_owned(),
        title => title.to_owned(),
    };
    let back = paths::draft(lang, &page.id);
    // An address can be kept and opened later: only what still holds is said.
    let said = (saved == "removed" && !matches!(page.state, KeyState::Made(_)))
        .then(|| view! { <Done text=tr(lang, M::Removed)/> });
    let content = match page.state.clone() {
        KeyState::Making { may_copy } => view! {
            <KeyMaker page=page title=title.clone() may_copy=may_copy/>
            <VaultScript/>
        }
        .into_any(),
        KeyState::Made(key) => view! { <Made id=page.id key=key/> }.into_any(),
        KeyState::Closed => view! { <p>{tr(lang, M::Closed)}</p> }.into_any(),
    };
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=back text=title/>
            <Heading text=heading/>
            {said}
            {content}
        </InnerPage>
    }
}

/// The key that there is.
#[component]
fn Made(id: String, key: MadeKey) -> impl IntoView {
    let lang = use_lang();
    let remove = if key.removable {
        view! {
            <section class="danger" aria-labelledby="remove">
                <h2 id="remove" class="section">{tr(lang, M::Remove)}</h2>
                <p>{tr(lang, M::RemoveText)}</p>
                <form class="form" method="post" action=paths::key(lang, &id)>
                    <input r#type="hidden" name="action" value="remove"/>
                    <button type="submit" class="button-danger">{tr(lang, M::Remove)}</button>
                </form>
            </section>
        }
        .into_any()
    } else {
        view! { <p>{tr(lang, M::Stays)}</p> }.into_any()
    };
    view! {
        <p class="abstract">{tr(lang, M::Made(&key.id, &key.day))}</p>
        <p>{tr(lang, if key.copy { M::CopyKept } else { M::NoCopy })}</p>
        <p>{tr(lang, M::Loss)}</p>
        {remove}
    }
}
