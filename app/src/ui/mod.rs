//! Parts that every room uses, one a file. Those of the first group are used by islands too; the others stand on pages alone.

mod choice;
mod error_summary;
mod field;
mod icon;
mod share_ways;
mod text_area;
mod text_field;
mod tongue;

#[cfg(feature = "ssr")]
mod answered;
#[cfg(feature = "ssr")]
mod back_link;
#[cfg(feature = "ssr")]
mod error_page;
#[cfg(feature = "ssr")]
mod footer;
#[cfg(feature = "ssr")]
mod heading;
#[cfg(feature = "ssr")]
mod masthead;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod page_head;
#[cfg(feature = "ssr")]
mod page_title;
#[cfg(feature = "ssr")]
mod share;
#[cfg(feature = "ssr")]
mod tally;
#[cfg(feature = "ssr")]
mod theme_switch;

pub use choice::Choice;
pub use error_summary::ErrorSummary;
pub use field::{Control, FieldFrame};
pub use icon::{Glyph, Icon};
#[cfg(feature = "ssr")]
pub use share_ways::ShareWays;
pub use text_area::TextArea;
pub use text_field::TextField;
pub use tongue::Tongue;

#[cfg(feature = "ssr")]
pub use {
    answered::{answered, failure},
    back_link::BackLink,
    error_page::ErrorPage,
    footer::Footer,
    heading::Heading,
    masthead::Masthead,
    notice::Done,
    page_head::PageHead,
    page_title::PageTitle,
    share::Share,
    tally::Tally,
    theme_switch::ThemeSwitch,
};
