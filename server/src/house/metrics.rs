//! The figures as Prometheus reads them, on a listener of their own that only this machine can reach.
//!
//! A store of figures keeps what it is told with the second in which it asked, and the database deliberately knows no more of a
//! confirmed signature than its hour: so what is told of signatures changes with the hour alone. Nothing is told by campaign.

use super::figures::{Figures, Gauge};
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{StatusCode, header};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How old figures may be, so that whoever asks all the time does not keep the database busy.
const LIVE: Duration = Duration::from_secs(5);

struct Metrics {
    gauge: Gauge,
    last: Mutex<Option<(Instant, Arc<str>)>>,
}

/// What is served: `/metrics`, in the text format of Prometheus.
pub fn router(gauge: Gauge) -> Router {
    let metrics = Arc::new(Metrics { gauge, last: Mutex::default() });
    Router::new().route("/metrics", get(serve)).with_state(metrics)
}

async fn serve(State(metrics): State<Arc<Metrics>>) -> Response {
    let mut last = metrics.last.lock().await;
    if let Some((_, text)) = last.as_ref().filter(|(at, _)| at.elapsed() < LIVE) {
        return answer(text);
    }
    match metrics.gauge.read().await {
        Ok(figures) => {
            let text: Arc<str> = text(&figures).into();
            *last = Some((Instant::now(), Arc::clone(&text)));
            answer(&text)
        }
        Err(error) => {
            tracing::error!(%error, "the figures could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

fn answer(text: &Arc<str>) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text.to_string()).into_response()
}

/// A label's value, or none.
type Label<'a> = Option<(&'a str, &'a str)>;

/// One figure with its help, its labels and its values. All are gauges: they go up and down.
fn put<'a>(text: &mut String, name: &str, help: &str, values: impl IntoIterator<Item = (Label<'a>, i64)>) {
    let mut values = values.into_iter().peekable();
    if values.peek().is_none() {
        return;
    }
    // Writing to a string does not fail.
    let _ = writeln!(text, "# HELP undersigned_{name} {help}\n# TYPE undersigned_{name} gauge");
    for (label, value) in values {
        let _ = match label {
            Some((key, word)) => writeln!(text, "undersigned_{name}{{{key}=\"{word}\"}} {value}"),
            None => writeln!(text, "undersigned_{name} {value}"),
        };
    }
}

fn text(figures: &Figures) -> String {
    let mut text = String::new();
    let out = &mut text;
    let one = |value: i64| [(None, value)];
    let maybe = |value: Option<i64>| value.map(|value| (None, value));
    let seconds = |since: i64| figures.age(since) / 1_000_000;
    let bytes = |bytes: Option<u64>| maybe(bytes.and_then(|bytes| i64::try_from(bytes).ok()));
    let (today, hour) = (figures.today, figures.this_hour);
    put(out, "signatures", "Signatures that count, as of the last full hour.", one(figures.counting - hour.net));
    let events = [
        (Some(("event", "signed")), today.signed - hour.signed),
        (Some(("event", "confirmed")), today.confirmed - hour.confirmed),
    ];
    put(
        out,
        "signatures_today",
        "Forms sent and signatures confirmed since midnight UTC, as of the last full hour.",
        events,
    );
    let campaigns = figures.campaigns.iter().map(|(state, n)| (Some(("state", state.code())), *n));
    put(out, "campaigns", "Campaigns by state.", campaigns);
    let waiting = figures.queues.iter().map(|queue| (Some(("queue", queue.kind.code())), queue.count));
    put(out, "waiting", "What waits for moderators.", waiting);
    let ages =
        figures.queues.iter().filter_map(|queue| Some((Some(("queue", queue.kind.code())), queue.since.map(seconds)?)));
    put(out, "waiting_oldest_seconds", "For how long the oldest of it has waited.", ages);
    let mails =
        [(Some(("state", "queued")), figures.mail.waiting), (Some(("state", "given_up")), figures.mail.given_up)];
    put(out, "mails", "Mails that wait to be sent, and those that were given up.", mails);
    let returned = figures
        .returned
        .into_iter()
        .flat_map(|mails| [(Some(("weight", "hard")), mails.hard), (Some(("weight", "soft")), mails.soft)]);
    put(out, "mails_returned_day", "Mails that came back in the last 24 full hours, for good or for now.", returned);
    let oldest = maybe(figures.mail_since.map(seconds));
    put(out, "mails_oldest_seconds", "For how long the oldest mail has waited to be sent.", oldest);
    put(out, "mail_paused", "1 while no mail is sent.", one(i64::from(figures.mail.paused)));
    put(out, "database_bytes", "Bytes that the database takes.", bytes(figures.bytes));
    put(out, "disk_free_bytes", "Bytes that are free on the disk of this server's data.", bytes(figures.free));
    let _ = writeln!(
        out,
        "# HELP undersigned_info The program and its database.\n# TYPE undersigned_info gauge\n\
         undersigned_info{{version=\"{}\",database=\"{}\",database_version=\"{}\"}} 1",
        env!("CARGO_PKG_VERSION"),
        figures.database,
        figures.database_version.replace(['"', '\\', '\n'], ""),
    );
    text
}
