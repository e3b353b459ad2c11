//! Parts that every room uses, one a file. Islands use these; what stands on pages alone is in `page`.

mod choice;
mod error_summary;
mod field;
mod icon;
#[cfg(feature = "ssr")]
mod page;
mod share_ways;
mod text_area;
mod text_field;
mod tongue;

pub use choice::Choice;
pub use error_summary::ErrorSummary;
pub use field::{Control, FieldFrame};
pub use icon::{Glyph, Icon};
#[cfg(feature = "ssr")]
pub use page::*;
pub use text_area::TextArea;
#[cfg(feature = "ssr")]
pub use text_area::content as text_area_content;
pub use text_field::TextField;
pub use tongue::Tongue;
