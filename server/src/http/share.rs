//! What others read of this site: the QR code of a campaign, `robots.txt`, `sitemap.xml`.

use super::{App, refusal::refuse};
use app::{campaigns::Slug, error::AppError, i18n::Lang, paths, signatures::Source};
use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, header};
use qrcode::{EcLevel, QrCode, render::svg};
use std::{fmt::Write, time::Duration};
use tokio::{sync::Mutex, time::Instant};

/// Pages of twenty campaigns that a sitemap is made of at most: with two languages, a fifth of what the format allows.
const SITEMAP_PAGES: u32 = 250;
/// How long a sitemap is handed out. Crawlers come once a day, and each making reads all campaigns.
const SITEMAP_AGE: Duration = Duration::from_secs(600);

/// The last sitemap that was made.
#[derive(Default)]
pub(super) struct SitemapCache(Mutex<Option<(Instant, String)>>);

pub(super) fn routes() -> Router<App> {
    Router::new().route("/qr/{file}", get(qr)).route("/robots.txt", get(robots)).route("/sitemap.xml", get(sitemap))
}

async fn qr(State(app): State<App>, Path(file): Path<String>) -> Response {
    let Some(slug) = file.strip_suffix(".svg").and_then(Slug::parse) else { return refuse(AppError::NotFound) };
    if let Err(error) = app.services.campaigns.find(Lang::default(), &slug).await {
        return refuse(error);
    }
    let path = format!("{}?source={}", paths::shared_campaign(&slug), Source::Qr.code());
    let Ok(code) = QrCode::with_error_correction_level(app.options.public_url.join(&path), EcLevel::M) else {
        return refuse(AppError::Internal);
    };
    let svg = code.render::<svg::Color>().min_dimensions(240, 240).build();
    typed("image/svg+xml", "public, max-age=3600", svg)
}

async fn robots(State(app): State<App>) -> Response {
    let mut text = "User-agent: *\nDisallow: /api/\nDisallow: /dev/\n".to_owned();
    for lang in Lang::ALL {
        for page in ["inbox", "confirm/", "thanks", "signature/", "unsubscribe/"] {
            let _ = writeln!(text, "Disallow: /{}/campaigns/*/{page}", lang.code());
        }
    }
    let _ = writeln!(text, "Sitemap: {}", app.options.public_url.join("/sitemap.xml"));
    typed("text/plain; charset=utf-8", "public, max-age=3600", text)
}

async fn sitemap(State(app): State<App>) -> Response {
    // Held while a new one is made, so that one reading serves all who ask meanwhile.
    let mut kept = app.sitemap.0.lock().await;
    let text = match &*kept {
        Some((made, text)) if made.elapsed() < SITEMAP_AGE => text.clone(),
        _ => match write_sitemap(&app).await {
            Ok(text) => {
                *kept = Some((Instant::now(), text.clone()));
                text
            }
            Err(error) => return refuse(error),
        },
    };
    typed("application/xml; charset=utf-8", "public, max-age=600", text)
}

async fn write_sitemap(app: &App) -> Result<String, AppError> {
    let origin = app.options.public_url.origin();
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
            .to_owned();
    entries(&mut text, &origin, "/", paths::home);
    entries(&mut text, &origin, "/about", paths::about);
    entries(&mut text, &origin, "/privacy", paths::privacy);
    for page in 1..=SITEMAP_PAGES {
        let list = app.services.campaigns.list(Lang::default(), "", page).await?;
        for campaign in &list.campaigns {
            entries(&mut text, &origin, &paths::shared_campaign(&campaign.slug), |lang| {
                paths::campaign(lang, &campaign.slug)
            });
        }
        if !list.more {
            break;
        }
    }
    text.push_str("</urlset>\n");
    Ok(text)
}

/// One page in every language, each naming the others. Nothing in these addresses needs escaping in XML.
fn entries(text: &mut String, origin: &str, unprefixed: &str, page: impl Fn(Lang) -> String) {
    let mut alternates =
        format!("<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{origin}{unprefixed}\"/>");
    for lang in Lang::ALL {
        let _ = write!(
            alternates,
            "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{}\"/>",
            lang.code(),
            page(lang)
        );
    }
    for lang in Lang::ALL {
        let _ = writeln!(text, "<url><loc>{origin}{}</loc>{alternates}</url>", page(lang));
    }
}

fn typed(kind: &'static str, lifetime: &'static str, body: String) -> Response {
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, lifetime)];
    (headers.map(|(name, value)| (name, HeaderValue::from_static(value))), body).into_response()
}
