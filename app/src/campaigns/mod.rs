//! Campaigns as the public sees them.

pub(crate) mod pages;
mod parts;
#[cfg(feature = "ssr")]
mod port;
mod server_fns;
mod slug;
mod view;

pub(crate) use parts::SearchForm;
#[cfg(feature = "ssr")]
pub use port::{Campaigns, CampaignsPort};
pub use server_fns::{find_campaign, list_campaigns};
pub use slug::Slug;
pub use view::{
    CampaignList, CampaignPage, CampaignSummary, Fact, Facts, FormOptions, Reading, ReasonsMode, ShownReason, Target,
};
