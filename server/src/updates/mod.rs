//! News on campaigns: written by their teams, read by a moderator, shown, and mailed to signers who asked for them.

mod mailer;
mod mailings;
mod review;
mod service;
mod store;

pub use mailer::Mailer;
pub(crate) use review::how_many_wait;
pub use review::{Review, Waiting, waiting, waiting_one};
pub use service::Service;
pub use store::PublicUpdate;
pub(crate) use store::public;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] =
    &[mailer::STATEMENTS, mailings::STATEMENTS, review::STATEMENTS, store::STATEMENTS];
