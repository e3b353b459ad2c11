//! The question to a device, for the browser that passes it on.

use super::Ceremony;
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(feature = "ssr")]
use super::PasskeysPort;
#[cfg(feature = "ssr")]
use crate::answer::set_cookie;
#[cfg(feature = "ssr")]
use crate::visitor::{port, visitor};

/// What the browser is to ask its device, as JSON.
///
/// # Errors
/// As the port's method.
#[server(name = CallPasskey, endpoint = "passkeys/start", input = Json)]
pub async fn start_passkey(ceremony: Ceremony) -> Result<String, AppError> {
    let started = port::<PasskeysPort>()?.start(&visitor()?, ceremony).await?;
    set_cookie(&started.cookie).map(|()| started.options)
}
