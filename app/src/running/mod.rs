//! Running a public campaign: its end, what whoever is asked has answered, and the numbers it has reached.

mod form;
pub(crate) mod pages;
mod port;
mod view;

pub use form::{Answer, ReplyForm, RunError, RunField, RunForm, RunProblem, run_limits};
pub use port::{Ran, Running, RunningPort};
pub use view::{Milestone, OwnReply, ReplyState, RunPage, RunState, WaitingReply};
