//! The parts of this room's pages, one a file.

mod changes;
mod decision;
mod ground_boxes;
mod lock_form;
mod long_text;
mod notes;
mod pages;
mod rooms;

pub(super) use changes::Changes;
pub(super) use decision::{Decision, problem};
pub(super) use ground_boxes::GroundBoxes;
pub(super) use lock_form::LockForm;
pub(super) use long_text::LongText;
pub(super) use notes::Notes;
pub(crate) use pages::Pages;
pub(super) use rooms::Rooms;
