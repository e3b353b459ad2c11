//! Review: what moderators see and decide in the browser. The decisions on drafts themselves are [`crate::drafts::Review`], which the command
//! line shares.

mod besides;
mod catalogue;
mod changes;
mod locks;
mod notes;
mod public;
mod queue;
mod reasons;
mod service;
mod sweep;
mod unread;

pub(crate) use besides::window;
pub(crate) use catalogue::{text_of, texts_of};
pub use locks::Stop;
pub(crate) use locks::{is_own, release, stop};
pub(crate) use queue::age;
pub(crate) use reasons::how_many as how_many_reasons_wait;
pub use service::Service;
pub use sweep::sweep;
pub(crate) use unread::{add as add_unread, since as unread_since};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[
    catalogue::STATEMENTS,
    locks::STATEMENTS,
    notes::STATEMENTS,
    public::STATEMENTS,
    queue::STATEMENTS,
    reasons::STATEMENTS,
    sweep::STATEMENTS,
    unread::STATEMENTS,
];
