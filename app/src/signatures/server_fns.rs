//! The sign form's way through the door.

use super::{SignForm, SignOutcome};
use crate::{campaigns::Slug, error::AppError, i18n::Lang};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(feature = "ssr")]
use super::{SignAnswer, SignaturesPort};
#[cfg(feature = "ssr")]
use crate::answer::set_cookie;
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
