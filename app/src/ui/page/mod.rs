//! Parts that stand on pages alone, which only the server makes.

mod answered;
mod back_link;
mod bars;
mod code_entry;
mod complaint;
mod danger;
mod error_page;
mod footer;
mod heading;
mod house_nav;
mod mailed_to;
mod masthead;
mod notice;
mod page_head;
mod page_title;
mod share;
mod tally;
mod theme_switch;

pub use answered::{answered, awaited, failure};
pub use back_link::BackLink;
pub use bars::{Bar, Bars};
pub use code_entry::CodeEntry;
pub use complaint::Complaint;
pub use danger::Danger;
pub use error_page::ErrorPage;
pub use footer::Footer;
pub use heading::Heading;
pub use house_nav::{HouseNav, HouseRoom};
pub use mailed_to::{DevOutboxHint, MailedTo};
pub use masthead::Masthead;
pub use notice::{Done, use_saved};
pub use page_head::PageHead;
pub use page_title::PageTitle;
pub use share::Share;
pub use tally::Tally;
pub use theme_switch::ThemeSwitch;
