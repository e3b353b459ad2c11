//! What the public reports, and what moderators do with it.

mod service;
mod store;

pub use service::Service;
pub(crate) use store::how_many;
pub use store::sweep;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[store::STATEMENTS];
