use super::FormModel;
use crate::i18n::{SignMsg, tr, use_lang};
use crate::signatures::{Country, Field, countries};
use crate::ui::FieldFrame;
use leptos::prelude::*;

/// The country of residence: chosen before, else the one that the reader's language names, else none.
#[component]
pub fn CountryField(
    /// The form's state.
    model: FormModel,
    /// The code that was chosen before.
    value: String,
    /// The country that the reader's language names.
    guess: Option<Country>,
) -> impl IntoView {
    let lang = use_lang();
    let control = model.control(Field::Country, true);
    let chosen =
        if value.is_empty() { guess.map(|country| country.as_str().to_owned()).unwrap_or_default() } else { value };
    let options = countries(lang)
        .iter()
        .map(|(country, name)| {
            let code = country.as_str().to_owned();
            let selected = code == chosen;
            view! { <option value=code selected=selected>{*name}</option> }
        })
        .collect_view();
    view! {
        <FieldFrame control=control help=tr(lang, SignMsg::Help(Field::Country))>
            <select
                id="country"
                name="country"
                autocomplete="country"
                required=true
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
            >
                <option value="">{tr(lang, SignMsg::ChooseCountry)}</option>
                {options}
            </select>
        </FieldFrame>
    }
}
