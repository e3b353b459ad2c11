//! The page of a draft's picture, and the picture where it is shown.

use crate::fake_pictures::{FakePictures, own, picture};
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::form::FieldError;
use app::pictures::{OwnPicture, PictureField, PictureForm, PictureProblem, PictureState, PicturesPort};
use axum::http::Method;
use leptos::prelude::provide_context;
use std::sync::Arc;

const PICTURE: &str = "/en/account/campaigns/draft/d1/picture";
const IMAGEN: &str = "/es/account/campaigns/draft/d1/picture";

async fn seen(own: Option<OwnPicture>, path: &str) -> Page {
    let fake = FakePictures(own);
    render(Method::GET, path, move || provide_context::<PicturesPort>(Arc::new(fake.clone()))).await
}

#[tokio::test]
async fn a_picture_is_chosen_and_described_in_each_language() {
    let page = seen(Some(own(None)), PICTURE).await;
    page.has("enctype=\"multipart/form-data\"")
        .has("accept=\"image/jpeg,image/png,image/webp\"")
        .has("What can be seen on it (Español)</label>")
        .has("What can be seen on it (English) <span class=\"optional\">")
        .has("at most 8 MB and 25 million pixels")
        .lacks("Remove the picture");
    let one = OwnPicture { languages: vec![app::i18n::Lang::En], ..own(None) };
    seen(Some(one), PICTURE).await.has("What can be seen on it</label>");
    seen(Some(own(None)), IMAGEN).await.has("Qué se ve en ella (Español)</label>");
    assert_eq!(seen(None, PICTURE).await.location.as_deref(), Some("/en/sign-in"));
}

#[tokio::test]
async fn nothing_gets_out_of_what_is_said_of_a_picture() {
    let page = seen(Some(own(Some(NASTY))), &format!("{PICTURE}?saved=picture")).await;
    page.lacks("<script>alert")
        .has("The picture is saved.")
        .has("Remove the picture")
        .has("srcset=\"/pictures/5d-480.jpg 480w, /pictures/5d-960.jpg 960w, /pictures/5d-1600.jpg 1600w\"");
    page.has("width=\"1600\"").has("height=\"900\"").has("lang=\"es\"").has("Another picture in its place");
    let shut = OwnPicture { open: false, ..own(Some(NASTY)) };
    seen(Some(shut), PICTURE).await.has("cannot be changed while").lacks("type=\"file\"").lacks("<script>alert");
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    let state = PictureState {
        form: PictureForm::read(&[("alt_es".to_owned(), NASTY.to_owned())]),
        errors: vec![
            FieldError { field: PictureField::Alt(app::i18n::Lang::Es), problem: PictureProblem::TooLong(250) },
            FieldError { field: PictureField::File, problem: PictureProblem::NotAPicture },
        ],
        failure: None,
    };
    for (path, said) in [(PICTURE, "Save it as JPEG, PNG or WebP"), (IMAGEN, "Guárdala como JPEG, PNG o WebP")] {
        let (fake, state) = (FakePictures(Some(own(None))), state.clone());
        let page = render(Method::POST, path, move || {
            provide_context::<PicturesPort>(Arc::new(fake.clone()));
            provide_context(state.clone());
        });
        let page = page.await;
        page.has("href=\"#file\"").has("href=\"#alt_es\"").has("file-help file-error").lacks("<script>alert");
        assert!(page.between("id=\"file-error\"", "</p>").contains(said));
        assert_eq!(page.html.matches("aria-invalid=\"true\"").count(), 2);
    }
}

#[tokio::test]
async fn a_campaign_without_a_picture_is_shared_with_that_of_the_house() {
    get("/en/campaigns/halt-deportations").await.lacks("class=\"picture\"").has("/share.png");
    assert_eq!(picture("A bus").widest(), "/pictures/5d-1600.jpg");
}
