//! Pictures of campaigns: drawn anew from what was sent, kept beside their campaigns, and handed out to whoever may see them.

mod draw;
mod service;
mod store;

pub use service::Service;
pub(crate) use store::{
    Shown, adopt, change, drop_draft, drop_drafts_of_team, of_draft, of_public, publish, texts_of_draft,
};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[store::STATEMENTS];
