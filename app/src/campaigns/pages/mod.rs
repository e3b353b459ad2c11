//! The pages of this room, one a file.

mod campaign;
mod earlier;
mod home;

pub use campaign::Campaign;
pub use earlier::EarlierTextPage;
pub use home::Home;
