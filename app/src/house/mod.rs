//! The house as admins run it.

mod form;
pub(crate) mod pages;
mod port;
mod view;

pub use form::OverviewState;
pub use port::{House, HousePort};
pub use view::{CampaignState, MailHealth, Overview, QueueAge, QueueKind, Storage};
