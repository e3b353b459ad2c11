//! The audit log: who did what to what, and when.

mod action;

pub use action::Action;
