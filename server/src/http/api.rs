//! Server functions: what Leptos answers with 500 gets the status of its error.

use super::refusal::{set_retry_after, status};
use app::error::{AppError, PageError};
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

/// Bytes that a server function's error takes at most.
const ERROR_BYTES: usize = 4_096;

/// Whether a path is a server function's.
pub(super) fn is_call(path: &str) -> bool {
    path.starts_with("/api/")
}

/// A refusal as a server function would have put it.
pub(super) fn error(error: &PageError) -> Response {
    let code = match error {
        PageError::App(error) => error.clone(),
        PageError::TooSlow => AppError::Busy { retry_after: 5 },
        _ => AppError::Internal,
    };
    let body = serde_json::to_vec(&code).unwrap_or_default();
    let json = HeaderValue::from_static("application/json");
    ([(header::CONTENT_TYPE, json)], body).into_response()
}

pub(super) async fn statuses(mut request: Request, next: Next) -> Response {
    if !is_call(request.uri().path()) {
        return next.run(request).await;
    }
    // Leptos leads a caller who accepts HTML back to the Referer, with the error in its query. Forms are not posted here.
    request.headers_mut().remove(header::ACCEPT);
    let response = next.run(request).await;
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, ERROR_BYTES).await.unwrap_or_default();
    let error = PageError::App(serde_json::from_slice(&bytes).unwrap_or(AppError::Internal));
    parts.status = status(&error);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let mut response = Response::from_parts(parts, Body::from(bytes));
    set_retry_after(&mut response, &error);
    response
}
