//! Running a public campaign: its end, the answers of those who are asked, and the numbers it reaches.

pub mod milestones;
mod service;
mod store;

pub use service::Service;
pub(crate) use store::{PublicReply, how_many_wait, milestones as reached, public_reply};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[milestones::STATEMENTS, store::STATEMENTS];
