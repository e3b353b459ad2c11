use crate::running::{RunField, RunProblem, RunState};

/// Running a public campaign, and the answers that moderators look at.
#[derive(Clone, Copy)]
pub enum RunMsg<'a> {
    /// Heading of the page.
    Run,
    /// The link to it, beside the campaign's title.
    RunLink,
    /// Where the campaign stands.
    State(RunState, Option<&'a str>),
    /// Heading over its end.
    EndTitle,
    /// The label of a field.
    Label(RunField),
    /// Its help.
    Help(RunField),
    /// The help of the last day, with the time zone.
    DayHelp(&'a str),
    /// What is wrong with a field.
    Problem(RunField, RunProblem),
    /// The button that sets the last day.
    Extend,
    /// It cannot be opened again.
    Final,
    /// Heading and button: closing now.
    Close,
    /// What follows from it.
    CloseText,
    /// What is to be ticked.
    Sure,
    /// What follows from the tick.
    SureHelp,
    /// Heading and button: archiving.
    Archive,
    /// What follows from it.
    ArchiveText,
    /// The button that undoes it.
    ShowAgain,
    /// Heading over the answer.
    ReplyTitle,
    /// What it is for.
    ReplyText,
    /// The answer waits for a moderator.
    ReplyWaits,
    /// Before a moderator's remark.
    ReplySentBack,
    /// The public reads it.
    ReplyShown,
    /// The button that sends the answer.
    SendReply,
    /// The button that takes it from the page.
    RemoveReply,
    /// Heading over the numbers that were reached.
    Milestones,
    /// In the place of them.
    NoMilestones,
    /// A number and the day on which it was reached.
    Reached {
        /// Signatures.
        n: i64,
        /// The day.
        day: &'a str,
    },
    /// After a campaign became public before anybody had read it.
    PublishedUnread,
    /// It was saved.
    Saved,
    /// What became of what was typed.
    Kept,
    /// Heading of the page of answers that wait.
    WaitingReplies,
    /// None waits.
    NoneWaits,
    /// The button that shows one.
    Show,
    /// The button that sends one back.
    SendBack,
    /// Who has answered, and when.
    By {
        /// Who.
        by: &'a str,
        /// The day.
        day: &'a str,
    },
    /// The link to where the answer is to be read.
    Source,
    /// Heading of the answer on the campaign's page.
    PublicReply,
    /// For how many days an answer is waited for.
    WaitingDays(i64),
}
