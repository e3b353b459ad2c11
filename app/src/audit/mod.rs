//! The audit log: who did what to what, and when.

mod action;
pub(crate) mod pages;
mod port;
mod view;

pub use action::Action;
pub use port::{Audit, AuditPort};
pub use view::{Actor, LogEntry, LogFilter, LogPage};
