//! Keys without a database: one browser, at most one campaign whose signers it may read.

use crate::fakes::slug;
use app::campaigns::{Reading, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::keys::{Keys, ReadingForm, ReadingPage, ReadingProblem, SealedPart, SignersPage};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser and its campaign; without one it is not signed in.
#[derive(Clone, Default)]
pub struct FakeKeys {
    pub signers: Option<SignersPage>,
    /// What a moderator decides on.
    pub reading: Option<ReadingPage>,
}

/// A campaign with this to be read.
pub fn readable(reading: Reading) -> SignersPage {
    SignersPage {
        slug: slug("safe-crossing"),
        title: "Un cruce seguro".into(),
        text_lang: "es".into(),
        count: 12_431,
        reading,
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
