//! What the server tells this crate about a request, and nothing more.

use crate::error::AppError;
use leptos::prelude::use_context;

/// The visitor's network, shortened: an IPv4 address or the first 56 bits of an IPv6 address. It lives as long as the request.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(pub [u8; 16]);

/// The number under which the log tells of this request. Put into the request's extensions by the server, and shown on error pages.
#[derive(Clone)]
pub struct RequestId(pub String);

/// What a port may know of who is asking. Put into the request's extensions by the server; has no `Debug`, so that it cannot
/// be logged.
#[derive(Clone)]
pub struct Visitor {
    /// The network, for limits.
    pub network: Network,
    /// The value of the cookie that leads through a flow, sealed.
    pub cookie: Option<String>,
    /// The value of the cookie of someone who is signed in: a secret.
    pub session: Option<String>,
    /// The value of the cookie of a device that was asked for a passkey: a secret.
    pub passkey: Option<String>,
}

/// The visitor of the request that is being answered.
///
/// # Errors
/// [`AppError::Internal`] outside a request that passed the server's middleware.
pub fn visitor() -> Result<Visitor, AppError> {
    use_context::<http::request::Parts>()
        .and_then(|parts| parts.extensions.get::<Visitor>().cloned())
        .ok_or(AppError::Internal)
}

/// The number of the request that is being answered, if it has one.
pub fn request_id() -> Option<String> {
    use_context::<http::request::Parts>()?.extensions.get::<RequestId>().map(|id| id.0.clone())
}

/// Finds a port in the Leptos context.
///
/// # Errors
/// [`AppError::Internal`] when the server did not provide it.
pub fn port<P: Clone + 'static>() -> Result<P, AppError> {
    use_context::<P>().ok_or(AppError::Internal)
}
