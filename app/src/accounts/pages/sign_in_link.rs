use crate::accounts::{AccountsPort, Invitation, ShownCode};
use crate::error::AppError;
use crate::form::FormState;
use crate::i18n::{AccountMsg, tr, use_lang};
use crate::signatures::SignError;
use crate::ui::{ErrorSummary, Heading, InnerPage, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What a sign-in link has to show.
enum Step {
    /// A button.
    Press(Invitation),
    /// The digits, after the button was pressed elsewhere than where the link was asked for.
    Type(ShownCode),
}

/// Where the sign-in mail leads: one button. It signs in the browser that asked for the link; in any other it shows a code for that one.
#[component]
pub fn SignInLink() -> impl IntoView {
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let step = async move {
        match use_context::<ShownCode>() {
            // The link is used up by now.
            Some(code) => Ok::<_, AppError>(Step::Type(code)),
            None => port::<AccountsPort>()?.invitation(&visitor()?, &token).await.map(Step::Press),
        }
    };
    answered(step, None, |step| match step {
        Step::Press(invitation) => view! { <Press invitation=invitation/> }.into_any(),
        Step::Type(code) => view! { <Digits code=code/> }.into_any(),
    })
}

#[component]
fn Press(invitation: Invitation) -> impl IntoView {
    let lang = use_lang();
    let FormState { errors, failure, .. } = use_context::<FormState<(), SignError>>().unwrap_or_default();
    let (title, text, button) = match invitation {
        Invitation::Here => (AccountMsg::SignIn, AccountMsg::Here, AccountMsg::SignIn),
        Invitation::Elsewhere => (AccountMsg::ElsewhereTitle, AccountMsg::ElsewhereText, AccountMsg::ShowCode),
    };
    let title = tr(lang, title);
    view! {
        <InnerPage title=title.clone()>
            <Heading text=title/>
            <p class="abstract">{tr(lang, text)}</p>
            <form class="form card" method="post" novalidate=true>
                <ErrorSummary errors=errors failure=failure/>
                <button type="submit" class="button">{tr(lang, button)}</button>
            </form>
        </InnerPage>
    }
}

#[component]
fn Digits(code: ShownCode) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, AccountMsg::ShownTitle);
    let ShownCode(digits) = code;
    let (first, second) = digits.split_at_checked(3).unwrap_or((&digits, ""));
    let grouped = format!("{first} {second}");
    view! {
        <InnerPage title=title.clone()>
            <Heading text=title/>
            <p class="abstract">{tr(lang, AccountMsg::ShownText)}</p>
            <p class="card shown-code">{grouped}</p>
            <p><strong>{tr(lang, AccountMsg::ShownWarning)}</strong></p>
        </InnerPage>
    }
}
