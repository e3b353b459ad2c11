//! Keys of campaigns: who may have what they open.

mod handout;
mod making;
mod reading;
mod service;

pub(crate) use making::Kept;
pub use service::Service;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[handout::STATEMENTS, making::STATEMENTS, reading::STATEMENTS];
