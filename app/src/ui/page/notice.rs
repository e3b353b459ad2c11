use crate::ui::{Glyph, Icon};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What was done just before this page, as its address says (`?saved=`).
pub fn use_saved() -> String {
    use_query_map().with_untracked(|query| query.get("saved").unwrap_or_default())
}

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
