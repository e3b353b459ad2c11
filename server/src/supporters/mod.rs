//! Who supports a campaign before a moderator reads it. Of a supporter a keyed fingerprint of the address is kept, for as long as there is
//! the draft and its link, and nothing else: they do not become signers, who are asked for more and told more.

mod service;
mod store;

pub use service::Service;
pub(crate) use store::confirmed;
pub use store::sweep;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[store::STATEMENTS];
