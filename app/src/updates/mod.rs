//! News on a campaign: written by its team, read by a moderator, shown on its page and mailed to signers who asked for them.

mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod view;

pub use form::{UpdateError, UpdateField, UpdateForm, UpdateInput, UpdateProblem, update_limits};
pub use port::{Updates, UpdatesPort};
pub use view::{
    Crowd, DecisionState, Mailing, MailingState, News, Update, UpdateAct, UpdateDecision, UpdateFormState, UpdateList,
    UpdateSaved, UpdateState, UpdateSummary, WaitingUpdate,
};
