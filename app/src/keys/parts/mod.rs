//! Parts of pages of this room and of others.

mod signers_link;

pub use signers_link::SignersLink;
