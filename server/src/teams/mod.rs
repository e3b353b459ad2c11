//! Teams: who may do what for a campaign, and mails to those who write.

mod mails;
mod role;

pub use mails::TeamMails;
pub(crate) use role::{Member, TeamRole};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[mails::STATEMENTS, role::STATEMENTS];
