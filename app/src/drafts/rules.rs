//! The rules of single fields.

use super::{DraftProblem, draft_limits};
use crate::campaigns::Target;
use crate::signatures::Source;
use crate::typed::{TextProblem, one_line, required, several_lines};

impl From<TextProblem> for DraftProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong(max) => Self::TooLong(max),
            TextProblem::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// One line, white space collapsed.
pub(super) fn line(text: &str, min: u32, max: u32) -> Result<String, DraftProblem> {
    let text = one_line(text, max)?;
    match text.chars().count() {
        0 if min > 0 => Err(DraftProblem::Missing),
        n if n < min as usize => Err(DraftProblem::TooShort(min)),
        _ => Ok(text),
    }
}

/// The lines that are not empty.
pub(super) fn lines(text: &str, longest: u32) -> Result<Vec<String>, DraftProblem> {
    let lines = text.lines().filter(|text| !text.trim().is_empty());
    let lines = lines.map(|text| line(text, 1, longest)).collect::<Result<Vec<_>, _>>();
    let lines = lines.map_err(|problem| match problem {
        DraftProblem::TooLong(max) => DraftProblem::LineTooLong(max),
        problem => problem,
    })?;
    match lines.len() {
        0 => Err(DraftProblem::Missing),
        n if n > draft_limits::LINES_MAX as usize => Err(DraftProblem::TooManyLines(draft_limits::LINES_MAX)),
        _ => Ok(lines),
    }
}

pub(super) fn targets(text: &str) -> Result<Vec<Target>, DraftProblem> {
    let max = draft_limits::NAME_MAX;
    let part = |text: &str, min| {
        line(text, min, max).map_err(|problem| match problem {
            DraftProblem::TooLong(max) => DraftProblem::LineTooLong(max),
            problem => problem,
        })
    };
    let targets = lines(text, 2 * max + 1)?.into_iter().map(|text| {
        let (name, office) = text.split_once(';').unwrap_or((&text, ""));
        let office = part(office, 0)?;
        Ok(Target { name: part(name, 1)?, office: (!office.is_empty()).then_some(office) })
    });
    targets.collect()
}

pub(super) fn story(text: &str) -> Result<String, DraftProblem> {
    Ok(several_lines(text, draft_limits::STORY_MAX).and_then(required)?)
}

/// Codes of how signers come: between them lines, spaces or commas. Those that stand there twice count once.
pub fn sources(text: &str) -> Result<Vec<String>, DraftProblem> {
    let mut codes: Vec<String> = Vec::new();
    for code in text.split(|c: char| c.is_whitespace() || c == ',').filter(|code| !code.is_empty()) {
        let code = code.to_ascii_lowercase();
        if !Source::is_free(&code) {
            return Err(DraftProblem::NotASource);
        }
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let most = draft_limits::SOURCES_MAX;
    if codes.len() > most as usize { Err(DraftProblem::TooManyLines(most)) } else { Ok(codes) }
}

/// A whole number; the marks with which languages group digits are dropped.
pub(super) fn goal(text: &str) -> Result<u32, DraftProblem> {
    let digits = text.chars().filter(|c| !c.is_whitespace() && ![',', '.', '\''].contains(c)).collect::<String>();
    if digits.is_empty() {
        return Err(DraftProblem::Missing);
    }
    let bounds = draft_limits::GOAL_MIN..=draft_limits::GOAL_MAX;
    digits.parse().ok().filter(|goal| bounds.contains(goal)).ok_or(DraftProblem::NotAGoal)
}

/// A whole number. A mark within it must have three digits behind it, for what has fewer is a fraction: a tenfold figure would be a lie.
pub(super) fn figure(text: &str) -> Result<u32, DraftProblem> {
    let text = text.split_whitespace().collect::<String>();
    if text.is_empty() {
        return Err(DraftProblem::Missing);
    }
    let mut groups = text.split([',', '.', '\'']);
    let first = groups.next().unwrap_or_default();
    let whole = groups.clone().all(|group| group.len() == 3) && (groups.next().is_none() || first.len() <= 3);
    let digits = text.replace([',', '.', '\''], "");
    let sound = whole && !first.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if sound { digits.parse().map_err(|_| DraftProblem::NotAFigure) } else { Err(DraftProblem::NotAFigure) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_as_people_type_them() {
        assert_eq!(sources("flyer\r\n Radio,web-2 flyer\n\n").unwrap(), ["flyer", "radio", "web-2"]);
        assert_eq!(sources(" "), Ok(Vec::new()));
        assert_eq!(sources("flyer link"), Err(DraftProblem::NotASource));
        let many = |n: u32| (0..n).map(|i| format!("code-{i}")).collect::<Vec<_>>().join("\n");
        assert_eq!(sources(&many(20)).unwrap().len(), 20);
        assert_eq!(sources(&many(21)), Err(DraftProblem::TooManyLines(20)));
    }

    #[test]
    fn a_figure_is_never_read_as_another() {
        for (text, figure_of) in [("0", 0), ("2 600", 2_600), ("1,100", 1_100), ("1.100.000", 1_100_000), ("007", 7)] {
            assert_eq!(figure(text), Ok(figure_of), "{text}");
        }
        for text in ["12.5", "12,50", "1,1000", "1234,567", ",500", "-3", "+3", "many", "4294967296", "1e3"] {
            assert_eq!(figure(text), Err(DraftProblem::NotAFigure), "{text}");
        }
        assert_eq!(figure("  "), Err(DraftProblem::Missing));
    }
}
