use crate::i18n::Text;
use leptos::prelude::*;

/// A choice of one of a few, with its label.
#[component]
pub fn Select<T>(
    /// `name` and `id` in HTML.
    name: &'static str,
    /// The label.
    label: Text,
    /// Values with their texts.
    options: Vec<(T, String)>,
    /// The value that is chosen.
    #[prop(into)]
    chosen: String,
) -> impl IntoView
where
    T: Into<String> + 'static,
{
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let value = value.into();
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options}</select>
        </div>
    }
}
