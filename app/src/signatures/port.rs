use super::{CodeForm, ConfirmForm, Inbox, ManageForm, Mine, SignError, SignForm, Step, Subscription, Thanks};
use crate::{campaigns::Slug, error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to signatures, as found in the Leptos context.
pub type SignaturesPort = Arc<dyn Signatures>;

/// A step that was taken; the visitor's next page knows of it by this cookie.
pub struct Accepted {
    /// The whole value of a `Set-Cookie` header.
    pub cookie: String,
}

/// The answer to a sign form.
pub enum SignAnswer {
    /// Taken. The same for a new signature, a repeated one, one over a mail cap and a flagged one.
    Accepted(Accepted),
    /// Fields break a rule; nothing was changed.
    Refused(Vec<SignError>),
}

/// The flow of a signature. Every method answers only after its changes are durable.
///
/// All fail with [`AppError::NotFound`] or [`AppError::Gone`] for a campaign that is not public, [`AppError::Busy`] when the writer's
/// queue is full, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Signatures: Send + Sync {
    /// Takes a signature and queues its mail.
    ///
    /// # Errors
    /// Also [`AppError::Closed`] after the deadline and [`AppError::TooMany`] for a network over its limit.
    async fn sign(&self, visitor: &Visitor, lang: Lang, slug: &Slug, form: &SignForm) -> Result<SignAnswer, AppError>;

    /// What the inbox page shows to this visitor.
    ///
    /// # Errors
    /// As above.
    async fn inbox(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Inbox, AppError>;

    /// Confirms by the code from the mail; `None` if it does not fit. A try counts whether it fits or not.
    ///
    /// # Errors
    /// As above; [`AppError::TooMany`] for a network over its limit.
    async fn confirm_by_code(
        &self,
        visitor: &Visitor,
        lang: Lang,
        slug: &Slug,
        form: &CodeForm,
    ) -> Result<Option<Accepted>, AppError>;

    /// What a confirmation link shows. Changes nothing.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`].
    async fn pending(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Step, AppError>;

    /// Confirms by link. Idempotent: a repeat is a success.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`].
    async fn confirm(&self, lang: Lang, slug: &Slug, token: &str, form: &ConfirmForm) -> Result<Accepted, AppError>;

    /// What the thank-you page shows to this visitor.
    ///
    /// # Errors
    /// As above.
    async fn thanks(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Thanks, AppError>;

    /// A signature as its signer sees it.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`].
    async fn mine(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Mine, AppError>;

    /// What the link in an update's mail shows, also of a campaign that is not public any more. Changes nothing.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`].
    async fn subscription(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Subscription, AppError>;

    /// Ends updates by that link, and drops those that wait to be mailed. Idempotent: a repeat is a success, also for a signature that is
    /// gone.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`].
    async fn unsubscribe(&self, slug: &Slug, token: &str) -> Result<(), AppError>;

    /// Hides name and reason, stops updates, or withdraws. Idempotent.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`].
    async fn manage(&self, lang: Lang, slug: &Slug, token: &str, form: &ManageForm) -> Result<Mine, AppError>;
}
