//! Bounds on every request: how many at once, how large, how long.

use super::{App, refusal::refuse};
use app::error::{AppError, PageError};
use axum::{body::Body, extract::Request, response::Response};
use http::header;
use http_body_util::Limited;

/// Bytes of a draft: the longest texts that it takes, of characters that a form encodes by twelve bytes each.
const DRAFT: usize = 327_680;

/// Bytes that a body to this path may have.
fn limit(usual: usize, path: &str) -> usize {
    if path.contains("/account/campaigns/") { usual.max(DRAFT) } else { usual }
}

pub(super) async fn keep(app: &App, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    // Whoever watches the server wants to know of it most when it is busy.
    if matches!(request.uri().path(), "/healthz" | "/readyz") {
        return next(request).await;
    }
    let Ok(_place) = app.room.try_acquire() else {
        return refuse(AppError::Busy { retry_after: 2 });
    };
    let limit = limit(app.options.body_limit, request.uri().path());
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit)) {
        return refuse(PageError::TooLarge);
    }
    let request = request.map(|body| Body::new(Limited::new(body, limit)));
    tokio::time::timeout(app.options.deadline, next(request)).await.unwrap_or_else(|_| refuse(PageError::TooSlow))
}
