//! What is refused before a page is made, told on a page of ours. Inner layers and handlers answer with [`refuse`]; the page is
//! rendered in one place.

use super::{App, api, pages, panic, plain_page};
use app::{
    error::{AppError, Failure, PageError},
    visitor::RequestId,
};
use axum::{
    body::Body,
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::provide_context;
use tower_http::csrf::ProtectionError;

#[derive(Clone)]
struct Refusal(PageError);

/// An answer that becomes an error page on its way out.
pub(super) fn refuse(error: impl Into<PageError>) -> Response {
    let error = error.into();
    let mut response = status(&error).into_response();
    set_retry_after(&mut response, &error);
    response.extensions_mut().insert(Refusal(error));
    response
}

pub(super) async fn wrong_method() -> Response {
    refuse(PageError::WrongMethod)
}

/// The middleware that puts pages in the place of refusals.
pub(super) async fn as_pages(app: &App, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    let (parts, body) = request.into_parts();
    let kept = parts.clone();
    let response = next(Request::from_parts(parts, body)).await;
    match reason(&response) {
        Some(error) => page(app, kept, error, response).await,
        None => response,
    }
}

fn reason(response: &Response) -> Option<PageError> {
    let extensions = response.extensions();
    if let Some(refusal) = extensions.get::<Refusal>() {
        return Some(refusal.0.clone());
    }
    if extensions.get::<ProtectionError>().is_some() {
        return Some(PageError::CrossSite);
    }
    // axum's own word on an address that is no UTF-8.
    (response.status() == StatusCode::BAD_REQUEST).then(|| AppError::NotFound.into())
}

async fn page(app: &App, parts: Parts, error: PageError, refused: Response) -> Response {
    let mut response =
        if api::is_call(parts.uri.path()) { api::error(&error) } else { html(app, parts, error.clone()).await };
    *response.status_mut() = status(&error);
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = refused.headers().get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}

async fn html(app: &App, parts: Parts, error: PageError) -> Response {
    let told_by_log = matches!(error, PageError::App(AppError::Internal));
    let request_id = parts.extensions.get::<RequestId>().map(|id| id.0.clone()).filter(|_| told_by_log);
    let lang = pages::lang(&parts);
    let failure = Failure { error, request_id: request_id.clone() };
    let rendered = pages::render(app, parts, move || provide_context(failure.clone()));
    match panic::caught(rendered).await {
        Some(response) => response,
        None => plain_page::broken(lang, request_id.as_deref()),
    }
}

/// Says when to come back, where the error knows.
pub(super) fn set_retry_after(response: &mut Response<Body>, error: &PageError) {
    let seconds = match error {
        PageError::App(AppError::TooMany { retry_after } | AppError::Busy { retry_after }) => *retry_after,
        PageError::TooSlow => 5,
        _ => return,
    };
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}

pub(super) fn status(error: &PageError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
