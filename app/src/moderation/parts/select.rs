use crate::i18n::Text;
use leptos::prelude::*;

/// A choice of one of a few, with its label.
#[component]
pub fn Select(
    /// `name` and `id` in HTML.
    name: &'static str,
    /// The label.
    label: Text,
    /// Values with their texts.
    options: Vec<(&'static str, String)>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: String,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(value, text)| view! { <option value=value selected=value == chosen>{text}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options}</select>
        </div>
    }
}
