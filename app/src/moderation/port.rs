use super::{
    CampaignFilter, CampaignRows, Case, CaseAction, CaseError, CaseForm, GroundAction, GroundError, GroundForm,
    GroundRow, PublicCase, Queue, QueueFilter, ReasonFilter, ReasonRows,
};
use crate::campaigns::Slug;
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

/// What came of a form on the page of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroundAnswer {
    /// It is done, or was done before.
    Done(GroundAction),
    /// Fields break a rule; nothing was changed.
    Refused(Vec<GroundError>),
}

/// What came of hiding a campaign or showing it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HideAnswer {
    /// It is done, or somebody else has done it.
    Done,
    /// No reason was given that is in the catalogue.
    NoGround,
    /// Whoever decides belongs to its team, and others could.
    OwnTeam,
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

    /// The catalogue of reasons, for admins who have just proved who they are.
    ///
    /// # Errors
    /// As above, for whoever is no admin too.
    async fn catalogue(&self, visitor: &Visitor) -> Result<Vec<GroundRow>, AppError>;

    /// Adds, changes, retires or restores a reason, for admins who have just proved who they are.
    ///
    /// # Errors
    /// As [`Moderation::catalogue`]; [`AppError::NotFound`] for a reason that is not there, too.
    async fn change_catalogue(
        &self,
        visitor: &Visitor,
        action: GroundAction,
        form: &GroundForm,
    ) -> Result<GroundAnswer, AppError>;

    /// Campaigns that are public or hidden.
    ///
    /// # Errors
    /// As above.
    async fn campaigns(&self, visitor: &Visitor, filter: &CampaignFilter) -> Result<CampaignRows, AppError>;

    /// One of them.
    ///
    /// # Errors
    /// As above; [`AppError::NotFound`] if there is none at this address, too.
    async fn campaign(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<PublicCase, AppError>;

    /// Hides a public campaign for these reasons; its team is written to.
    ///
    /// # Errors
    /// As [`Moderation::campaign`].
    async fn hide(&self, visitor: &Visitor, slug: &Slug, grounds: &[String]) -> Result<HideAnswer, AppError>;

    /// Refuses for these reasons a campaign that became public before anybody had read it: it is never shown again, and its team is
    /// written to.
    ///
    /// # Errors
    /// As [`Moderation::campaign`].
    async fn refuse(&self, visitor: &Visitor, slug: &Slug, grounds: &[String]) -> Result<HideAnswer, AppError>;

    /// Lets such a campaign stay public.
    ///
    /// # Errors
    /// As [`Moderation::campaign`].
    async fn approve(&self, visitor: &Visitor, slug: &Slug) -> Result<HideAnswer, AppError>;

    /// Shows a hidden campaign again, as it was; its team is written to.
    ///
    /// # Errors
    /// As [`Moderation::campaign`].
    async fn show(&self, visitor: &Visitor, slug: &Slug) -> Result<HideAnswer, AppError>;

    /// Reasons of signers.
    ///
    /// # Errors
    /// As above.
    async fn reasons(&self, visitor: &Visitor, filter: &ReasonFilter) -> Result<ReasonRows, AppError>;

    /// Shows these reasons, or removes them for good; how many there were.
    ///
    /// # Errors
    /// As above.
    async fn decide_reasons(&self, visitor: &Visitor, show: bool, ids: &[String]) -> Result<u32, AppError>;
}
