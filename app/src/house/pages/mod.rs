//! The pages of this room, one a file.

mod overview;

pub use overview::OverviewPage;
