//! Rules for what people type as text, shared by the browser and the server.

use super::Problem;

/// Invisible marks that turn the writing direction of what follows (UAX #9), and with it the sense of a line.
const BIDI_CONTROLS: &[char] = &[
    '\u{200e}', '\u{200f}', '\u{061c}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}',
    '\u{2067}', '\u{2068}', '\u{2069}',
];

/// Trims the ends and turns every run of white space into one space.
pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Trims the ends. Browsers send line breaks as CRLF and count them as one character, so they become one.
pub(crate) fn joined(text: &str) -> String {
    text.trim().replace("\r\n", "\n")
}

/// Refuses control characters and direction marks; line breaks pass where `lines` is true.
pub(crate) fn no_controls(text: &str, lines: bool) -> Result<(), Problem> {
    let bad = |c: char| (c.is_control() && !(lines && (c == '\n' || c == '\r'))) || BIDI_CONTROLS.contains(&c);
    if text.contains(bad) { Err(Problem::ControlCharacter) } else { Ok(()) }
}

/// Refuses fewer than `min` or more than `max` characters (Unicode scalar values).
pub(super) fn length(text: &str, min: u32, max: u32) -> Result<(), Problem> {
    let n = text.chars().count();
    if n == 0 && min > 0 {
        Err(Problem::Missing)
    } else if n < min as usize {
        Err(Problem::TooShort { min })
    } else if n > max as usize {
        Err(Problem::TooLong { max })
    } else {
        Ok(())
    }
}

/// Refuses text that holds a web address.
pub(super) fn no_link(text: &str) -> Result<(), Problem> {
    let lower = text.to_lowercase();
    let dotted = lower.split_whitespace().any(|word| {
        word.rsplit_once('.').is_some_and(|(host, end)| {
            host.len() >= 2
                && ["com", "net", "org", "info", "io", "ru", "xyz", "top", "click"].contains(&end.trim_end_matches('/'))
        })
    });
    if lower.contains("://") || lower.contains("www.") || dotted { Err(Problem::Link) } else { Ok(()) }
}

/// Refuses text that a spreadsheet would take for a formula.
pub(super) fn no_formula(text: &str) -> Result<(), Problem> {
    if text.starts_with(['=', '+', '-', '@']) { Err(Problem::FormulaStart) } else { Ok(()) }
}
