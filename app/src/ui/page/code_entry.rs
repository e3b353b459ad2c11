use crate::form::FormState;
use crate::i18n::{SignMsg, Text, tr, use_lang};
use crate::signatures::{Field, FormModel, SignError};
use crate::ui::{ErrorSummary, TextField};
use leptos::prelude::*;

/// A form that takes a code, posted to the page that it stands on.
#[component]
pub fn CodeEntry(
    /// Which code it is.
    field: Field,
    /// The code as it was typed, and what was wrong with it.
    state: FormState<String, SignError>,
    /// What the button says.
    button: Text,
    /// What is sent besides, by name.
    #[prop(optional)]
    hidden: Vec<(&'static str, String)>,
) -> impl IntoView {
    let lang = use_lang();
    let model = FormModel::new(&state);
    let hidden =
        hidden.into_iter().map(|(name, value)| view! { <input r#type="hidden" name=name value=value/> }).collect_view();
    view! {
        <form class="form card" method="post" novalidate=true>
            {hidden}
            <ErrorSummary errors=state.errors failure=state.failure/>
            <TextField
                control=model.control(field, true)
                value=state.input
                help=tr(lang, SignMsg::Help(field))
                class="code"
                autocomplete="one-time-code"
                inputmode="numeric"
            />
            <button type="submit" class="button">{button}</button>
        </form>
    }
}
