//! Rules that take signatures off a campaign's count, and put them back.
//!
//! A rule asks for what is stored beside a signature. The hour of signing is not: a confirmed row has no time, and the rows of an hour's
//! secret say that they are of one hour, never of which. A mail domain is stored as a fingerprint under the campaign's key, so it can be
//! found by whoever knows it, for as long as that key is there.

mod job;
mod public;
mod service;
mod store;
mod sweep;

pub use job::Invalidator;
pub(crate) use public::{PublicRemoval, public};
pub use service::Service;
pub use sweep::sweep;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] =
    &[job::STATEMENTS, public::STATEMENTS, service::STATEMENTS, store::STATEMENTS, sweep::STATEMENTS];
