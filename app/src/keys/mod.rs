//! Who can open what signers gave: the list of a campaign's signers, for those who hold one of its keys.

mod making;
pub(crate) mod pages;
pub(crate) mod parts;
mod port;
mod reading;
mod view;

pub use making::{KeyForm, KeyPage, KeyProblem, KeyState, MadeKey};
pub use port::{Keys, KeysPort};
pub use reading::{ReadingForm, ReadingPage, ReadingProblem, ReadingState};
pub use view::{LockedCopy, SealedPart, SignersPage};
