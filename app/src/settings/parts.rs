use super::{PublicPort, PublicState, Switch};
use crate::i18n::{SiteMsg, SwitchMsg, Text, tr, use_lang};
use leptos::prelude::*;
use std::sync::Arc;

/// What is switched off at this moment; nothing where nobody can tell.
pub(crate) fn public_now() -> Arc<PublicState> {
    use_context::<PublicPort>().map(|public| public.now()).unwrap_or_default()
}

/// What the public reads where this is off; `None` where it is not.
pub(crate) fn said_of(switch: Switch) -> Option<Text> {
    let (lang, state) = (use_lang(), public_now());
    state.is_off(switch).then(|| match state.text(switch, lang) {
        Some(text) => text.to_owned().into(),
        None => tr(lang, SwitchMsg::Standard(switch)),
    })
}

/// That something is off, above or in the place of what would be there.
#[component]
pub(crate) fn SwitchedOff(
    /// What the public is to read.
    text: Text,
) -> impl IntoView {
    view! { <p class="notice lines">{text}</p> }
}

/// The notice of those who run the house, above every page.
#[component]
pub(crate) fn HouseNotice() -> impl IntoView {
    let lang = use_lang();
    let text = public_now().notice(lang).map(str::to_owned);
    text.map(|text| {
        view! {
            <aside class="house-notice" aria-label=tr(lang, SiteMsg::HouseNotice)>
                <p class="lines">{text}</p>
            </aside>
        }
    })
}
