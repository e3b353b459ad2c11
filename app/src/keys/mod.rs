//! Who can open what signers gave: the list of a campaign's signers, for those who hold one of its keys.

pub(crate) mod pages;
pub(crate) mod parts;
mod port;
mod reading;
mod view;

pub use port::{Keys, KeysPort};
pub use reading::{ReadingForm, ReadingPage, ReadingProblem, ReadingState};
pub use view::{SealedPart, SignersPage};
