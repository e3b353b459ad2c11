//! Exports: counts for those who run the house, signers for those who hold a key.

pub mod counts;
mod groups;
mod opened;
pub mod signers;

pub use opened::Opened;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[counts::STATEMENTS, signers::STATEMENTS];
