//! Addresses of pages, for links, redirects and mails. Leptos's route table repeats their shape; a test on the server asks for each.

use crate::{campaigns::Slug, i18n::Lang};

/// The list of campaigns.
pub fn home(lang: Lang) -> String {
    format!("/{}", lang.code())
}

/// What this is.
pub fn about(lang: Lang) -> String {
    format!("/{}/about", lang.code())
}

/// What is stored.
pub fn privacy(lang: Lang) -> String {
    format!("/{}/privacy", lang.code())
}

/// A campaign's page; the sign form is posted to it.
pub fn campaign(lang: Lang, slug: &Slug) -> String {
    format!("/{}/campaigns/{}", lang.code(), slug.as_str())
}

/// "Check your inbox"; the code is posted to it.
pub fn inbox(lang: Lang, slug: &Slug) -> String {
    format!("{}/inbox", campaign(lang, slug))
}

/// The page that a confirmation mail leads to.
pub fn confirm(lang: Lang, slug: &Slug, token: &str) -> String {
    format!("{}/confirm/{token}", campaign(lang, slug))
}

/// "Thank you". Holds no token, for people share what stands in their address bar.
pub fn thanks(lang: Lang, slug: &Slug) -> String {
    format!("{}/thanks", campaign(lang, slug))
}

/// "My signature".
pub fn signature(lang: Lang, slug: &Slug, token: &str) -> String {
    format!("{}/signature/{token}", campaign(lang, slug))
}

/// A campaign in whatever language the reader has: redirects. This is what is shared.
pub fn shared_campaign(slug: &Slug) -> String {
    format!("/campaigns/{}", slug.as_str())
}

/// The QR code of the shared address, as SVG.
pub fn qr(slug: &Slug) -> String {
    format!("/qr/{}.svg", slug.as_str())
}
