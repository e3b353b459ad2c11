//! The pages of this room, one a file.

mod campaign;
mod home;

pub use campaign::Campaign;
pub use home::Home;
