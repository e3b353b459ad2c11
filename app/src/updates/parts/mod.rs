//! The parts of this room's pages, one a file.

mod mailing;
mod text_form;

pub(super) use mailing::MailingSection;
pub(super) use text_form::{TextForm, listed};

use super::UpdateAct;
use crate::i18n::{UpdateMsg, tr, use_lang};
use leptos::prelude::*;

/// A button that does something with the update whose page it is on.
#[component]
pub(super) fn ActForm(
    /// What it does.
    act: UpdateAct,
    /// Its text.
    text: UpdateMsg,
    /// `class` in HTML.
    #[prop(default = "button-quiet")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <form method="post" novalidate=true>
            <input r#type="hidden" name="action" value=act.code()/>
            <button type="submit" class=class>{tr(use_lang(), text)}</button>
        </form>
    }
}
