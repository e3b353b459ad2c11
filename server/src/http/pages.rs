//! The one place where the server meets Leptos: pages, server functions, and what every render is given.

use super::{App, HttpOptions, headers::CspNonce, languages::Preference, outbox_viewer};
use app::{
    app::{App as Root, shell},
    i18n::Lang,
    paths,
    site::Site,
};
use axum::{Router, body::Body, extract::Request, response::Response};
use http::{Uri, request::Parts};
use leptos::{
    config::{Env, LeptosOptions},
    nonce::Nonce,
    prelude::{provide_context, with_context},
};
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list, render_app_async_with_context};
use std::sync::OnceLock;

/// Where Leptos finds the files that it names in pages. The hashes in their names stand in `hash.txt` beside the binary.
pub(super) fn leptos_options(options: &HttpOptions) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("undersigned")
        .site_root(options.site_root.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .hash_file("hash.txt".into())
        .hash_files(true)
        .env(Env::PROD)
        .build()
}

/// All pages for GET, and the server functions below `/api`.
pub(super) fn routes(app: &App) -> Router<App> {
    // Listing the routes keeps every resource of the process from loading meanwhile, so it happens once, before anything is served.
    static PAGES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    let pages = PAGES.get_or_init(|| generate_route_list(Root)).clone();
    let leptos = app.leptos.clone();
    Router::new().leptos_routes_with_context(app, pages, contexts(app), move || shell(leptos.clone()))
}

/// Renders the page at this address, with more in its context. Its status is the caller's affair.
pub(super) async fn render(app: &App, mut parts: Parts, more: impl Fn() + Clone + Send + Sync + 'static) -> Response {
    // `OPTIONS *` and `CONNECT host:port` have no path, which Leptos builds an address from.
    if !parts.uri.path().starts_with('/') {
        parts.uri = Uri::from_static("/");
    }
    let (leptos, contexts) = (app.leptos.clone(), contexts(app));
    let both = move || {
        contexts();
        more();
    };
    let render = render_app_async_with_context(both, move || shell(leptos.clone()));
    render(Request::from_parts(parts, Body::empty())).await
}

/// The language of an address, else the reader's.
pub(super) fn lang(parts: &Parts) -> Lang {
    paths::language(parts.uri.path()).unwrap_or_else(|| Preference::of(&parts.headers).lang)
}

/// What every render and server function finds in its context.
fn contexts(app: &App) -> impl Fn() + Clone + Send + Sync + 'static {
    let app = app.clone();
    let dev_outbox = outbox_viewer::is_open(&app);
    move || {
        // Absent while the route list is made.
        let of_request = |parts: &Parts| (Preference::of(&parts.headers), parts.extensions.get::<CspNonce>().cloned());
        let (preference, nonce) = with_context::<Parts, _>(of_request).unwrap_or_default();
        if let Some(CspNonce(nonce)) = nonce {
            provide_context(Nonce::from_value(nonce));
        }
        provide_context(preference.lang);
        provide_context(app.services.campaigns.clone());
        provide_context(app.services.signatures.clone());
        provide_context(app.services.accounts.clone());
        provide_context(app.services.proofs.clone());
        provide_context(app.services.passkeys.clone());
        provide_context(app.services.audit.clone());
        provide_context(app.services.staff.clone());
        provide_context(app.services.house.clone());
        provide_context(app.services.settings.clone());
        provide_context(app.services.public.clone());
        provide_context(app.services.drafts.clone());
        provide_context(app.services.exports.clone());
        provide_context(app.services.keys.clone());
        provide_context(app.services.supporters.clone());
        provide_context(app.services.teams.clone());
        provide_context(app.services.invalidation.clone());
        provide_context(app.services.moderation.clone());
        provide_context(app.services.pictures.clone());
        provide_context(app.services.reports.clone());
        provide_context(app.services.running.clone());
        provide_context(app.services.updates.clone());
        provide_context(Site {
            name: app.options.name.clone(),
            origin: app.options.public_url.origin(),
            country: preference.country,
            dev_outbox,
            source_url: app.options.source_url.clone(),
            contact: app.options.contact.clone(),
        });
    }
}
