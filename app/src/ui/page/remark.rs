use crate::i18n::Text;
use leptos::prelude::*;

/// What a moderator said, as it was written.
#[component]
pub fn Remark(
    /// What stands before it.
    before: Text,
    /// The remark.
    text: String,
) -> impl IntoView {
    view! {
        <div class="notice">
            <p><strong>{before}</strong></p>
            <blockquote class="quoted">{text}</blockquote>
        </div>
    }
}
