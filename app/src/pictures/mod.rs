//! The picture of a campaign: adding one to a draft, and the files in which it is served.

mod file;
mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod view;

pub use file::PictureFile;
pub use form::{Alt, PictureError, PictureField, PictureForm, PictureProblem, picture_limits};
pub(crate) use parts::PictureLink;
pub use port::{Pictures, PicturesPort, Put};
pub use view::{OwnPicture, PictureChange, PictureState};
