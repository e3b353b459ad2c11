use crate::i18n::Text;
use crate::ui::Complaint;
use leptos::prelude::*;

/// A choice of one of many, the first of which is that none is made.
#[component]
pub fn Choose(
    /// `name` and `id` in HTML.
    name: &'static str,
    /// The label.
    label: Text,
    /// What it says where nothing is chosen.
    none: Text,
    /// Values with their texts.
    options: Vec<(String, String)>,
    /// The value that is chosen.
    chosen: String,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    problem: Option<Text>,
) -> impl IntoView {
    let invalid = problem.is_some();
    let error = problem.map(|text| view! { <Complaint name=name text=text/> });
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {error}
            <select
                id=name
                name=name
                aria-describedby=invalid.then(|| format!("{name}-error"))
                aria-invalid=invalid.then_some("true")
            >
                <option value="">{none}</option>
                {options}
            </select>
        </div>
    }
}
