use super::Complaint;
use crate::i18n::{SiteMsg, Text, tr, use_lang};
use crate::ui::text_area_content;
use leptos::prelude::*;

/// A field of a plain form with label, help and what is wrong: of one line, or of several where `rows` says so.
#[component]
pub fn Line(
    /// `name` and `id` in HTML.
    name: &'static str,
    /// What is asked.
    label: Text,
    /// How to answer, and the bounds.
    #[prop(optional_no_strip)]
    help: Option<Text>,
    /// The text in it.
    value: String,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    problem: Option<Text>,
    /// `type` in HTML.
    #[prop(default = "text")]
    kind: &'static str,
    /// `class` in HTML.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Visible lines, where there are several.
    #[prop(default = 1)]
    rows: u32,
    /// Whether it may stay empty.
    #[prop(default = false)]
    optional: bool,
) -> impl IntoView {
    let lang = use_lang();
    let described_by = [("help", help.is_some()), ("error", problem.is_some())]
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(what, _)| format!("{name}-{what}"))
        .collect::<Vec<_>>()
        .join(" ");
    let described_by = (!described_by.is_empty()).then_some(described_by);
    let invalid = problem.is_some().then_some("true");
    let optional = optional.then(|| view! { " "<span class="optional">"("{tr(lang, SiteMsg::Optional)}")"</span> });
    let help = help.map(|text| view! { <p class="help" id=format!("{name}-help")>{text}</p> });
    let error = problem.map(|text| view! { <Complaint name=name text=text/> });
    let control = if rows > 1 {
        view! {
            <textarea
                id=name
                name=name
                rows=rows.to_string()
                aria-describedby=described_by
                aria-invalid=invalid
                inner_html=text_area_content(&value)
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                r#type=kind
                class=class
                id=name
                name=name
                value=value
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=name>{label}{optional}</label>
            {help}
            {error}
            {control}
        </div>
    }
}
