//! Exports: counts for those who run the house and for campaigns' teams, signers for those who hold a key.

mod breakdown;
pub mod counts;
mod dashboard;
mod groups;
mod opened;
pub mod signers;

pub use dashboard::{Parts, Service};
pub use opened::Opened;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[counts::STATEMENTS, dashboard::STATEMENTS, signers::STATEMENTS];
