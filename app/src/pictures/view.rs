use super::{Alt, PictureError, PictureForm};
use crate::campaigns::Picture;
use crate::error::AppError;
use crate::i18n::Lang;

/// The picture of a draft, for those who write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPicture {
    /// The draft's id.
    pub id: String,
    /// The draft's title, as typed.
    pub title: String,
    /// Whether it can be changed: it neither waits for a moderator nor was refused.
    pub open: bool,
    /// Whether the draft changes a campaign that is public already.
    pub changes: bool,
    /// The languages of the draft's texts, its own first.
    pub languages: Vec<Lang>,
    /// The picture, if there is one.
    pub picture: Option<Picture>,
    /// The texts in its place.
    pub alts: Vec<Alt>,
}

/// How the picture that waits differs from the one that is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureChange {
    /// None is public yet.
    Added,
    /// It takes the place of another.
    Replaced,
    /// None takes its place.
    Removed,
    /// Only the text in its place differs.
    Described,
}

/// The context of the page of a draft's picture, where its form came back.
#[derive(Clone, Debug)]
pub struct PictureState {
    /// As it was sent.
    pub form: PictureForm,
    /// What is wrong.
    pub errors: Vec<PictureError>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}
