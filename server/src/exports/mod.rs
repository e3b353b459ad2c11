//! Exports: counts for those who run the house, signers for those who hold a key.

pub mod counts;
pub mod signers;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[counts::STATEMENTS, signers::STATEMENTS];
