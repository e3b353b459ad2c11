use crate::ui::{Glyph, Icon};
use leptos::prelude::*;

/// Says that something was done.
#[component]
pub fn Done(
    /// What.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <p class="notice notice-done" role="status">
            <Icon glyph=Glyph::Check/>
            " "
            {text}
        </p>
    }
}
