//! What the public reports to the house, and what moderators do with it.

mod form;
pub(crate) mod pages;
mod port;
mod view;

pub use form::{Outcome, Report, ReportError, ReportField, ReportForm, ReportKind, ReportProblem, TEXT_MAX};
pub use port::{CloseAnswer, ReportAnswer, Reports, ReportsPort};
pub use view::{CloseState, OpenReport, ReportList, ReportPage, ReportState, ReportedCampaign};
