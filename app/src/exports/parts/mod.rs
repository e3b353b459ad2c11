//! The parts of this room's pages, one a file.

mod breakdown_section;
mod counts_form;
mod counts_preview;

pub(super) use breakdown_section::BreakdownSection;
pub(super) use counts_form::CountsForm;
pub(super) use counts_preview::CountsPreview;
