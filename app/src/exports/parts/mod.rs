//! The parts of this room's pages, one a file.

mod breakdown_section;
mod counts_form;
mod counts_preview;
mod day_chart;
mod funnel_section;
mod providers_section;

pub(super) use breakdown_section::BreakdownSection;
pub(super) use counts_form::CountsForm;
pub(super) use counts_preview::CountsPreview;
pub(super) use day_chart::DayChart;
pub(super) use funnel_section::FunnelSection;
pub(super) use providers_section::ProvidersSection;
