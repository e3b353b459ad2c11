use crate::campaigns::{FormOptions, Reading, ReasonsMode};
use crate::i18n::{SignMsg, tr, use_lang};
use crate::signatures::SignForm;
use crate::ui::Choice;
use leptos::prelude::*;

/// What a signer may allow. Nothing is ticked before they tick it.
#[component]
pub fn Choices(
    /// The form as it was typed.
    input: SignForm,
    /// What this campaign asks.
    options: FormOptions,
) -> impl IntoView {
    let lang = use_lang();
    let public = (options.reasons != ReasonsMode::Off).then(|| {
        view! {
            <Choice name="show_reason" checked=input.show_reason.0 label=tr(lang, SignMsg::ShowReason)/>
            <Choice
                name="show_name"
                checked=input.show_name.0
                label=tr(lang, SignMsg::ShowName)
                help=tr(lang, SignMsg::ShowNameHelp).into_owned()
            />
        }
    });
    let contact = (options.reading == Reading::Contact).then(|| {
        view! {
            <Choice
                name="contact"
                checked=input.contact.0
                label=tr(lang, SignMsg::Contact)
                help=tr(lang, SignMsg::ContactHelp).into_owned()
            />
        }
    });
    view! {
        <fieldset class="checks">
            <legend>{tr(lang, SignMsg::Choices)}</legend>
            {public}
            <Choice name="updates" checked=input.updates.0 label=tr(lang, SignMsg::Updates)/>
            {contact}
        </fieldset>
    }
}
