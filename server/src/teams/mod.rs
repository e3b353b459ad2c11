//! Teams: members and what they may do, invitations, campaigns that go from one team to another, and mails to members.

mod change;
mod invitations;
mod mails;
mod members;
mod moves;
mod offers;
mod read;
mod role;
mod service;
mod sweep;

pub use mails::TeamMails;
pub(crate) use members::{Ending, close, make, names_and_roles, role_of};
pub(crate) use role::{Member, read_role};
pub use service::Service;
pub use sweep::sweep;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] = &[
    invitations::STATEMENTS,
    mails::STATEMENTS,
    members::STATEMENTS,
    offers::STATEMENTS,
    read::STATEMENTS,
    role::STATEMENTS,
    sweep::STATEMENTS,
];
