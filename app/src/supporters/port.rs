use super::OwnSupport;
use crate::accounts::AskForm;
use crate::campaigns::CampaignPage;
use crate::signatures::SignError;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to supporters, as found in the Leptos context.
pub type SupportersPort = Arc<dyn Supporters>;

/// What came of entering an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supported {
    /// A mail is on its way. The same where none is: nobody learns who supports it already.
    Accepted,
    /// The address was refused; nothing was kept.
    Refused(Vec<SignError>),
    /// As many people as can have entered theirs.
    Full,
}

/// Supporters of campaigns that are being written. What concerns a team fails with [`AppError::SignIn`] for whoever is not signed in, and
/// with [`AppError::NotFound`] for whoever may not write the draft; [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Supporters: Send + Sync {
    /// The link of a draft, and how many support it.
    ///
    /// # Errors
    /// As above.
    async fn own(&self, visitor: &Visitor, draft: &str) -> Result<OwnSupport, AppError>;

    /// Makes the link, unless there is one.
    ///
    /// # Errors
    /// As above.
    async fn open(&self, visitor: &Visitor, draft: &str) -> Result<(), AppError>;

    /// Takes the link back, and with it everyone who has supported the draft.
    ///
    /// # Errors
    /// As above.
    async fn close(&self, visitor: &Visitor, draft: &str) -> Result<(), AppError>;

    /// The campaign behind a link, as it was saved last.
    ///
    /// # Errors
    /// [`AppError::LinkInvalid`] if there is none, [`AppError::Internal`] when the database fails.
    async fn page(&self, lang: Lang, token: &str) -> Result<CampaignPage, AppError>;

    /// Asks the owner of an address, by mail, whether they support it.
    ///
    /// # Errors
    /// As [`Supporters::page`]; [`AppError::TooMany`] for a network over its limit and [`AppError::Busy`] when the writer's queue is full, too.
    async fn support(&self, visitor: &Visitor, lang: Lang, token: &str, form: &AskForm) -> Result<Supported, AppError>;

    /// Whether the link of a mail works.
    ///
    /// # Errors
    /// As [`Supporters::page`].
    async fn asked(&self, token: &str) -> Result<(), AppError>;

    /// Counts whoever owns the mailbox. A repeat changes nothing.
    ///
    /// # Errors
    /// As above.
    async fn confirm(&self, token: &str) -> Result<(), AppError>;
}
