//! Bounds on every request: how many at once, how large, how long.

use super::{App, refusal::refuse};
use app::error::{AppError, PageError};
use app::pictures::picture_limits::FILE_MAX;
use axum::{body::Body, extract::Request, response::Response};
use http::header;
use http_body_util::Limited;
use std::time::Duration;

/// Bytes of a draft: the longest texts that it takes, of characters that a form encodes by twelve bytes each.
const DRAFT: usize = 327_680;

/// Bytes of the form with a picture. Four times as much as a picture may have is read, and thrown away, so that whoever sends a larger one is told
/// beside its field.
const PICTURE: usize = 4 * FILE_MAX;
/// Time for a picture, also from where the net is slow.
const PICTURE_DEADLINE: Duration = Duration::from_secs(120);

/// Whether a body to this path holds a picture.
fn takes_picture(path: &str) -> bool {
    path.contains("/account/campaigns/draft/") && path.ends_with("/picture")
}

/// Bytes that a body to this path may have, and how long it may take.
fn limit(usual: (usize, Duration), path: &str) -> (usize, Duration) {
    let (size, deadline) = usual;
    if takes_picture(path) {
        (size.max(PICTURE), deadline.max(PICTURE_DEADLINE))
    } else if path.contains("/account/campaigns/") {
        (size.max(DRAFT), deadline)
    } else {
        usual
    }
}

pub(super) async fn keep(app: &App, request: Request, next: impl AsyncFnOnce(Request) -> Response) -> Response {
    // Whoever watches the server wants to know of it most when it is busy.
    if matches!(request.uri().path(), "/healthz" | "/readyz") {
        return next(request).await;
    }
    let Ok(_place) = app.room.try_acquire() else {
        return refuse(AppError::Busy { retry_after: 2 });
    };
    let (limit, deadline) = limit((app.options.body_limit, app.options.deadline), request.uri().path());
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit)) {
        return refuse(PageError::TooLarge);
    }
    let request = request.map(|body| Body::new(Limited::new(body, limit)));
    tokio::time::timeout(deadline, next(request)).await.unwrap_or_else(|_| refuse(PageError::TooSlow))
}
