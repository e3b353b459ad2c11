//! Campaigns as the public sees them.

#[cfg(feature = "ssr")]
pub(crate) mod pages;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod port;
mod slug;
mod view;

#[cfg(feature = "ssr")]
pub(crate) use parts::{CampaignArticle, CampaignPicture, Empty, Reasons, SearchForm, ShownUpdates, UpdateEntries};
#[cfg(feature = "ssr")]
pub use port::{Campaigns, CampaignsPort};
pub use slug::Slug;
pub use view::{
    CampaignList, CampaignPage, CampaignSummary, Changed, CountCheck, EarlierText, Fact, Facts, FormOptions, Picture,
    Reading, ReasonsMode, Removal, Reply, ShownReason, ShownUpdate, Target,
};
