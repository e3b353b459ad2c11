//! The pages of this room, one a file.

mod draft_key;
mod readers;
mod signers;

pub use draft_key::DraftKeyPage;
pub use readers::Readers;
pub use signers::SignersListPage;
