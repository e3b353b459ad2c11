//! The pages of this room, one a file.

mod confirm;
mod dead;
mod own;
mod support;

pub use confirm::ConfirmSupport;
pub use own::SupportersPage;
pub use support::Support;
