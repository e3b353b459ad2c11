//! The picture of one draft without a database.

use app::campaigns::Picture;
use app::error::AppError;
use app::i18n::Lang;
use app::pictures::{Alt, OwnPicture, PictureFile, PictureForm, Pictures, Put};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: what it may change; without it nobody is signed in.
#[derive(Clone, Default)]
pub struct FakePictures(pub Option<OwnPicture>);

/// A picture in three widths, described in these words.
pub fn picture(alt: &str) -> Picture {
    Picture {
        path: "/pictures/5d".into(),
        widths: vec![480, 960, 1_600],
        size: (1_600, 900),
        alt: alt.into(),
        alt_lang: "es".into(),
    }
}

/// A draft in two languages, with a picture or without.
pub fn own(alt: Option<&str>) -> OwnPicture {
    OwnPicture {
        id: "d1".into(),
        title: "Un cruce seguro".into(),
        open: true,
        changes: false,
        languages: vec![Lang::Es, Lang::En],
        picture: alt.map(picture),
        alts: alt.map(|text| Alt { lang: Lang::Es, text: text.into() }).into_iter().collect(),
    }
}

#[async_trait]
impl Pictures for FakePictures {
    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<OwnPicture, AppError> {
        self.0.clone().ok_or(AppError::SignIn)
    }

    async fn put(&self, _: &Visitor, _: &str, _: &PictureForm, _: Option<Vec<u8>>) -> Result<Put, AppError> {
        Err(AppError::Internal)
    }

    async fn remove(&self, _: &Visitor, _: &str) -> Result<Put, AppError> {
        Err(AppError::Internal)
    }

    async fn of_draft(&self, _: &Visitor, _: &str, _: &PictureFile) -> Result<Vec<u8>, AppError> {
        Err(AppError::Internal)
    }

    async fn for_review(&self, _: &Visitor, _: &str, _: &PictureFile) -> Result<Vec<u8>, AppError> {
        Err(AppError::Internal)
    }

    async fn public(&self, _: &PictureFile) -> Result<Vec<u8>, AppError> {
        Err(AppError::Internal)
    }
}
