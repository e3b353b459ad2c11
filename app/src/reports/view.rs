use super::{Outcome, ReportError, ReportForm, ReportKind};
use crate::campaigns::Slug;
use crate::error::AppError;

/// What the form names of the campaign that is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedCampaign {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the language of the title.
    pub text_lang: String,
}

/// A report in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReport {
    /// Names it in its address.
    pub id: String,
    /// What is wrong.
    pub kind: ReportKind,
    /// The campaign.
    pub campaign: ReportedCampaign,
    /// Whole days since it came.
    pub days: i64,
    /// What was done, once it is closed.
    pub outcome: Option<Outcome>,
}

/// A page of reports, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportList {
    /// At most 25.
    pub reports: Vec<OpenReport>,
    /// Whether there is another page.
    pub more: bool,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPage {
    /// As in the list.
    pub report: OpenReport,
    /// What was written: plain text, may be empty.
    pub text: String,
    /// BCP 47 code of the language of the interface in which it was written.
    pub lang: String,
    /// Whether an answer is asked for.
    pub wants_answer: bool,
    /// Whether its campaign is hidden.
    pub hidden: bool,
}

/// The context of the public form's page, where it came back.
#[derive(Clone, Default)]
pub struct ReportState {
    /// As it was typed.
    pub form: ReportForm,
    /// What is wrong with its fields.
    pub errors: Vec<ReportError>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// The context of a report's page, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct CloseState {
    /// Nothing was chosen.
    pub missing: bool,
    /// "Hidden" was chosen, and its campaign is not.
    pub not_hidden: bool,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}
