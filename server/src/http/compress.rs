//! Pages that everyone may see travel compressed. What is for one visitor alone does not: where an answer holds a secret beside words
//! that a stranger chose, its compressed size tells of the secret (BREACH, CVE-2013-3587).

use http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower_http::{
    CompressionLevel,
    compression::{CompressionLayer, predicate::Predicate},
};

/// Files have been compressed when the site was built.
pub(super) fn layer() -> CompressionLayer<impl Predicate> {
    CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(
        |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
            let value = |name| headers.get(name).map_or(&b""[..], |value| value.as_bytes());
            value(header::CONTENT_TYPE).starts_with(b"text/html") && value(header::CACHE_CONTROL) != b"no-store"
        },
    )
}
