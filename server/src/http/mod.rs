//! The public face: router and middleware, one concern a file.
//!
//! From the outside in, a request passes: compression, the log line, the headers of every answer, who asks, the pages of refusals, panics,
//! bounds, the API's statuses, cross-site forms; then the routes.

mod accounts;
mod api;
mod audit;
mod bounds;
mod compress;
mod counts;
mod csrf;
mod drafts;
mod files;
mod forms;
mod headers;
mod health;
mod house;
mod invalidation;
mod keys;
mod languages;
mod log;
mod moderation;
mod next;
mod options;
mod outbox_viewer;
mod page_cache;
mod pages;
mod panic;
mod passkeys;
mod pictures;
mod plain_page;
mod proof;
mod redirect;
mod refusal;
mod reports;
mod running;
mod settings;
mod share;
mod staff;
mod supporters;
mod teams;
mod updates;
mod visitor;

#[cfg(test)]
mod tests;

pub use health::Health;
pub use options::{HttpOptions, Services};

use axum::{
    Router,
    extract::{FromRef, Request, State},
    middleware::{Next, from_fn_with_state},
    response::Response,
    routing::get,
};
use leptos::config::LeptosOptions;
use std::{ops::Deref, sync::Arc};
use tokio::sync::Semaphore;
use tower::ServiceBuilder;

/// What handlers and middleware share. Every request clones it several times.
#[derive(Clone)]
struct App(Arc<Shared>);

struct Shared {
    services: Services,
    options: HttpOptions,
    leptos: LeptosOptions,
    /// Requests that can still be taken.
    room: Semaphore,
    /// Pictures that can still be read in.
    uploads: Semaphore,
    sitemap: share::SitemapCache,
    page_cache: page_cache::PageCache,
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl FromRef<App> for LeptosOptions {
    fn from_ref(app: &App) -> Self {
        app.leptos.clone()
    }
}

/// Everything that is served over HTTP. The peer's address is expected in the request's extensions, as
/// [`ConnectInfo`](axum::extract::ConnectInfo).
pub fn router(services: Services, options: HttpOptions) -> Router {
    let app = App(Arc::new(Shared {
        leptos: pages::leptos_options(&options),
        room: Semaphore::new(options.max_requests),
        uploads: Semaphore::new(pictures::AT_ONCE),
        sitemap: share::SitemapCache::default(),
        page_cache: page_cache::PageCache::default(),
        services,
        options,
    }));
    let middleware = ServiceBuilder::new()
        .layer(compress::layer())
        .layer(from_fn_with_state(app.clone(), pass))
        .layer(csrf::layer(&app.options.public_url));
    Router::new()
        .merge(pages::routes(&app).layer(from_fn_with_state(app.clone(), page_cache::serve)))
        .merge(forms::routes())
        .merge(accounts::routes())
        .merge(proof::routes())
        .merge(passkeys::routes())
        .merge(invalidation::routes())
        .merge(staff::routes())
        .merge(house::routes())
        .merge(settings::routes())
        .merge(audit::routes())
        .merge(counts::routes())
        .merge(drafts::routes())
        .merge(pictures::routes())
        .merge(keys::routes())
        .merge(supporters::routes())
        .merge(teams::routes())
        .merge(moderation::routes())
        .merge(reports::routes())
        .merge(running::routes())
        .merge(updates::routes())
        .merge(languages::routes())
        .merge(share::routes())
        .merge(outbox_viewer::routes(&app))
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/pkg/{*file}", get(files::serve))
        .fallback(files::serve)
        .method_not_allowed_fallback(refusal::wrong_method)
        .layer(middleware)
        .with_state(app)
}

/// Our own middleware, as one layer: axum clones and boxes everything within a layer for each request, and again in each layer around it.
async fn pass(State(app): State<App>, request: Request, next: Next) -> Response {
    let app = &app;
    let bounded = async |request| bounds::keep(app, request, async |request| api::statuses(request, next).await).await;
    let answered =
        async |request| refusal::as_pages(app, request, async |request| panic::catch(bounded(request)).await).await;
    let named = async |mut request| {
        visitor::identify(app, &mut request);
        answered(request).await
    };
    log::line(app, request, async |request| headers::set(app, request, named).await).await
}
