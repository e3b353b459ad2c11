//! The flow of a signature: what is computed before, what happens in the writer's transaction, and what is read.

pub mod act;
pub mod batch;
mod confirm;
mod dead_letters;
mod epochs;
pub(crate) mod mail_waits;
mod mailing;
mod manage;
pub(crate) mod outbox;
mod reasons;
pub mod recount;
mod region;
pub(crate) mod returned;
mod service;
mod sign;
mod store;
pub mod sweep;
pub mod tally;

pub use dead_letters::{Retried, retry_dead_letters};
pub use epochs::Epochs;
pub use mail_waits::{MailStatus, mail_is_paused, mail_status, pause_mail, resume_mail};
pub(crate) use mail_waits::{pause as mail_waits_in, resume as mail_goes_in, status as mail_status_in};
pub use mailing::Outbox;
pub(crate) use reasons::decide as decide_in;
pub use reasons::{Reason, ReasonState, decide_reason, list_reasons};
pub use returned::Returned;
pub use service::Service;
pub(crate) use store::shown_reasons;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[
    confirm::STATEMENTS,
    dead_letters::STATEMENTS,
    epochs::STATEMENTS,
    mail_waits::STATEMENTS,
    mailing::STATEMENTS,
    manage::STATEMENTS,
    outbox::STATEMENTS,
    reasons::STATEMENTS,
    recount::STATEMENTS,
    returned::STATEMENTS,
    sign::STATEMENTS,
    store::STATEMENTS,
    sweep::STATEMENTS,
    tally::STATEMENTS,
];
