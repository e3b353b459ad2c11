//! What a campaign's team sees of its counts: totals as they are, breakdowns in groups that give nobody away.

pub(crate) mod pages;
mod parts;
mod port;
mod query;
mod view;

pub use port::{Exports, ExportsPort};
pub use query::{CountsField, CountsProblem, CountsQuery, Period};
pub use view::{
    Breakdown, BreakdownRow, CampaignChoice, Column, CountsPage, Dashboard, Dimension, Format, Funnel, FunnelRow, Mark,
    OTHERS, Preview, Providers,
};
