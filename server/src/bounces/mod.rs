//! Mails that come back: reports are read (RFC 3464), found by the tag in the address to which they came, and taken in.
//!
//! What a report says of recipients is never read: whoever likes can write one. Only the tag counts, which nobody else can make.

mod maildir;
mod receiver;
mod report;

pub use maildir::Maildir;
pub use receiver::{Receiver, Taken};
pub use report::{LONGEST, Weight};
