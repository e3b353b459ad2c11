//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod picture;

pub use picture::PicturePage;
