//! Review: what moderators decide on, and the reasons that they give.

mod form;
mod ground_form;
mod house_view;
pub(crate) mod pages;
mod parts;
mod port;
mod view;

pub(crate) use pages::{asked, asked_page};
pub(crate) use parts::Pages;

pub use crate::typed::TextProblem;

pub use form::{CaseAction, CaseError, CaseField, CaseForm, CaseOrder};
pub use ground_form::{GROUND_MAX, GroundAction, GroundError, GroundField, GroundForm, GroundProblem};
pub use house_view::{
    CampaignFilter, CampaignRow, CampaignRows, GroundRow, GroundState, HideState, PublicCase, ReasonFilter, ReasonRow,
    ReasonRows,
};
pub use port::{CaseAnswer, CaseStop, GroundAnswer, HideAnswer, Moderation, ModerationPort};
pub use view::{
    AgeBand, Case, CaseState, Ground, Lock, Note, Piece, Queue, QueueFilter, QueueItem, TextChange, UnreadItem, Waiting,
};
