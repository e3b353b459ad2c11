//! Headers of every answer: pages, files, errors and refusals alike.

use super::{App, api};
use axum::{
    extract::{MatchedPath, Request},
    response::Response,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use std::sync::Arc;

/// The nonce that scripts of this answer bear. In the request's extensions, for every render.
#[derive(Clone)]
pub(super) struct CspNonce(pub(super) Arc<str>);

static FIXED: [(HeaderName, HeaderValue); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    // With `no-referrer`, browsers that lack Sec-Fetch-Site would send `Origin: null` with our own forms.
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
        ),
    ),
];

pub(super) async fn set(app: &App, mut request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let nonce: Arc<str> = URL_SAFE_NO_PAD.encode(crate::clock::random::<16>(&*app.options.entropy)).into();
    request.extensions_mut().insert(CspNonce(nonce.clone()));
    let personal = is_personal(&request);
    let mut response = next(request).await;
    let status = response.status();
    let headers = response.headers_mut();
    headers.reserve(16);
    for (name, value) in &FIXED {
        headers.insert(name, value.clone());
    }
    if let Ok(policy) = HeaderValue::try_from(content_policy(&nonce)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if app.options.public_url.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
    }
    set_caching(headers, status, personal);
    response
}

fn content_policy(nonce: &str) -> String {
    let before = "default-src 'none'; script-src 'nonce-";
    let after = "' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'; \
                 manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    [before, nonce, after].concat()
}

fn set_caching(headers: &mut HeaderMap, status: StatusCode, personal: bool) {
    let failed = status.is_client_error() || status.is_server_error();
    if personal || failed || headers.contains_key(header::SET_COOKIE) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    } else if !headers.contains_key(header::CACHE_CONTROL) {
        // A shared cache would hand out one nonce, and one guess at the country, to many.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
}

/// Whether the answer is for this visitor alone: what a form was answered, every page behind a signature or a private link, and all of accounts.
pub(super) fn is_personal(request: &Request) -> bool {
    let path = request.uri().path();
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    let behind_signature =
        route.split_once("/campaigns/{slug}/").is_some_and(|(_, rest)| !["", "updates"].contains(&rest));
    !matches!(*request.method(), Method::GET | Method::HEAD)
        || behind_signature
        || route
            .split('/')
            .nth(2)
            .is_some_and(|room| ["sign-in", "account", "review", "house", "support"].contains(&room))
        || api::is_call(path)
        || path.starts_with("/dev/")
}
