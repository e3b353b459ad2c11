use crate::accounts::passkeys::{Ceremony, PasskeyRefused, UsePasskey, passkeys_work};
use crate::accounts::{AccountsPort, AskForm};
use crate::answer::MovedTo;
use crate::app::Startup;
use crate::form::FormState;
use crate::i18n::{AccountMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{Field, FormModel, SignError};
use crate::ui::{Done, ErrorSummary, Heading, InnerPage, TextField, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Asks for a sign-in mail. Whoever is signed in goes on to the account.
#[component]
pub fn SignIn() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let account = async move { port::<AccountsPort>()?.account(&visitor()?, lang).await };
    answered(account, None, move |account| match account {
        Some(_) => view! { <MovedTo path=paths::account(lang) text=tr(lang, AccountMsg::Account)/> }.into_any(),
        None => view! { <Page saved=saved/> }.into_any(),
    })
}

#[component]
fn Page(saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, AccountMsg::SignIn);
    let state = use_context::<FormState<AskForm, SignError>>().unwrap_or_default();
    let model = FormModel::new(&state);
    let said = match saved.as_str() {
        "out" => Some(AccountMsg::SignedOut),
        "closed" => Some(AccountMsg::Closed),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let next = use_query_map().with_untracked(|query| query.get("next")).unwrap_or(state.input.next);
    let next = paths::may_follow_sign_in(&next).then_some(next);
    let passkey = passkeys_work().then(|| {
        let hidden = next.iter().map(|next| ("next".to_owned(), next.clone())).collect();
        view! {
            <Startup/>
            <div id="passkey" tabindex="-1">
                <UsePasskey
                    lang=lang
                    ceremony=Ceremony::SignIn
                    path=paths::sign_in(lang)
                    hidden=hidden
                    name=String::new()
                />
            </div>
        }
    });
    let next = next.map(|next| view! { <input r#type="hidden" name="next" value=next/> });
    view! {
        <InnerPage title=title.clone()>
            <Heading text=title/>
            {said}
            <PasskeyRefused/>
            <p class="abstract">{tr(lang, AccountMsg::Lead)}</p>
            <form class="form card" method="post" action=paths::sign_in(lang) novalidate=true>
                {next}
                <ErrorSummary errors=state.errors failure=state.failure/>
                <TextField
                    control=model.control(Field::Email, true)
                    value=state.input.email
                    help=tr(lang, AccountMsg::AddressHelp)
                    kind="email"
                    autocomplete="email"
                    inputmode="email"
                    autocapitalize="off"
                    spellcheck="false"
                />
                <button type="submit" class="button">{tr(lang, AccountMsg::Ask)}</button>
            </form>
            {passkey}
            <section class="prose" aria-labelledby="how">
                <h2 id="how" class="section">{tr(lang, AccountMsg::HowTitle)}</h2>
                <p>{tr(lang, AccountMsg::HowLink)}</p>
                <p>{tr(lang, AccountMsg::HowFirst)}</p>
            </section>
        </InnerPage>
    }
}
