//! One line a request. It tells what kind of address was asked for, never which: no path, no query, no token, no network.

use super::App;
use app::visitor::RequestId;
use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderName, HeaderValue, Method};
use tokio::time::Instant;
use tracing::Instrument;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(super) async fn line(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = new_id(crate::clock::random(&*app.options.entropy));
    request.extensions_mut().insert(RequestId(id.clone()));
    let route =
        request.extensions().get::<MatchedPath>().map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let method = known(request.method());
    let span = tracing::info_span!("request", id = %id);
    let mut response = next.run(request).instrument(span).await;
    let milliseconds = started.elapsed().as_secs_f64() * 1_000.0;
    let status = response.status().as_u16();
    tracing::info!(target: "undersigned::request", method, route, status, ms = (milliseconds * 10.0).round() / 10.0, id, "request");
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// Twelve random digits in three groups: short enough to be read out over a telephone.
fn new_id(bytes: [u8; 6]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let groups = [digits.get(..4), digits.get(4..8), digits.get(8..)];
    groups.into_iter().flatten().collect::<Vec<_>>().join("-")
}

/// A method's name; whatever a client made up is not repeated.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}
