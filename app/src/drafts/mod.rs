//! Campaigns that are being written: the form and its rules, and what becomes of it until it is public.

mod facts;
mod field;
mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod rules;
mod texts;
mod view;
mod zones;

pub use facts::{FactRow, FactsForm};
pub use field::{DraftError, DraftField, DraftProblem, FactPart, draft_limits};
pub use form::{DraftForm, DraftInput, StartForm};
pub(crate) use pages::filled;
pub(crate) use parts::OwnCampaigns;
pub use port::{Drafts, DraftsPort, Saved, Started};
pub use rules::sources;
pub use texts::{TextsForm, TextsInput};
pub use view::{
    Draft, DraftFormState, DraftKey, DraftState, DraftSummary, OwnCampaign, OwnSources, OwnTexts, SourcesState,
    StartState,
};
pub use zones::ZONES;
