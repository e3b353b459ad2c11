//! Keys without a database: one browser, at most one campaign whose signers it may read.

use crate::fakes::slug;
use app::campaigns::{Reading, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::keys::{
    KeyForm, KeyPage, KeyProblem, KeyState, Keys, LockedCopy, ReadingForm, ReadingPage, ReadingProblem, SealedPart,
    SignersPage,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser and its campaign; without one it is not signed in.
#[derive(Clone, Default)]
pub struct FakeKeys {
    pub signers: Option<SignersPage>,
    /// What a moderator decides on.
    pub reading: Option<ReadingPage>,
    /// A draft and its key.
    pub draft: Option<KeyPage>,
}

/// A campaign with this to be read.
pub fn readable(reading: Reading) -> SignersPage {
    SignersPage {
        slug: slug("safe-crossing"),
        title: "Un cruce seguro".into(),
        text_lang: "es".into(),
        count: 12_431,
        reading,
        copy: LockedCopy::None,
    }
}

/// A draft in this state.
pub fn keyed(state: KeyState) -> KeyPage {
    KeyPage {
        id: "d1".into(),
        title: "Keep the night bus running".into(),
        label: "night-bus".into(),
        today: "4 March 2026".into(),
        state,
    }
}

#[async_trait]
impl Keys for FakeKeys {
    async fn signers(&self, _: &Visitor, _: Lang, asked: &Slug) -> Result<SignersPage, AppError> {
        let page = self.signers.clone().ok_or(AppError::SignIn)?;
        if page.slug == *asked { Ok(page) } else { Err(AppError::NotFound) }
    }

    async fn sealed(&self, _: &Visitor, _: &Slug, _: SealedPart, _: Option<[u8; 16]>) -> Result<Vec<u8>, AppError> {
        Err(AppError::NotFound)
    }

    async fn copy(&self, _: &Visitor, _: &Slug) -> Result<Vec<u8>, AppError> {
        Err(AppError::NotFound)
    }

    async fn delete_copy(&self, _: &Visitor, _: &Slug) -> Result<(), AppError> {
        Err(AppError::NotFound)
    }

    async fn draft(&self, _: &Visitor, _: Lang, id: &str) -> Result<KeyPage, AppError> {
        let page = self.draft.clone().ok_or(AppError::SignIn)?;
        if page.id == id { Ok(page) } else { Err(AppError::NotFound) }
    }

    async fn set(&self, _: &Visitor, _: &str, _: &KeyForm) -> Result<Result<(), KeyProblem>, AppError> {
        Err(AppError::Internal)
    }

    async fn remove(&self, _: &Visitor, _: &str) -> Result<(), AppError> {
        Err(AppError::Internal)
    }

    async fn reading(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<ReadingPage, AppError> {
        self.reading.clone().ok_or(AppError::SecondProof)
    }

    async fn set_reading(
        &self,
        _: &Visitor,
        _: &Slug,
        _: &ReadingForm,
    ) -> Result<Result<(), ReadingProblem>, AppError> {
        Err(AppError::Internal)
    }
}
