//! The public face: router and middleware, one concern a file.
//!
//! From the outside in, a request passes: the log line, compression, the headers of every answer, who asks, the pages of refusals, panics,
//! bounds, cross-site forms, the API's statuses; then the routes.

mod accounts;
mod api;
mod bounds;
mod compress;
mod csrf;
mod files;
mod forms;
mod headers;
mod health;
mod languages;
mod log;
mod options;
mod outbox_viewer;
mod page_cache;
mod pages;
mod panic;
mod plain_page;
mod redirect;
mod refusal;
mod share;
mod visitor;

#[cfg(test)]
mod tests;

pub use health::Health;
pub use options::{HttpOptions, Services};

use axum::{
    Router,
    extract::FromRef,
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use leptos::config::LeptosOptions;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What handlers and middleware share.
#[derive(Clone)]
struct App {
    services: Services,
    options: Arc<HttpOptions>,
    leptos: LeptosOptions,
    /// Requests that can still be taken.
    room: Arc<Semaphore>,
    sitemap: Arc<share::SitemapCache>,
    page_cache: page_cache::PageCache,
}

impl FromRef<App> for LeptosOptions {
    fn from_ref(app: &App) -> Self {
        app.leptos.clone()
    }
}

/// Everything that is served over HTTP. The peer's address is expected in the request's extensions, as
/// [`ConnectInfo`](axum::extract::ConnectInfo).
pub fn router(services: Services, options: HttpOptions) -> Router {
    let app = App {
        leptos: pages::leptos_options(&options),
        room: Arc::new(Semaphore::new(options.max_requests)),
        sitemap: Arc::default(),
        page_cache: page_cache::PageCache::default(),
        services,
        options: Arc::new(options),
    };
    Router::new()
        .merge(pages::routes(&app).layer(from_fn_with_state(app.clone(), page_cache::serve)))
        .merge(forms::routes())
        .merge(accounts::routes())
        .merge(languages::routes())
        .merge(share::routes())
        .merge(outbox_viewer::routes(&app))
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/pkg/{*file}", get(files::serve))
        .fallback(files::serve)
        .method_not_allowed_fallback(refusal::wrong_method)
        .layer(from_fn(api::statuses))
        .layer(csrf::layer(&app.options.public_url))
        .layer(from_fn_with_state(app.clone(), bounds::keep))
        .layer(from_fn(panic::catch))
        .layer(from_fn_with_state(app.clone(), refusal::as_pages))
        .layer(from_fn_with_state(app.clone(), visitor::identify))
        .layer(from_fn_with_state(app.clone(), headers::set))
        .layer(compress::layer())
        .layer(from_fn_with_state(app.clone(), log::line))
        .with_state(app)
}
