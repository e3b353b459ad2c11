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

/// The context of a page whose form was sent after the session had ended: all that was sent.
#[derive(Clone, Debug)]
pub struct KeptForm {
    /// Where it goes.
    pub path: String,
    /// Names and values, in the order in which they came.
    pub fields: Vec<(String, String)>,
}

impl KeptForm {
    /// What a person has typed of it: ids, ticks and the names of buttons are soon chosen again.
    pub fn typed(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(|field| is_typed(field)).map(|(_, value)| value.as_str())
    }
}

/// Fields in which nobody types, and codes, which have passed by then.
const UNTYPED: [&str; 9] =
    ["action", "code", "credential", "decision", "ground", "role", "sealed", "session", "version"];

fn is_typed((name, value): &(String, String)) -> bool {
    let is_id = value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    !UNTYPED.contains(&name.as_str()) && !["", "on"].contains(&value.trim()) && !is_id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_hard_to_type_again_is_kept() {
        let typed = |name: &str, value: &str| is_typed(&(name.to_owned(), value.to_owned()));
        for (name, value) in [("title", "Bus"), ("sources", "flyer"), ("email", "ana@example.org"), ("remark", "0")] {
            assert!(typed(name, value), "{name}={value}");
        }
        for (name, value) in [
            ("action", "invite"),
            ("role", "owner"),
            ("sure", "on"),
            ("code", "123456"),
            ("title", " "),
            ("id", "0123456789abcdef0123456789ABCDEF"),
        ] {
            assert!(!typed(name, value), "{name}={value}");
        }
    }
}
