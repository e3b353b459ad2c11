use crate::i18n::Text;
use crate::ui::{Complaint, text_area_content};
use leptos::prelude::*;

/// A field of several lines with its label, its help and what is wrong with it.
#[component]
pub fn LongText(
    /// `name` and `id` in HTML.
    name: &'static str,
    /// The label.
    label: Text,
    /// The help.
    help: Text,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    problem: Option<Text>,
    /// The text in it.
    value: String,
) -> impl IntoView {
    let described_by = match problem {
        Some(_) => format!("{name}-help {name}-error"),
        None => format!("{name}-help"),
    };
    let invalid = problem.is_some().then_some("true");
    let problem = problem.map(|text| view! { <Complaint name=name text=text/> });
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <p class="help" id=format!("{name}-help")>{help}</p>
            {problem}
            <textarea
                id=name
                name=name
                rows="4"
                aria-describedby=described_by
                aria-invalid=invalid
                inner_html=text_area_content(&value)
            ></textarea>
        </div>
    }
}
