use super::{News, Update, UpdateAct, UpdateDecision, UpdateForm, UpdateList, UpdateSaved, WaitingUpdate};
use crate::{campaigns::Slug, error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to updates, as found in the Leptos context.
pub type UpdatesPort = Arc<dyn Updates>;

/// News on campaigns.
///
/// What is for a campaign's team fails with [`AppError::SignIn`] for a browser that is not signed in and with [`AppError::NotFound`] for
/// whoever may not write for the campaign; what is for moderators with [`AppError::SignIn`], [`AppError::NotFound`] and
/// [`AppError::SecondProof`]. All fail with [`AppError::NotFound`] for what is not there, [`AppError::Busy`] when the writer's queue is
/// full, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Updates: Send + Sync {
    /// All updates of a campaign, for its team.
    ///
    /// # Errors
    /// As above.
    async fn list(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<UpdateList, AppError>;

    /// Begins an update; its id, or `None` if as many are being written as there may be.
    ///
    /// # Errors
    /// As above.
    async fn start(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<String>, AppError>;

    /// An update, for its team.
    ///
    /// # Errors
    /// As above.
    async fn read(&self, visitor: &Visitor, lang: Lang, slug: &Slug, id: &str) -> Result<Update, AppError>;

    /// Saves over `version`, and submits if `submit` says so and every field is sound.
    ///
    /// # Errors
    /// As above.
    async fn save(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        id: &str,
        version: i64,
        submit: bool,
        form: &UpdateForm,
    ) -> Result<UpdateSaved, AppError>;

    /// Does something else with an update. `false` if a limit stands against it: of test mails, or of mailings in seven days. What does
    /// not fit how it stands any more changes nothing, and is no failure.
    ///
    /// # Errors
    /// As above.
    async fn act(&self, visitor: &Visitor, slug: &Slug, id: &str, act: UpdateAct) -> Result<bool, AppError>;

    /// A campaign's public updates. Pages count from 1.
    ///
    /// # Errors
    /// As above; [`AppError::Gone`] for a campaign that was hidden.
    async fn news(&self, lang: Lang, slug: &Slug, page: u32) -> Result<News, AppError>;

    /// What waits for a moderator, the oldest first, at most a thousand.
    ///
    /// # Errors
    /// As above.
    async fn waiting(&self, visitor: &Visitor, lang: Lang) -> Result<Vec<WaitingUpdate>, AppError>;

    /// One that waits for a moderator.
    ///
    /// # Errors
    /// As above.
    async fn waiting_one(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<WaitingUpdate, AppError>;

    /// Decides on this version, with a remark for its team where it is sent back; the team is written to. `false` if that version does not
    /// wait any more.
    ///
    /// # Errors
    /// As above.
    async fn decide(
        &self,
        visitor: &Visitor,
        id: &str,
        version: i64,
        decision: UpdateDecision,
        remark: &str,
    ) -> Result<bool, AppError>;
}
