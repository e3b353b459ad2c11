//! Who can open what signers gave: the list of a campaign's signers, for those who hold one of its keys.

pub(crate) mod pages;
pub(crate) mod parts;
mod port;
mod view;

pub use port::{Keys, KeysPort};
pub use view::{SealedPart, SignersPage};
