use crate::error::{AppError, PageError};

/// What went wrong, and the way on.
#[derive(Clone)]
pub enum ErrorMsg {
    /// Heading of an error page.
    Title(PageError),
    /// What happened, what was kept, what to do.
    Text(PageError),
    /// The same of a sign-in link that does not work.
    SignInLink,
    /// Above a form that failed as a whole: the same, and that what was typed is still there.
    Form(AppError),
    /// Before the number under which the log tells of the failure.
    RequestId,
    /// Loads the page again.
    TryAgain,
}
