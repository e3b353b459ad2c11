//! The pages of this room, one a file.

mod dashboard;
mod house_counts;

pub use dashboard::DashboardPage;
pub use house_counts::HouseCounts;
