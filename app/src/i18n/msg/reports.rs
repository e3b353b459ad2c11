use crate::reports::{Outcome, ReportField, ReportKind, ReportProblem};

/// Reports by the public.
#[derive(Clone, Copy)]
pub enum ReportMsg {
    /// The link on a campaign's page, and the heading of the form.
    Report,
    /// What becomes of a report.
    Lead,
    /// What is kept of whoever reports.
    Kept,
    /// A field's label.
    Label(ReportField),
    /// A field's help.
    Help(ReportField),
    /// A kind.
    Kind(ReportKind),
    /// What is wrong with a field, and what to do.
    Problem(ReportField, ReportProblem),
    /// The button.
    Send,
    /// Heading once it was sent.
    SentTitle,
    /// What happens now.
    SentText,
    /// Link from the queue, with how many wait.
    Wait(i64),
    /// Heading of the list.
    List,
    /// Heading of those that are closed.
    Closed,
    /// Link to those that wait.
    Waiting,
    /// None waits.
    NoneWaits,
    /// None is closed.
    NoneClosed,
    /// How long they are kept.
    ClosedHow,
    /// Label of the links between pages.
    Pages,
    /// Column: what is wrong.
    ColumnKind,
    /// Heading of one.
    One,
    /// Where nothing was written.
    NoText,
    /// Before what was written.
    Written,
    /// An answer is asked for.
    WantsAnswer,
    /// None is.
    NoAnswer,
    /// Link to hide the campaign.
    ToCampaign,
    /// Link to the reasons that are shown.
    ToReasons,
    /// Heading of the form that closes.
    CloseTitle,
    /// Legend of the choice.
    CloseLegend,
    /// A choice.
    Outcome(Outcome),
    /// The button.
    Close,
    /// After it.
    DidClose,
    /// Nothing was chosen.
    Choose,
    /// The campaign is not hidden.
    NotHidden,
}
