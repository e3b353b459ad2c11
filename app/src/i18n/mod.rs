//! The languages of the interface.

mod lang;
mod number;

pub use lang::Lang;
pub use number::number;
