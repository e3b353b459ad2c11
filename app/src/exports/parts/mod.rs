//! The parts of this room's pages, one a file.

mod breakdown_section;

pub(super) use breakdown_section::BreakdownSection;
