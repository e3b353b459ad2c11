//! Campaigns: what the public reads of them, and bringing them in from a file.

mod directory;
mod file;
pub mod import;
mod line;
mod markdown;
mod revise;
mod service;
mod store;
mod view;

pub(crate) use directory::internal;
pub use directory::{Directory, Record};
pub(crate) use import::closing;
pub(crate) use markdown::to_html;
pub(crate) use revise::Revise;
pub use service::Service;
pub(crate) use store::set_sources;
pub use store::{Listed, each, listed_after, named, opens_digest_keys};
pub(crate) use view::{closing_day, day_text, ends_on, next_goal, page as page_of, share_url};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[store::STATEMENTS, import::STATEMENTS, revise::STATEMENTS];
