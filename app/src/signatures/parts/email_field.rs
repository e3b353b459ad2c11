use super::FormModel;
use crate::i18n::{SignMsg, tr, use_lang};
use crate::signatures::Field;
use crate::ui::TextField;
use leptos::prelude::*;

/// The address, and below it the address that was probably meant: one tap takes it, nothing forces it.
#[component]
pub fn EmailField(
    /// The form's state.
    model: FormModel,
    /// The address as typed before.
    value: String,
    /// The address that was probably meant.
    hint: RwSignal<Option<String>>,
    /// Takes the hint.
    accept: Callback<String>,
) -> impl IntoView {
    let lang = use_lang();
    let taken = RwSignal::new(None::<String>);
    let content = move || match (hint.get(), taken.get()) {
        (Some(address), _) => {
            let label = address.clone();
            let take = move |_| {
                taken.set(Some(address.clone()));
                accept.run(address.clone());
            };
            view! {
                <p>
                    {tr(lang, SignMsg::HintStart)}
                    <button r#type="button" class="button-text" on:click=take>{label}</button>
                    {tr(lang, SignMsg::HintEnd)}
                </p>
            }
            .into_any()
        }
        (None, Some(address)) => {
            view! { <p class="hidden">{tr(lang, SignMsg::HintTaken { address: &address })}</p> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    let below = view! { <div class="hint" id="email-hint" role="status">{content}</div> }.into_any();
    view! {
        <TextField
            control=model.control(Field::Email, true)
            value=value
            help=tr(lang, SignMsg::Help(Field::Email))
            kind="email"
            autocomplete="email"
            inputmode="email"
            autocapitalize="off"
            spellcheck="false"
            below=below
        />
    }
}
