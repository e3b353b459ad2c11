//! The one way to redirect: a target that no header can hold becomes an error page, not a panic.

use super::refusal::refuse;
use app::error::AppError;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

/// An answer that leads to a path of this site.
pub(super) fn redirect(status: StatusCode, path: &str) -> Response {
    // Browsers take `//host` and `/\host` for another site.
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\");
    match HeaderValue::from_str(path) {
        Ok(location) if ours => (status, [(header::LOCATION, location)]).into_response(),
        _ => refuse(AppError::NotFound),
    }
}

/// An answer to a form that leads to a page of this site.
pub(super) fn see_other(path: &str) -> Response {
    redirect(StatusCode::SEE_OTHER, path)
}
