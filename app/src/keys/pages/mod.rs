//! The pages of this room, one a file.

mod readers;
mod signers;

pub use readers::Readers;
pub use signers::SignersListPage;
