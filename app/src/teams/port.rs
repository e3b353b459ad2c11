use super::{Invited, MyTeams, OfferForm, Team, TeamForm, TeamProblem};
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to teams, as found in the Leptos context.
pub type TeamsPort = Arc<dyn Teams>;

/// What came of a form on a team's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is done.
    Done,
    /// One is not in the team any more.
    Left,
    /// Nothing was changed.
    Refused(TeamProblem),
}

/// What came of a form on the page of all teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// There is a new team, or the campaign is now of this team.
    In(String),
    /// The offer was declined.
    Declined,
    /// Nothing was changed.
    Refused(TeamProblem),
}

/// Teams and their members. All fail with [`AppError::SignIn`] for a browser that is not signed in, [`AppError::NotFound`] for a team
/// that one is not in and for what one's role does not allow, [`AppError::Busy`] when the writer's queue is full, and
/// [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Teams: Send + Sync {
    /// One's teams, and what is offered to oneself.
    ///
    /// # Errors
    /// As above.
    async fn mine(&self, visitor: &Visitor, lang: Lang) -> Result<MyTeams, AppError>;

    /// A team that one is in.
    ///
    /// # Errors
    /// As above.
    async fn team(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Team, AppError>;

    /// Does what a form on a team's page asks.
    ///
    /// # Errors
    /// As above.
    async fn change(&self, visitor: &Visitor, lang: Lang, id: &str, form: &TeamForm) -> Result<Changed, AppError>;

    /// Makes a team, or answers an offer.
    ///
    /// # Errors
    /// As above.
    async fn answer(&self, visitor: &Visitor, lang: Lang, form: &OfferForm) -> Result<Answered, AppError>;

    /// What the link of an invitation shows. Changes nothing.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`] for one that was used, withdrawn, is too old, is not ours or was mailed to another address.
    async fn invitation(&self, visitor: &Visitor, token: &str) -> Result<Invited, AppError>;

    /// Joins a team by an invitation, or gets the role that it gives; the team's id. `Err` in it: nothing was changed.
    ///
    /// # Errors
    /// As [`Teams::invitation`].
    async fn join(&self, visitor: &Visitor, lang: Lang, token: &str) -> Result<Result<String, TeamProblem>, AppError>;
}
