//! Pages about the house itself, one a file.

mod about;
mod privacy;

pub use about::About;
pub use privacy::Privacy;
