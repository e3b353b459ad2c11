//! The pages of this room, one a file.

mod people;

pub use people::PeoplePage;
