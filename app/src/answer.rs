//! What a page has to say about the answer that carries it.

use crate::error::AppError;
use crate::signatures::Accepted;
use crate::typed::KeptForm;
use crate::ui::Kept;
use http::{HeaderValue, Method, StatusCode, header, request::Parts};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// Sets the status of the answer to a page view. Where a form was sent, the server decides.
pub fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (page_view(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// Leads to another page of ours by a 302. The link is for whoever does not follow it. Where a form was sent and is kept, it is shown instead.
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
    if let Some(form) = use_context::<KeptForm>() {
        return view! { <Kept form=form/> }.into_any();
    }
    if let (Some(response), Ok(location)) = (page_view(), HeaderValue::from_str(&path)) {
        response.insert_header(header::LOCATION, location);
        response.set_status(StatusCode::FOUND);
    }
    view! {
        <main id="main" class="page" tabindex="-1">
            <p><a href=path>{text}</a></p>
        </main>
    }
    .into_any()
}

/// Sends a cookie with the answer of a server function.
///
/// # Errors
/// [`AppError::Internal`] for one that no header can hold.
pub fn set_cookie(accepted: &Accepted) -> Result<(), AppError> {
    let value = HeaderValue::from_str(&accepted.cookie).map_err(|_| AppError::Internal)?;
    if let Some(response) = use_context::<ResponseOptions>() {
        response.append_header(header::SET_COOKIE, value);
    }
    Ok(())
}

/// The path that was asked for, with its query.
pub fn asked_for() -> String {
    with_context::<Parts, _>(|parts| parts.uri.path_and_query().map(ToString::to_string)).flatten().unwrap_or_default()
}

/// The answer, if a page was asked for and not a form sent.
fn page_view() -> Option<ResponseOptions> {
    let method = use_context::<Parts>()?.method;
    if method == Method::GET || method == Method::HEAD { use_context() } else { None }
}
