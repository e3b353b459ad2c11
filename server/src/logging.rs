//! What is logged, and what is not: nothing that a signer typed, no address, no statement's parameters.

use crate::config::{Log, LogFormat};
use std::{
    io::{self, IsTerminal},
    panic::PanicHookInfo,
};
use tracing::Level;
use tracing_subscriber::{
    Layer, Registry,
    filter::Targets,
    fmt,
    layer::SubscriberExt,
    util::{SubscriberInitExt, TryInitError},
};

/// What this program's own events are called.
const OURS: [&str; 2] = ["server", "undersigned"];

/// Starts logging to standard error, and has panics logged without what they say of data.
///
/// # Errors
/// When logging was started before.
pub fn start(log: &Log) -> Result<(), TryInitError> {
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match log.format {
        LogFormat::Pretty => lines.with_target(false).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).boxed(),
    };
    tracing_subscriber::registry().with(lines.with_filter(filter(log))).try_init()?;
    std::panic::set_hook(Box::new(log_panic));
    Ok(())
}

/// What passes. Libraries are held to errors whatever the level, for some write addresses (lettre) or statements (sqlx) below
/// that; those two are silent, and what they fail at is logged by us.
pub fn filter(log: &Log) -> Targets {
    let level = level(&log.level).unwrap_or(Level::INFO);
    let ours = OURS.map(|target| (target, level));
    Targets::new()
        .with_default(Level::ERROR)
        .with_targets(ours)
        .with_target("lettre", tracing::level_filters::LevelFilter::OFF)
        .with_target("sqlx", tracing::level_filters::LevelFilter::OFF)
}

/// The level of this name.
pub fn level(name: &str) -> Option<Level> {
    match name {
        "error" => Some(Level::ERROR),
        "warn" => Some(Level::WARN),
        "info" => Some(Level::INFO),
        "debug" => Some(Level::DEBUG),
        _ => None,
    }
}

/// Where a panic happened, and what it says if that stood in the program's text. A message that was made at run time may quote
/// data: slicing a string in the middle of a letter, for one, prints the string.
fn log_panic(info: &PanicHookInfo<'_>) {
    let message = info
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(its message is not logged, for it may hold data)");
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(target: "undersigned::panic", place, message, "A part of the program panicked; please report it.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing::metadata::LevelFilter;

    #[test]
    fn libraries_that_print_addresses_stay_silent_at_every_level() {
        for level in ["error", "warn", "info", "debug"] {
            let filter = filter(&Log { level: level.to_owned(), ..Log::default() });
            for target in ["lettre", "lettre::transport::smtp::client", "sqlx", "sqlx::query", "sqlx::postgres::notice"]
            {
                assert!(!filter.would_enable(target, &Level::ERROR), "{target} at {level}");
            }
            for target in ["hyper", "tower_http::csrf", "leptos_axum", "html5ever"] {
                assert!(!filter.would_enable(target, &Level::WARN), "{target} at {level}");
            }
            assert!(filter.would_enable("undersigned::request", &Level::ERROR));
        }
        assert_eq!(level("trace"), None);
        assert!(LevelFilter::OFF < LevelFilter::ERROR);
    }
}
