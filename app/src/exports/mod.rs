//! What a campaign's team sees of its counts: totals as they are, breakdowns in groups that give nobody away.

pub(crate) mod pages;
mod parts;
mod port;
mod view;

pub use port::{Exports, ExportsPort};
pub use view::{Breakdown, BreakdownRow, Dashboard, Dimension};
