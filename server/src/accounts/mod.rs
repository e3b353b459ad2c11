//! Accounts of those who run campaigns: signing in by a mailed link, sessions, and closing an account.

mod service;
mod sessions;
pub(crate) mod sign_ins;
mod store;

pub use service::{Parts, Service};
pub use sessions::{Proof, Session, Sessions};
pub use store::sweep;
pub(crate) use store::{address_of, contact_of};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[sessions::STATEMENTS, sign_ins::STATEMENTS, store::STATEMENTS];
