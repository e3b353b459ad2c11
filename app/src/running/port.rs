use super::{ReplyForm, RunError, RunForm, RunPage, WaitingReply};
use crate::{campaigns::Slug, error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to running campaigns, as found in the Leptos context.
pub type RunningPort = Arc<dyn Running>;

/// What came of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ran {
    /// It is done.
    Done,
    /// Fields break rules; nothing was changed.
    Refused(Vec<RunError>),
}

/// Running a public campaign, for the owners and editors of its team, and what moderators decide on its answers. Every method answers only
/// after its changes are durable.
///
/// All fail with [`AppError::SignIn`] where nobody is signed in, [`AppError::NotFound`] for a campaign of others, [`AppError::Busy`]
/// when the writer's queue is full, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Running: Send + Sync {
    /// The campaign's page.
    ///
    /// # Errors
    /// As above.
    async fn read(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<RunPage, AppError>;

    /// Does what a form of that page says.
    ///
    /// # Errors
    /// As above.
    async fn change(&self, visitor: &Visitor, slug: &Slug, form: &RunForm) -> Result<Ran, AppError>;

    /// Answers that wait for a moderator, at most a hundred.
    ///
    /// # Errors
    /// As above, and [`AppError::SecondProof`].
    async fn waiting(&self, visitor: &Visitor, lang: Lang) -> Result<Vec<WaitingReply>, AppError>;

    /// Shows an answer or sends it back. One that no longer waits is left as it is.
    ///
    /// # Errors
    /// As [`Running::waiting`].
    async fn decide(&self, visitor: &Visitor, form: &ReplyForm) -> Result<Ran, AppError>;
}
