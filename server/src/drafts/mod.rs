//! Campaigns that are being written, and their review until they are public.

mod check;
mod own;
mod preview;
mod public;
mod review;
mod service;
mod store;

pub(crate) use own::{OwnDraft, own};
pub(crate) use public::form_of;
pub(crate) use review::unfit;
pub use review::{Decision, Review, Reviewed, Submitted, find_submitted, submitted};
pub use service::Service;
pub(crate) use service::page_of;
pub(crate) use store::{forms_of, read_form};

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[public::STATEMENTS, review::STATEMENTS, store::STATEMENTS];
