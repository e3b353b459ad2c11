use super::{Account, AccountForm, AskForm, Invitation, SignInCodeForm};
use crate::signatures::{Accepted, SignError};
use crate::teams::StuckTeam;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to accounts, as found in the Leptos context.
pub type AccountsPort = Arc<dyn Accounts>;

/// The answer to a form that asks for a sign-in mail.
pub enum Asked {
    /// Taken. The same whether the address has an account, gets a first one, or has asked too often to be written to.
    Accepted(Accepted),
    /// The address breaks a rule; nothing was changed.
    Refused(Vec<SignError>),
}

/// What came of pressing a sign-in link's button.
pub enum LinkUsed {
    /// This browser had asked, and is signed in now.
    SignedIn(Accepted),
    /// Another browser had asked: these digits are to be typed there.
    Code(String),
}

/// Signing in, and the account's page. Every method answers only after its changes are durable.
///
/// All fail with [`AppError::Busy`] when the writer's queue is full, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Mails a link to whoever owns the address.
    ///
    /// # Errors
    /// Also [`AppError::TooMany`] for a network over its limit.
    async fn ask(&self, visitor: &Visitor, lang: Lang, form: &AskForm) -> Result<Asked, AppError>;

    /// The address that this browser asked with within the last hour.
    fn asked(&self, visitor: &Visitor) -> Option<String>;

    /// What a link shows. Changes nothing.
    ///
    /// # Errors
    /// Also [`AppError::LinkInvalid`] for one that was used, is older than 15 minutes or is not ours.
    async fn invitation(&self, visitor: &Visitor, token: &str) -> Result<Invitation, AppError>;

    /// Uses a link up.
    ///
    /// # Errors
    /// As [`Accounts::invitation`].
    async fn use_link(&self, visitor: &Visitor, lang: Lang, token: &str) -> Result<LinkUsed, AppError>;

    /// Signs in by the code that another browser showed; `None` if it does not fit. A try counts whether it fits or not.
    ///
    /// # Errors
    /// Also [`AppError::TooMany`] for a network over its limit.
    async fn use_code(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &SignInCodeForm,
    ) -> Result<Option<Accepted>, AppError>;

    /// The account that this browser is signed in to.
    ///
    /// # Errors
    /// As above.
    async fn account(&self, visitor: &Visitor, lang: Lang) -> Result<Option<Account>, AppError>;

    /// Signs out, ends another session, or closes the account, as the form says. `None` if this browser is not signed in, or no longer.
    ///
    /// # Errors
    /// As above.
    async fn change(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &AccountForm,
    ) -> Result<Option<AccountChange>, AppError>;

    /// Everything that is stored about the account, as JSON; `None` if this browser is not signed in.
    ///
    /// # Errors
    /// As above.
    async fn export(&self, visitor: &Visitor) -> Result<Option<String>, AppError>;
}

/// What became of a form on the account's page.
pub enum AccountChange {
    /// Another session was ended (or was none of this account's); this browser stays signed in.
    Ended,
    /// This browser is signed out; the cookie's end.
    SignedOut(Accepted),
    /// The account is closed; the cookie's end.
    Closed(Accepted),
    /// Closing was not ticked; nothing was changed.
    NotSure,
    /// It is the account of the only admin, which is not closed.
    LastAdmin,
    /// These teams would be without an owner; nothing was changed.
    Stuck(Vec<StuckTeam>),
}
