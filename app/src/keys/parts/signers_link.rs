use crate::campaigns::Slug;
use crate::i18n::{SignersMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// Leads to the list of a campaign's signers.
#[component]
pub fn SignersLink(
    /// The campaign.
    slug: Slug,
) -> impl IntoView {
    let lang = use_lang();
    view! { <a class="button-quiet" href=paths::signers(lang, &slug)>{tr(lang, SignersMsg::Signers)}</a> }
}
