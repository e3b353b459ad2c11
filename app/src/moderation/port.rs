use super::{Case, CaseAction, CaseError, CaseForm, Queue, QueueFilter};
use crate::drafts::DraftError;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to review, as found in the Leptos context.
pub type ModerationPort = Arc<dyn Moderation>;

/// What stands in the way of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseStop {
    /// Somebody else is at it: the address.
    Held(String),
    /// Whoever decides belongs to its team, and others could.
    OwnTeam,
    /// It cannot be published as it is.
    Unfit(Vec<DraftError>),
    /// Its team has changed it since it was looked at.
    Changed,
}

/// What came of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseAnswer {
    /// It is done.
    Done(CaseAction),
    /// Fields break a rule; nothing was changed.
    Refused(Vec<CaseError>),
    /// It may not be; nothing was changed.
    Stopped(CaseStop),
    /// The campaign does not wait any more: its team took it back, or somebody else has decided.
    Over,
}

/// What moderators do. Every method answers only after its changes are durable and are in the audit log.
///
/// All fail with [`AppError::SignIn`] if nobody is signed in, [`AppError::NotFound`] for whoever is no moderator,
/// [`AppError::SecondProof`] without a proof of today, [`AppError::Busy`] when the writer's queue is full and [`AppError::Internal`] when
/// the database fails.
#[async_trait]
pub trait Moderation: Send + Sync {
    /// A page of what waits.
    ///
    /// # Errors
    /// As above.
    async fn queue(&self, visitor: &Visitor, filter: &QueueFilter) -> Result<Queue, AppError>;

    /// One campaign that waits; `None` if it does not, or not any more.
    ///
    /// # Errors
    /// As above.
    async fn case(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Option<Case>, AppError>;

    /// Does what a form of its page asks for.
    ///
    /// # Errors
    /// As above.
    async fn act(
        &self,
        visitor: &Visitor,
        id: &str,
        action: CaseAction,
        form: &CaseForm,
    ) -> Result<CaseAnswer, AppError>;
}
