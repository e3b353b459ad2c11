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
) -> impl IntoView {
    let lang = use_lang();
    let model = FormModel::new(&state);
    view! {
        <form class="form card" method="post" novalidate=true>
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
