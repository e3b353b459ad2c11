//! A panic becomes an error page; where it happened goes to the log once, by the hook in [`crate::logging`].

use super::refusal::refuse;
use app::error::AppError;
use axum::response::Response;
use futures::FutureExt;
use std::panic::AssertUnwindSafe;

pub(super) async fn catch(answer: impl Future<Output = Response>) -> Response {
    caught(answer).await.unwrap_or_else(|| refuse(AppError::Internal))
}

/// The future's result; `None` if it panicked. What it shares with others is behind locks that recover.
pub(super) async fn caught<T>(future: impl Future<Output = T>) -> Option<T> {
    AssertUnwindSafe(future).catch_unwind().await.ok()
}
