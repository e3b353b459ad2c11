use super::model::{event_field, field_text};
use super::{Choices, CountryField, DataBox, EmailField, FormModel, ReasonField, SubmitButton, read_sign_form};
use crate::campaigns::{FormOptions, ReasonsMode, Slug};
use crate::form::FormState;
use crate::i18n::{Lang, SignMsg, tr};
use crate::paths;
use crate::signatures::{Country, Field, SignError, SignForm, SignOutcome, sign, suggest};
use crate::ui::{ErrorSummary, TextField, Tongue};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, HtmlFormElement};

/// The sign form. Without script it is posted to the page's own address, and comes back with what was typed if it is refused; with script
/// the same rules run as one types, and it goes to the server function.
#[island]
pub fn Sign(
    /// The reader's language.
    lang: Lang,
    /// The campaign.
    slug: Slug,
    /// What it asks.
    options: FormOptions,
    /// What a signer agrees to.
    consent: String,
    /// BCP 47 code of the language of that text.
    text_lang: String,
    /// The country that the reader's language names.
    guess: Option<Country>,
    /// The form as it came with the page.
    state: FormState<SignForm, SignError>,
) -> impl IntoView {
    provide_context(lang);
    let tongue = Tongue::of(&text_lang, lang);
    let model = FormModel::new(&state);
    let input = state.input;
    let element = NodeRef::<html::Form>::new();
    let hint = RwSignal::new(None);
    let used = RwSignal::new(length(&input.reason));

    let inbox = paths::inbox(lang, &slug);
    let send = Action::new(move |form: &SignForm| sign(lang, slug.clone(), form.clone()));
    let pending = send.pending();
    Effect::new(move |_| match send.value().get() {
        None => {}
        Some(Ok(SignOutcome::Accepted)) => crate::browser::go_to(&inbox),
        Some(Ok(SignOutcome::Refused(errors))) => model.refuse(errors, None),
        Some(Err(failure)) => model.refuse(Vec::new(), Some(failure)),
    });

    let read = move || element.get_untracked().map(|form| read_sign_form(&form));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = read().filter(|_| !pending.get_untracked()) else { return };
        match form.validate(options) {
            Err(errors) => model.refuse(errors, None),
            Ok(_) => {
                model.clear();
                send.dispatch(form);
            }
        }
    };
    let left = move |event: Event| {
        let (Some(field), Some(form)) = (event_field(&event), read()) else { return };
        model.leave(field, field_text(&form, field).is_empty(), form.problem(field));
        if field == Field::Email {
            hint.set(suggest(&form.email));
        }
    };
    let typed = move |event: Event| {
        let (Some(field), Some(form)) = (event_field(&event), read()) else { return };
        model.typed(field, form.problem(field));
        match field {
            Field::Reason => used.set(length(&form.reason)),
            Field::Email if hint.with_untracked(Option::is_some) => hint.set(suggest(&form.email)),
            _ => {}
        }
    };
    let accept = Callback::new(move |address: String| {
        if let Some(form) = element.get_untracked() {
            set_text(&form, Field::Email, &address);
        }
        hint.set(None);
        if let Some(form) = read() {
            model.typed(Field::Email, form.problem(Field::Email));
        }
        crate::browser::focus(Field::Email.name());
    });

    let postcode = options.asks_postcode.then(|| {
        view! {
            <TextField
                control=model.control(Field::Postcode, true)
                value=input.postcode.clone()
                help=tr(lang, SignMsg::Help(Field::Postcode))
                optional=true
                class="short"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
            />
        }
    });
    let reason = (options.reasons != ReasonsMode::Off)
        .then(|| view! { <ReasonField model=model value=input.reason.clone() mode=options.reasons used=used/> });
    view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, SignMsg::Title)}</h2>
            <form node_ref=element class="form" method="post" novalidate=true on:submit=submit on:focusout=move |e| left(e.into()) on:input=typed>
                <ErrorSummary errors=model.summary failure=model.failure attempt=model.attempt/>
                <TextField
                    control=model.control(Field::Name, true)
                    value=input.name.clone()
                    help=tr(lang, SignMsg::Help(Field::Name))
                    autocomplete="name"
                    autocapitalize="words"
                    spellcheck="false"
                />
                <EmailField model=model value=input.email.clone() hint=hint accept=accept/>
                <CountryField model=model value=input.country.clone() guess=guess/>
                {postcode}
                {reason}
                <Choices input=input.clone() options=options/>
                <div class="trap" aria-hidden="true">
                    <label for="website">{tr(lang, SignMsg::Trap)}</label>
                    <input r#type="text" id="website" name="website" tabindex="-1" autocomplete="off" value=input.website/>
                </div>
                <input r#type="hidden" name="source" value=input.source/>
                <input r#type="hidden" name="reading" value=options.reading.code()/>
                <DataBox reading=options.reading/>
                <p class="consent" lang=tongue.lang dir=tongue.dir>{consent}</p>
                <SubmitButton text=tr(lang, SignMsg::Submit) pending_text=tr(lang, SignMsg::Pending) pending=pending/>
            </form>
        </section>
    }
}

/// Characters as the rule counts them.
fn length(reason: &str) -> u32 {
    u32::try_from(reason.trim().chars().count()).unwrap_or(u32::MAX)
}

fn set_text(form: &HtmlFormElement, field: Field, text: &str) {
    use leptos::wasm_bindgen::JsCast;
    let input = form.query_selector(&format!("#{}", field.name())).ok().flatten();
    if let Some(input) = input.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}
