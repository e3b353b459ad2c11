use crate::i18n::{DraftMsg, tr, use_lang};
use leptos::prelude::*;

/// What a moderator said, as it was written.
#[component]
pub fn Remark(
    /// What stands before it.
    before: DraftMsg,
    /// The remark.
    text: String,
) -> impl IntoView {
    view! {
        <div class="notice">
            <p><strong>{tr(use_lang(), before)}</strong></p>
            <blockquote class="quoted">{text}</blockquote>
        </div>
    }
}
