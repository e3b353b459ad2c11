use crate::error::AppError;
use crate::i18n::{ErrorMsg, SiteMsg, Text, tr, use_lang};
use leptos::prelude::*;

/// What was wrong with a form as it was last sent, with a link to each field, or the failure of the whole form. Takes the focus.
#[component]
pub fn Refusal(
    /// The address of each field, and what to do.
    errors: Vec<(String, Text)>,
    /// What became of what was typed.
    kept: Text,
    /// The failure of the whole form.
    failure: Option<AppError>,
) -> impl IntoView {
    let lang = use_lang();
    let content = match failure {
        Some(failure) => view! { <p>{tr(lang, ErrorMsg::Form(failure))}</p> }.into_any(),
        None if errors.is_empty() => return None,
        None => {
            let count = u32::try_from(errors.len()).unwrap_or(u32::MAX);
            let items =
                errors.into_iter().map(|(field, text)| view! { <li><a href=field>{text}</a></li> }).collect_view();
            view! {
                <h2>{tr(lang, SiteMsg::Problems(count))}</h2>
                <ul>{items}</ul>
                <p>{kept}</p>
            }
            .into_any()
        }
    };
    Some(view! { <div class="summary" role="alert" tabindex="-1" autofocus=true>{content}</div> })
}
