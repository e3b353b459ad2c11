//! Forms that other sites send are refused, by `Sec-Fetch-Site` and, in browsers without it, by `Origin`.

use crate::config::PublicUrl;
use app::paths;
use http::Method;
use tower_http::csrf::CsrfLayer;

/// The layer. A proxy may have rewritten `Host`, so the public address is named as well. Its refusal is found by
/// [`as_pages`](super::refusal::as_pages).
///
/// Ending updates passes from everywhere: mail programs ask for it on their own (RFC 8058), whatever they say of where they come from.
/// Whoever has its token may do it, and it does nothing for a session.
pub(super) fn layer(public_url: &PublicUrl) -> CsrfLayer {
    // Refuses no origin that `PublicUrl` takes; without it, `Host` decides alone.
    let layer = CsrfLayer::new().add_trusted_origin(public_url.origin()).unwrap_or_default();
    layer.with_insecure_bypass(|method, uri| *method == Method::POST && ends_updates(uri.path()))
}

/// Whether a path is one of [`paths::unsubscribe`].
fn ends_updates(path: &str) -> bool {
    let parts = path.split('/').collect::<Vec<_>>();
    matches!(*parts, ["", _, "campaigns", slug, "unsubscribe", token] if !slug.is_empty() && !token.is_empty())
        && paths::language(path).is_some()
}

#[cfg(test)]
mod tests {
    use super::ends_updates;
    use app::{campaigns::Slug, i18n::Lang, paths};

    #[test]
    fn one_kind_of_path_passes() {
        let slug = Slug::parse("halt-deportations").unwrap();
        for lang in Lang::ALL {
            assert!(ends_updates(&paths::unsubscribe(lang, &slug, "AbC-_123")));
            for path in [
                paths::campaign(lang, &slug),
                paths::signature(lang, &slug, "AbC"),
                paths::unsubscribe(lang, &slug, ""),
                format!("{}/more", paths::unsubscribe(lang, &slug, "AbC")),
                format!("{}/campaigns/x/unsubscribe/AbC", paths::account(lang)),
            ] {
                assert!(!ends_updates(&path), "{path}");
            }
        }
        assert!(!ends_updates("/xx/campaigns/halt/unsubscribe/AbC"));
        assert!(!ends_updates("/api/campaigns/halt/unsubscribe/AbC"));
    }
}
