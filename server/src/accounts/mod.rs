//! Accounts of those who run campaigns: signing in by a mailed link or a passkey, sessions, and closing an account.

pub mod passkeys;
pub mod proof;
mod service;
mod sessions;
pub(crate) mod sign_ins;
mod store;

pub use service::Service;
pub(crate) use sessions::role_of;
pub use sessions::{Proof, Session, Sessions};
pub use store::sweep;
pub(crate) use store::{address_of, contact_of, with_role};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] =
    &[passkeys::STATEMENTS, proof::STATEMENTS, sessions::STATEMENTS, sign_ins::STATEMENTS, store::STATEMENTS];
