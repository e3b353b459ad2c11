//! What a page has to say about the server's answer that carries it. Nothing of this happens in the browser.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Sets the status of the answer to a page view. Where a form was sent, the server decides.
pub fn set_status(status: u16) {
    #[cfg(feature = "ssr")]
    if let (Some(response), Ok(status)) = (page_view(), http::StatusCode::from_u16(status)) {
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}

/// Leads to another page of ours: by a 302 on the server, by a navigation in the browser that leaves no entry in its history. The link is
/// for whoever has neither.
///
/// Leptos's own `redirect` panics on an address that no header can hold; this one answers with the link alone.
#[component]
pub fn MovedTo(
    /// The path.
    path: String,
    /// The text of the link.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let (Some(response), Ok(location)) = (page_view(), http::HeaderValue::from_str(&path)) {
        response.insert_header(http::header::LOCATION, location);
        response.set_status(http::StatusCode::FOUND);
    }
    let navigate = use_navigate();
    let target = path.clone();
    Effect::new(move |_| navigate(&target, NavigateOptions { replace: true, ..NavigateOptions::default() }));
    view! {
        <main id="main" class="page" tabindex="-1">
            <p><a href=path>{text}</a></p>
        </main>
    }
}

/// The answer, if a page was asked for and not a form sent.
#[cfg(feature = "ssr")]
fn page_view() -> Option<leptos_axum::ResponseOptions> {
    let method = use_context::<http::request::Parts>()?.method;
    if method == http::Method::GET || method == http::Method::HEAD { use_context() } else { None }
}
