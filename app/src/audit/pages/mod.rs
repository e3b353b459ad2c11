//! The pages of this room, one a file.

mod log;

pub use log::LogPageView;
