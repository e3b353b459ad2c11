//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod campaign_case;
mod campaigns;
mod case;
mod catalogue;
mod queue;
mod reasons;

pub use campaign_case::CampaignCasePage;
pub use campaigns::CampaignsPage;
pub use case::CasePage;
pub use catalogue::CataloguePage;
pub use queue::QueuePage;
pub use reasons::ReasonsPage;

use leptos::prelude::WithUntracked;
use leptos_router::hooks::use_query_map;

/// A value of the address's query; empty if it is not there.
pub(crate) fn asked(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get(name).unwrap_or_default())
}

/// The page that the address asks for, from 1.
pub(crate) fn asked_page() -> u32 {
    asked("page").parse().unwrap_or(1).clamp(1, 10_000)
}
