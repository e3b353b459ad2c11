//! What people type as text, as it is kept: the rules that the forms of all rooms share.

use crate::signatures::{collapse, joined, no_controls};

/// Greatest length, in characters, of what a moderator says to a team.
pub const REMARK_MAX: u32 = 2_000;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// Nothing was entered.
    Missing,
    /// More characters than the field takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
}

/// One line, white space collapsed; may be empty.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn one_line(typed: &str, max: u32) -> Result<String, TextProblem> {
    checked(collapse(typed), max)
}

/// Several lines, in which tabs pass; may be empty.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn several_lines(typed: &str, max: u32) -> Result<String, TextProblem> {
    checked(joined(typed), max)
}

/// Refuses nothing.
///
/// # Errors
/// [`TextProblem::Missing`].
pub(crate) fn required(text: String) -> Result<String, TextProblem> {
    if text.is_empty() { Err(TextProblem::Missing) } else { Ok(text) }
}

/// Whether there is something to be said to a team, and not too much.
pub fn is_remark(typed: &str) -> bool {
    (1..=REMARK_MAX as usize).contains(&typed.trim().chars().count())
}

fn checked(text: String, max: u32) -> Result<String, TextProblem> {
    no_controls(&text.replace('\t', " "), true).map_err(|_| TextProblem::ControlCharacter)?;
    if text.chars().count() > max as usize { Err(TextProblem::TooLong(max)) } else { Ok(text) }
}
