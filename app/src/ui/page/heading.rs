use crate::ui::Tongue;
use leptos::prelude::*;

/// A page's `<h1>`.
#[component]
pub fn Heading(
    /// The text.
    #[prop(into)]
    text: String,
    /// `title` (with the rule above it) or `lede` (the home page's sentence).
    #[prop(default = "title")]
    class: &'static str,
    /// How large a title is set: `short`, `medium`, `long` or `small`.
    #[prop(default = "small")]
    length: &'static str,
    /// The language of the text, where it differs from the page's.
    #[prop(optional)]
    tongue: Tongue,
) -> impl IntoView {
    view! {
        <h1 class=class data-length=(class == "title").then_some(length) lang=tongue.lang dir=tongue.dir>
            {text}
        </h1>
    }
}
