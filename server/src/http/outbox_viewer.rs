//! `/dev/outbox`: the mails that a server without mail settings keeps in memory. They open every signature, so nobody but the
//! person at this machine may see them.

use super::{App, refusal::refuse, visitor::peer};
use crate::{config::is_loopback_name, mail::StoredMail};
use app::error::AppError;
use axum::{
    Router,
    extract::{Path, Request, State},
    middleware::{Next, from_fn},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, header};
use leptos::config::LeptosOptions;
use maud::{DOCTYPE, Markup, html};

/// Whether there is a viewer at all: mails are kept, and the public URL, the listener and the trust in proxies all say that only
/// this machine is served.
pub(super) fn is_open(app: &App) -> bool {
    let options = &app.options;
    let public = &options.public_url;
    app.services.outbox.is_some()
        && options.loopback
        && public.is_loopback()
        && !public.is_https()
        && options.trusted_hops == 0
}

pub(super) fn routes(app: &App) -> Router<App> {
    if !is_open(app) {
        return Router::new();
    }
    Router::new()
        .route("/dev/outbox", get(list))
        .route("/dev/outbox/{number}", get(show))
        .route_layer(from_fn(from_here_only))
}

/// Refuses what does not come from this machine: another peer, a name that somebody made point here, a proxy.
async fn from_here_only(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let near = peer(&request).is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    // A target in absolute form takes the place of `Host`.
    let named = names_this_machine(headers) && request.uri().host().is_none_or(is_loopback_name);
    if near && named && !was_forwarded(headers) { next.run(request).await } else { refuse(AppError::NotFound) }
}

/// Where two hosts are named, who knows which of them a browser or proxy on the way has looked at.
fn names_this_machine(headers: &HeaderMap) -> bool {
    headers.contains_key(header::HOST)
        && headers.get_all(header::HOST).iter().all(|host| host.to_str().is_ok_and(is_loopback_name))
}

fn was_forwarded(headers: &HeaderMap) -> bool {
    headers.keys().map(http::HeaderName::as_str).any(|name| {
        name.starts_with("x-forwarded")
            || name.ends_with("-connecting-ip")
            || ["forwarded", "via", "x-real-ip", "true-client-ip"].contains(&name)
    })
}

async fn list(State(app): State<App>) -> Response {
    let mails = app.services.outbox.as_ref().map(|outbox| outbox.list()).unwrap_or_default();
    page(
        &app,
        "Outbox",
        html! {
            h1.title data-length="small" { "Outbox" }
            @if mails.is_empty() {
                div.empty { p { "No mail yet. Sign a campaign, and the mail that would go out appears here." } p { a href="/" { "Campaigns" } } }
            } @else {
                p.meta { "The newest 500 mails, newest first" }
                ol.mails role="list" {
                    @for mail in mails {
                        li {
                            a href={ "/dev/outbox/" (mail.id) } {
                                span.mails-subject { (mail.subject) } " "
                                span.mails-to { (mail.to) } " "
                                time datetime=(mail.received) { (to_the_second(&mail.received)) }
                            }
                        }
                    }
                }
            }
        },
    )
}

async fn show(State(app): State<App>, Path(number): Path<String>) -> Response {
    let found = number.parse().ok().and_then(|number| app.services.outbox.as_ref()?.get(number));
    match found {
        Some(mail) => page(&app, &mail.subject, letter(&mail, &app.options.public_url.origin())),
        None => refuse(AppError::NotFound),
    }
}

/// A time of RFC 3339 as one reads it.
fn to_the_second(time: &str) -> String {
    time.get(..19).unwrap_or(time).replace('T', " ")
}

/// A mail as text. Its HTML part is shown as what it is written in, never run.
fn letter(mail: &StoredMail, origin: &str) -> Markup {
    html! {
        p.back { a href="/dev/outbox" { "Outbox" } }
        h1.title data-length="small" { (mail.subject) }
        dl.facts-list {
            div { dt { "To" } dd { (mail.to) } }
            @if let Some(address) = &mail.unsubscribe {
                div { dt { "List-Unsubscribe" } dd { a href=(address) { (address) } } }
            }
            div { dt { "Made" } dd { time datetime=(mail.received) { (to_the_second(&mail.received)) } } }
        }
        h2.section { "Text" }
        pre.mail-text { (linked(&mail.text, origin)) }
        h2.section { "HTML" }
        pre.mail-text { (mail.html) }
    }
}

/// The text with links where it names an address of this site.
fn linked(text: &str, origin: &str) -> Markup {
    let ours = |word: &str| word.strip_prefix(origin).is_some_and(|path| path.starts_with('/'));
    html! {
        @for word in text.split_inclusive(char::is_whitespace) {
            @let bare = word.trim_end();
            @if ours(bare) { a href=(bare) { (bare) } (&word[bare.len()..]) } @else { (word) }
        }
    }
}

/// The stylesheet's address, with the hash that the build left beside the binary.
fn stylesheet(options: &LeptosOptions) -> String {
    let hashes = std::env::current_exe()
        .ok()
        .and_then(|exe| std::fs::read_to_string(exe.with_file_name(&*options.hash_file)).ok());
    let hash = hashes.as_deref().and_then(|text| text.lines().find_map(|line| line.strip_prefix("css:")));
    hash.map_or_else(|| "/pkg/undersigned.css".to_owned(), |hash| format!("/pkg/undersigned.{}.css", hash.trim()))
}

fn page(app: &App, title: &str, content: Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" dir="ltr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) " – Undersigned" }
                link rel="stylesheet" href=(stylesheet(&app.leptos));
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
            }
            body {
                a.skip href="#main" { "Skip to content" }
                aside.banner aria-label="Trial mode" { p { "Nothing is sent. Mails stay in this server’s memory, for trying things out." } }
                header.masthead {
                    a.wordmark href="/" { "Undersigned" }
                    nav.masthead-nav aria-label="Site" { a href="/dev/outbox" { "Outbox" } }
                }
                main.page #main tabindex="-1" { (content) }
            }
        }
    };
    Html(page.into_string()).into_response()
}
