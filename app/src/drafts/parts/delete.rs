use crate::i18n::{DraftMsg, tr, use_lang};
use crate::paths;
use crate::ui::Danger;
use leptos::prelude::*;

/// Deleting a draft, once the box is ticked.
#[component]
pub fn Delete(
    /// The draft's id.
    id: String,
    /// Whether it was asked for without the tick.
    not_sure: bool,
    /// Whether the form of its texts is on the page: its fields are sent along, so that nothing typed is lost.
    with_texts: bool,
    /// Whether it changes the texts of a public campaign, which stay.
    changes: bool,
) -> impl IntoView {
    let lang = use_lang();
    let (title, text) = if changes {
        (DraftMsg::DeleteChanges, DraftMsg::DeleteChangesText)
    } else {
        (DraftMsg::Delete, DraftMsg::DeleteText)
    };
    view! {
        <Danger
            title=tr(lang, title)
            text=tr(lang, text)
            path=paths::draft(lang, &id)
            action="delete"
            label=tr(lang, DraftMsg::Sure)
            help=tr(lang, DraftMsg::SureHelp)
            not_sure=not_sure.then(|| tr(lang, DraftMsg::NotSure))
            of=with_texts.then_some("draft")
        />
    }
}
