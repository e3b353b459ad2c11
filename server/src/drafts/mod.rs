//! Campaigns that are being written, and their review until they are public.

mod check;
mod preview;
mod review;
mod service;
mod store;

pub use review::{Decision, Review, Reviewed, Submitted, read_submitted, submitted};
pub use service::{Parts, Service};
pub(crate) use store::{close_teams, forms_of};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[review::STATEMENTS, store::STATEMENTS];
