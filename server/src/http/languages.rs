//! Addresses without a language lead to the reader's; they never have content of their own.

use super::{App, redirect::redirect, refusal::refuse};
use app::{
    campaigns::Slug,
    error::AppError,
    i18n::Lang,
    paths,
    signatures::{Country, Source},
};
use axum::{
    Router,
    extract::{Path, Query, Request},
    response::Response,
    routing::get,
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;

/// What a reader's browser says of languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Preference {
    /// The best of our languages.
    pub(super) lang: Lang,
    /// The country of the first language tag that names one (`es-MX`).
    pub(super) country: Option<Country>,
}

impl Preference {
    /// Reads `Accept-Language` (RFC 9110, 12.5.4): the greatest weight first, among equals the order in the header.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let text = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut tags = text.split(',').take(32).filter_map(weighted).collect::<Vec<_>>();
        tags.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        let lang = tags.iter().find_map(|(tag, _)| Lang::parse(tag)).unwrap_or_default();
        Self { lang, country: tags.iter().find_map(|(tag, _)| region(tag)) }
    }
}

/// A tag and its weight in thousandths; `None` for one that the reader does not want.
fn weighted(entry: &str) -> Option<(&str, u16)> {
    let mut parts = entry.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q="))) {
        Some(q) => q.parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?,
        None => 1.0,
    };
    // Between 0 and 1000, so that nothing is cut off.
    let thousandths = (weight * 1_000.0).round() as u16;
    (thousandths > 0).then_some((tag, thousandths))
}

/// The region subtag (RFC 5646): two letters, after the language and perhaps a script of four.
fn region(tag: &str) -> Option<Country> {
    let mut subtags = tag.split('-').skip(1);
    let first = subtags.next()?;
    let region = if first.len() == 4 { subtags.next()? } else { first };
    Country::parse(&region.to_ascii_uppercase()).filter(|_| region.len() == 2)
}

/// The query of a shared address: how the reader came, and nothing else that somebody may have hung on to it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Shared {
    source: Option<String>,
}

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(|request| lead(request, paths::home)))
        .route("/about", get(|request| lead(request, paths::about)))
        .route("/privacy", get(|request| lead(request, paths::privacy)))
        .route("/campaigns/{slug}", get(campaign))
        .route(&paths::shared_support("{token}"), get(support))
}

async fn campaign(Path(slug): Path<String>, request: Request) -> Response {
    match Slug::parse(&slug) {
        Some(slug) => lead(request, |lang| paths::campaign(lang, &slug)).await,
        None => refuse(AppError::NotFound),
    }
}

async fn support(Path(token): Path<String>, request: Request) -> Response {
    lead(request, |lang| paths::support(lang, &token)).await
}

async fn lead(request: Request, page: impl FnOnce(Lang) -> String) -> Response {
    let mut target = page(Preference::of(request.headers()).lang);
    let shared = Query::<Shared>::try_from_uri(request.uri()).unwrap_or_default();
    if let Some(source) = shared.0.source {
        target.push_str("?source=");
        target.push_str(Source::parse(&source).code());
    }
    let mut response = redirect(StatusCode::FOUND, &target);
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preference(text: &str) -> Preference {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_str(text).unwrap());
        Preference::of(&headers)
    }

    #[test]
    fn the_greatest_weight_wins() {
        assert_eq!(preference("en;q=0.5, es;q=0.9").lang, Lang::Es);
        assert_eq!(preference("es, en").lang, Lang::Es);
        assert_eq!(preference("fr, es;q=0.1").lang, Lang::Es);
        assert_eq!(preference("es;q=0, en;q=0.1").lang, Lang::En);
        for odd in ["", "*", "fr", "es;q=x", ";;;,,", "es;q=2"] {
            assert_eq!(preference(odd).lang, Lang::En, "{odd}");
        }
    }

    #[test]
    fn a_country_is_guessed_from_a_region_only() {
        let country = |text| preference(text).country;
        assert_eq!(country("es-MX,es;q=0.9"), Country::parse("MX"));
        assert_eq!(country("en,en-us;q=0.9"), Country::parse("US"));
        assert_eq!(country("zh-Hant-TW"), Country::parse("TW"));
        for none in ["es", "es-419", "en-ZZ", "sr-Latn", "en-x-private"] {
            assert_eq!(country(none), None, "{none}");
        }
    }
}
