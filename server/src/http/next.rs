//! Where signing in leads, if not to the account: kept in a cookie, for the link in the mail knows nothing of it.

use super::{App, forms::go_on, visitor::cookie};
use app::{i18n::Lang, paths, signatures::Accepted};
use axum::response::Response;
use http::{HeaderValue, header, request::Parts};

/// Seconds that it is kept: as long as the page that says that a mail was sent.
const SECONDS: u32 = 3_600;

const fn name(secure: bool) -> &'static str {
    if secure { "__Host-undersigned-next" } else { "undersigned-next" }
}

fn set(app: &App, mut response: Response, value: &str, seconds: u32) -> Response {
    let secure = app.options.public_url.is_https();
    let (name, flag) = (name(secure), if secure { "; Secure" } else { "" });
    let cookie = format!("{name}={value}; Path=/{flag}; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Has this browser remember a page that signing in may lead to.
pub(super) fn keep(app: &App, response: Response, next: &str) -> Response {
    set(app, response, next, SECONDS)
}

/// Leads on from signing in: to what was kept, else to the account.
pub(super) fn lead(app: &App, lang: Lang, page: &Parts, accepted: &Accepted) -> Response {
    match cookie(&page.headers, name(app.options.public_url.is_https())) {
        Some(next) if paths::may_follow_sign_in(&next) => set(app, go_on(&next, accepted), "", 0),
        _ => go_on(&paths::account(lang), accepted),
    }
}
