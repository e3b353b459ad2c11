//! The router as a browser meets it, over ports that are made up.

mod bounds;
mod forms;
mod headers;
mod house;
mod languages;
mod logs;
mod outbox;
mod refusals;
mod share;
mod stopping;
mod teams;
