//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod list;
mod one;

pub use list::InvalidationPage;
pub use one::RulePage;
