//! The pages of this room, one a file.

mod signers;

pub use signers::SignersListPage;
