use super::{OwnPicture, PictureError, PictureFile, PictureForm};
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to pictures, as found in the Leptos context.
pub type PicturesPort = Arc<dyn Pictures>;

/// What came of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is done.
    Done,
    /// Fields break rules, or the file is no picture that can be shown; nothing was changed.
    Refused(Vec<PictureError>),
    /// The draft is not being written any more. Nothing was changed.
    Closed,
}

/// Pictures of campaigns. A picture is kept as what was drawn from its file in a few widths, and nothing else of the file.
///
/// What concerns drafts is for the owners and editors of their team, and fails with [`AppError::SignIn`] where nobody is signed in and with
/// [`AppError::NotFound`] for a draft that is not there or is not theirs. All fail with [`AppError::Busy`] where too much is to be done at
/// once, and with [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Pictures: Send + Sync {
    /// The picture of a draft.
    ///
    /// # Errors
    /// As above.
    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<OwnPicture, AppError>;

    /// Puts a picture in the place of the one that a draft has, with the texts for those who do not see it; without a file, other texts
    /// beside the one that there is. Answers only after it is durable.
    ///
    /// # Errors
    /// As above.
    async fn put(
        &self,
        visitor: &Visitor,
        id: &str,
        form: &PictureForm,
        file: Option<Vec<u8>>,
    ) -> Result<Put, AppError>;

    /// Deletes the picture of a draft.
    ///
    /// # Errors
    /// As above.
    async fn remove(&self, visitor: &Visitor, id: &str) -> Result<Put, AppError>;

    /// A file of a draft's picture: JPEG.
    ///
    /// # Errors
    /// As above; [`AppError::NotFound`] also for a file that is not there.
    async fn of_draft(&self, visitor: &Visitor, id: &str, file: &PictureFile) -> Result<Vec<u8>, AppError>;

    /// A file of the picture of a campaign that waits, is public or is hidden, for moderators: JPEG.
    ///
    /// # Errors
    /// As [`Pictures::of_draft`], and [`AppError::SecondProof`].
    async fn for_review(&self, visitor: &Visitor, id: &str, file: &PictureFile) -> Result<Vec<u8>, AppError>;

    /// A file of the picture of a public campaign: JPEG.
    ///
    /// # Errors
    /// [`AppError::NotFound`] unless there is one, [`AppError::Internal`] when the database fails.
    async fn public(&self, file: &PictureFile) -> Result<Vec<u8>, AppError>;
}
