use crate::campaigns::Reading;
use crate::keys::ReadingProblem;

/// What key holders may read of a campaign's signers, on the page of the moderator who decides it.
#[derive(Clone, Copy)]
pub enum ReadingMsg {
    /// Heading of the page, and the link to it.
    Title,
    /// What a change concerns.
    Explain,
    /// Above the choices.
    Legend,
    /// A choice.
    Choice(Reading),
    /// What it means.
    Means(Reading),
    /// Button.
    Save,
    /// It is done.
    Saved,
    /// Beside what was wrong.
    NothingChanged,
    /// Why it cannot be.
    Problem(ReadingProblem),
}
