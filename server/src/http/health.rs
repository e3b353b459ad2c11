//! `/healthz` says that the process answers, `/readyz` that it can do its work.

use super::App;
use async_trait::async_trait;
use axum::extract::State;
use http::StatusCode;
use std::time::Duration;

/// Tells whether the server can do its work.
#[async_trait]
pub trait Health: Send + Sync {
    /// Whether the database answers and the writer comes through. Given two seconds, then dropped.
    async fn ready(&self) -> bool;
}

pub(super) async fn live() -> &'static str {
    "ok\n"
}

pub(super) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(Duration::from_secs(2), app.services.health.ready()).await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "not ready\n"),
    }
}
