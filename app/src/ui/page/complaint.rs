use crate::i18n::Text;
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;

/// What is wrong with a control, beside it.
#[component]
pub fn Complaint(
    /// The control's `id`.
    #[prop(into)]
    name: String,
    /// What is wrong, and what to do.
    text: Text,
) -> impl IntoView {
    view! {
        <p class="error" id=format!("{name}-error")>
            <Icon glyph=Glyph::Alert/>
            " "
            {text}
        </p>
    }
}
