//! Moderators and admins: who they are, how they are invited, and their roles.

mod invite;
mod service;
mod store;

pub use invite::{Inviting, invite, reset_proof};
pub use service::Service;
pub(crate) use store::{accept, delete_old, is_last_admin, waiting};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[store::STATEMENTS];
