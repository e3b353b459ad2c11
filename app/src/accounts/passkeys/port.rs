use super::{Ceremony, PasskeyForm, PasskeyProblem, PasskeysView};
use crate::{error::AppError, i18n::Lang, signatures::Accepted, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to passkeys, as found in the Leptos context.
pub type PasskeysPort = Arc<dyn Passkeys>;

/// A question to a device.
pub struct Question {
    /// What its browser passes on to it: the options of WebAuthn, as JSON.
    pub options: String,
    /// The cookie that the answer has to come back with.
    pub cookie: Accepted,
}

/// What became of a form on the page of passkeys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyChange {
    /// A passkey was added.
    Added,
    /// It is removed, or was not there.
    Removed,
}

/// Passkeys. All fail with [`AppError::NotFound`] where the site's address can have none, with [`AppError::Busy`] when the writer's queue is
/// full, and with [`AppError::Internal`] when the database fails; the inner error says what was wrong with the answer of a device, after
/// which nothing was changed but that its question is used up.
#[async_trait]
pub trait Passkeys: Send + Sync {
    /// Whether browsers let this site's address have passkeys: a name over https, or `localhost`.
    fn work_here(&self) -> bool;

    /// Asks a device. Its answer is taken within [`PASSKEY_MINUTES`](super::PASSKEY_MINUTES), and once.
    ///
    /// # Errors
    /// Also [`AppError::TooMany`] for a network over its limit; where it is not for signing in, [`AppError::SignIn`] if nobody is; where it
    /// is for adding one, [`AppError::SecondProof`] and [`AppError::SignIn`] as [`PasskeyAccess`](super::PasskeyAccess) says.
    async fn start(&self, visitor: &Visitor, ceremony: Ceremony) -> Result<Question, AppError>;

    /// Signs in whom the answer of a device tells. The session has given its second proof, for the device asked who uses it.
    ///
    /// # Errors
    /// Also [`AppError::TooMany`].
    async fn sign_in(
        &self,
        visitor: &Visitor,
        lang: Lang,
        credential: &str,
    ) -> Result<Result<Accepted, PasskeyProblem>, AppError>;

    /// Takes the answer of a device as second proof of who uses the account that is signed in.
    ///
    /// # Errors
    /// Also [`AppError::TooMany`], and [`AppError::SignIn`] if nobody is signed in.
    async fn prove(&self, visitor: &Visitor, credential: &str) -> Result<Result<(), PasskeyProblem>, AppError>;

    /// The passkeys of the account that is signed in, whether they work here or not. Changes nothing.
    ///
    /// # Errors
    /// Also [`AppError::SignIn`].
    async fn list(&self, visitor: &Visitor, lang: Lang) -> Result<PasskeysView, AppError>;

    /// Adds a passkey by the answer of a device, or removes one, as the form says; the owner is told by mail. Answers once it is durable.
    ///
    /// # Errors
    /// Also [`AppError::SignIn`], and [`AppError::SecondProof`] as [`PasskeyAccess`](super::PasskeyAccess) says. Removing is possible where they
    /// do not work, too.
    async fn change(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &PasskeyForm,
    ) -> Result<Result<PasskeyChange, PasskeyProblem>, AppError>;
}
