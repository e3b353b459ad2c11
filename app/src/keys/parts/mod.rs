//! Parts of pages of this room and of others.

mod key_maker;
mod signers_link;

pub(super) use key_maker::KeyMaker;
pub use signers_link::SignersLink;
