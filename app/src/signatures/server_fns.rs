//! The browser's way through the door. Each function is one call of the port.

use super::{CodeForm, CodeOutcome, ConfirmForm, Inbox, ManageForm, Mine, SignForm, SignOutcome, Step, Thanks};
use crate::{campaigns::Slug, error::AppError, i18n::Lang};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(feature = "ssr")]
use super::{Accepted, SignAnswer, SignaturesPort};
#[cfg(feature = "ssr")]
use crate::visitor::{port, visitor};

/// Takes a signature.
///
/// # Errors
/// As the port's method.
#[server(name = CallSign, endpoint = "signatures/sign", input = Json)]
pub async fn sign(lang: Lang, slug: Slug, form: SignForm) -> Result<SignOutcome, AppError> {
    match port::<SignaturesPort>()?.sign(&visitor()?, lang, &slug, &form).await? {
        SignAnswer::Accepted(accepted) => set_cookie(&accepted).map(|()| SignOutcome::Accepted),
        SignAnswer::Refused(errors) => Ok(SignOutcome::Refused(errors)),
    }
}

/// Reads the inbox page.
///
/// # Errors
/// As the port's method.
#[server(name = CallInbox, endpoint = "signatures/inbox", input = Json)]
pub async fn inbox(lang: Lang, slug: Slug) -> Result<Inbox, AppError> {
    port::<SignaturesPort>()?.inbox(&visitor()?, lang, &slug).await
}

/// Confirms by code.
///
/// # Errors
/// As the port's method.
#[server(name = CallCode, endpoint = "signatures/code", input = Json)]
pub async fn confirm_by_code(lang: Lang, slug: Slug, form: CodeForm) -> Result<CodeOutcome, AppError> {
    match port::<SignaturesPort>()?.confirm_by_code(&visitor()?, lang, &slug, &form).await? {
        Some(accepted) => set_cookie(&accepted).map(|()| CodeOutcome::Confirmed),
        None => Ok(CodeOutcome::Wrong),
    }
}

/// Reads what a confirmation link shows.
///
/// # Errors
/// As the port's method.
#[server(name = CallPending, endpoint = "signatures/pending", input = Json)]
pub async fn pending(lang: Lang, slug: Slug, token: String) -> Result<Step, AppError> {
    port::<SignaturesPort>()?.pending(lang, &slug, &token).await
}

/// Confirms by link.
///
/// # Errors
/// As the port's method.
#[server(name = CallConfirm, endpoint = "signatures/confirm", input = Json)]
pub async fn confirm(lang: Lang, slug: Slug, token: String, form: ConfirmForm) -> Result<(), AppError> {
    set_cookie(&port::<SignaturesPort>()?.confirm(lang, &slug, &token, &form).await?)
}

/// Reads the thank-you page.
///
/// # Errors
/// As the port's method.
#[server(name = CallThanks, endpoint = "signatures/thanks", input = Json)]
pub async fn thanks(lang: Lang, slug: Slug) -> Result<Thanks, AppError> {
    port::<SignaturesPort>()?.thanks(&visitor()?, lang, &slug).await
}

/// Reads a signature for its signer.
///
/// # Errors
/// As the port's method.
#[server(name = CallMine, endpoint = "signatures/mine", input = Json)]
pub async fn mine(lang: Lang, slug: Slug, token: String) -> Result<Mine, AppError> {
    port::<SignaturesPort>()?.mine(lang, &slug, &token).await
}

/// Hides name and reason, or withdraws.
///
/// # Errors
/// As the port's method.
#[server(name = CallManage, endpoint = "signatures/manage", input = Json)]
pub async fn manage(lang: Lang, slug: Slug, token: String, form: ManageForm) -> Result<Mine, AppError> {
    port::<SignaturesPort>()?.manage(lang, &slug, &token, &form).await
}

#[cfg(feature = "ssr")]
fn set_cookie(accepted: &Accepted) -> Result<(), AppError> {
    let value = http::HeaderValue::from_str(&accepted.cookie).map_err(|_| AppError::Internal)?;
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.append_header(http::header::SET_COOKIE, value);
    }
    Ok(())
}
