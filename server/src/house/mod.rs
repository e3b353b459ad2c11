//! The house as admins run it: how it is doing, and the same as figures for Prometheus.

mod figures;
pub mod metrics;
mod service;

pub use figures::{Figures, Gauge};
pub use service::Service;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[figures::STATEMENTS];
