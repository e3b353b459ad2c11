//! Renders a page as the server does, and what it takes to read it.

use crate::fakes::Fakes;
use app::app::{App, shell};
use app::campaigns::CampaignsPort;
use app::signatures::SignaturesPort;
use app::site::Site;
use app::visitor::{Network, RequestId, Visitor};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use leptos::prelude::*;
use std::sync::{Arc, LazyLock};
use tokio::runtime::{Builder, Runtime};

pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub html: String,
}

pub fn site() -> Site {
    Site {
        origin: "https://undersigned.example".into(),
        country: app::signatures::Country::parse("MX"),
        dev_outbox: true,
        source_url: "https://example.org/undersigned".into(),
        contact: Some("hello@undersigned.example".into()),
    }
}

pub async fn get(path: &str) -> Page {
    render(Method::GET, path, || {}).await
}

pub async fn render(method: Method, path: &str, context: impl Fn() + Clone + Send + Sync + 'static) -> Page {
    // Also sets the executor that Leptos spawns its tasks on, once for the process.
    static ROUTES: std::sync::Once = std::sync::Once::new();
    ROUTES.call_once(|| drop(leptos_axum::generate_route_list(App)));
    let visitor = Visitor { network: Network([0; 16]), cookie: None };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::ACCEPT, "text/html")
        .extension(visitor)
        .extension(RequestId("b3f1-77ac".into()))
        .body(Body::empty())
        .unwrap();
    let options = LeptosOptions::builder().output_name("undersigned").build();
    let handler = leptos_axum::render_app_async_with_context(
        move || {
            provide_context::<CampaignsPort>(Arc::new(Fakes));
            provide_context::<SignaturesPort>(Arc::new(Fakes));
            provide_context(site());
            context();
        },
        move || shell(options.clone()),
    );
    // All pages of this process on one runtime: where tests with runtimes of their own render at the same time, Leptos now and then misses
    // a wake-up and the page never ends.
    static RUNTIME: LazyLock<Runtime> =
        LazyLock::new(|| Builder::new_multi_thread().worker_threads(2).build().unwrap());
    let response = RUNTIME.spawn(handler(request)).await.unwrap();
    let status = response.status();
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    Page { status, location, html: String::from_utf8(bytes.to_vec()).unwrap() }
}

impl Page {
    pub fn has(&self, text: &str) -> &Self {
        assert!(self.html.contains(text), "{text:?} is not in\n{}", self.html);
        self
    }

    pub fn lacks(&self, text: &str) -> &Self {
        assert!(!self.html.contains(text), "{text:?} is in\n{}", self.html);
        self
    }

    /// What stands between the first `from` after which comes a `to`.
    pub fn between(&self, from: &str, to: &str) -> &str {
        let start = self.html.find(from).unwrap_or_else(|| panic!("{from:?} is not in\n{}", self.html)) + from.len();
        let rest = &self.html[start..];
        &rest[..rest.find(to).unwrap_or_else(|| panic!("{to:?} does not follow {from:?}"))]
    }
}
