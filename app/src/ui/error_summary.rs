use crate::error::AppError;
use crate::i18n::{ErrorMsg, SignMsg, SiteMsg, tr, use_lang};
use crate::signatures::SignError;
use leptos::html;
use leptos::prelude::*;

/// What was wrong with a form as it was last sent: first in the form, with a link to each field, or with the failure of the whole form.
/// Takes the focus when it appears: by `autofocus` on a page that comes from the server, by script later.
#[component]
pub fn ErrorSummary(
    /// The fields' errors at the last attempt.
    #[prop(into)]
    errors: Signal<Vec<SignError>>,
    /// The failure of the whole form at the last attempt.
    #[prop(into)]
    failure: Signal<Option<AppError>>,
    /// Changes with every attempt that was refused while the page stood.
    #[prop(optional, into)]
    attempt: Signal<u32>,
) -> impl IntoView {
    let lang = use_lang();
    let element = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        // The element comes with the attempt, but after this effect in the same moment: the effect runs again when it is there.
        if attempt.get() > 0
            && let Some(element) = element.get()
        {
            let _ = element.focus();
        }
    });
    let content = move || {
        if let Some(failure) = failure.get() {
            return Some(view! { <p>{tr(lang, ErrorMsg::Form(failure))}</p> }.into_any());
        }
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            let count = u32::try_from(errors.len()).unwrap_or(u32::MAX);
            let items = errors
                .into_iter()
                .map(|error| {
                    let text = tr(lang, SignMsg::Problem(error.field, error.problem));
                    view! { <li><a href=format!("#{}", error.field.name())>{text}</a></li> }
                })
                .collect_view();
            view! {
                <h2>{tr(lang, SiteMsg::Problems(count))}</h2>
                <ul>{items}</ul>
                <p>{tr(lang, SiteMsg::NothingSaved)}</p>
            }
            .into_any()
        })
    };
    move || {
        content().map(|content| {
            view! { <div node_ref=element class="summary" role="alert" tabindex="-1" autofocus=true>{content}</div> }
        })
    }
}
