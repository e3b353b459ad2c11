//! Review: what moderators decide on, and the reasons that they give.

mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod view;

pub use form::{CaseAction, CaseError, CaseField, CaseForm, CaseOrder, TextProblem, remark_max};
pub use port::{CaseAnswer, CaseStop, Moderation, ModerationPort};
pub use view::{
    AgeBand, Case, CaseState, Ground, Lock, Note, Piece, Queue, QueueFilter, QueueItem, TextChange, Waiting,
};
