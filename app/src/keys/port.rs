use super::{KeyForm, KeyPage, KeyProblem, ReadingForm, ReadingPage, ReadingProblem, SealedPart, SignersPage};
use crate::{campaigns::Slug, error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to keys and to what they open, as found in the Leptos context.
pub type KeysPort = Arc<dyn Keys>;

/// Keys of campaigns, for the owners of their teams, and what moderators allow them to read. All methods fail with [`AppError::SignIn`] where nobody is signed in, with
/// [`AppError::NotFound`] for everybody else, and with [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Keys: Send + Sync {
    /// What the page of the signers' list says before anything is opened.
    ///
    /// # Errors
    /// As above.
    async fn signers(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<SignersPage, AppError>;

    /// The epochs or signers that follow the one of this id, sealed, as an export of the vault; one without any after the last. The log is
    /// told of every hand-out.
    ///
    /// # Errors
    /// As above, and [`AppError::NotFound`] where nobody may read signers.
    async fn sealed(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        part: SealedPart,
        after: Option<[u8; 16]>,
    ) -> Result<Vec<u8>, AppError>;

    /// The campaign's private key as it lies with the server, locked with a passphrase. The log is told.
    ///
    /// # Errors
    /// As [`Keys::sealed`]; [`AppError::SecondProof`] without a proof of the last ten minutes.
    async fn copy(&self, visitor: &Visitor, slug: &Slug) -> Result<Vec<u8>, AppError>;

    /// Deletes that copy, should there be one. The log is told.
    ///
    /// # Errors
    /// As above.
    async fn delete_copy(&self, visitor: &Visitor, slug: &Slug) -> Result<(), AppError>;

    /// A draft and its key.
    ///
    /// # Errors
    /// As above; [`AppError::NotFound`] also for changes to a public campaign's texts.
    async fn draft(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<KeyPage, AppError>;

    /// Takes the public half of a key that an owner's browser has made for a draft, and a locked copy of the private half, if one is
    /// sent. Answers once both are durable and in the audit log.
    ///
    /// # Errors
    /// As [`Keys::draft`]; [`AppError::SecondProof`] for a copy without a proof of the last twelve hours.
    async fn set(&self, visitor: &Visitor, id: &str, form: &KeyForm) -> Result<Result<(), KeyProblem>, AppError>;

    /// Takes the key from a draft that is being written, for its holder has lost it. Another one stays as it is.
    ///
    /// # Errors
    /// As [`Keys::draft`].
    async fn remove(&self, visitor: &Visitor, id: &str) -> Result<(), AppError>;

    /// What may be read of a campaign's signers, for moderators, hidden campaigns too.
    ///
    /// # Errors
    /// As above, and [`AppError::SecondProof`] without a proof of today.
    async fn reading(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<ReadingPage, AppError>;

    /// Sets it, for signatures that are made afterwards. Answers once the change is durable and in the audit log.
    ///
    /// # Errors
    /// As [`Keys::reading`], where the proof must have been given just now.
    async fn set_reading(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        form: &ReadingForm,
    ) -> Result<Result<(), ReadingProblem>, AppError>;
}
