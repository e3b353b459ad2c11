//! The parts of this room's pages, one a file.

mod choose;
mod rule_form;
mod rule_text;

pub(super) use choose::Choose;
pub(super) use rule_form::MakeRule;
pub(super) use rule_text::{RuleText, rule_line};
