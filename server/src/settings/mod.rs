//! What admins set for the whole house.

mod campaigners;
mod current;
mod service;
mod store;

pub(crate) use campaigners::{contact_of as campaigner_contact, forget as forget_campaigner, is_invited};
pub use current::{Current, Held};
pub use service::Service;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[campaigners::STATEMENTS, store::STATEMENTS];
