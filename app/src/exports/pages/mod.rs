//! The pages of this room, one a file.

mod dashboard;

pub use dashboard::DashboardPage;
