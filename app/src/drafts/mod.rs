//! Campaigns that are being written: the form and its rules, and what becomes of it until it is public.

mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod view;

pub use form::{DraftError, DraftField, DraftForm, DraftInput, DraftProblem, StartForm, draft_limits};
pub(crate) use pages::filled;
pub(crate) use parts::{OwnCampaigns, Refusal};
pub use port::{Drafts, DraftsPort, Saved, Started};
pub use view::{Draft, DraftFormState, DraftState, DraftSummary, OwnCampaign, StartState};
