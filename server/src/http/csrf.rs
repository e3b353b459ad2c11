//! Forms that other sites send are refused, by `Sec-Fetch-Site` and, in browsers without it, by `Origin`.

use crate::config::PublicUrl;
use tower_http::csrf::CsrfLayer;

/// The layer. A proxy may have rewritten `Host`, so the public address is named as well. Its refusal is found by
/// [`as_pages`](super::refusal::as_pages).
pub(super) fn layer(public_url: &PublicUrl) -> CsrfLayer {
    // Refuses no origin that `PublicUrl` takes; without it, `Host` decides alone.
    CsrfLayer::new().add_trusted_origin(public_url.origin()).unwrap_or_default()
}
