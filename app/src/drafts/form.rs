use crate::campaigns::{Slug, Target};
use crate::form::{Checkbox, FieldError};
use crate::i18n::Lang;
use serde::{Deserialize, Serialize};

/// Limits of the fields, in characters. The same numbers stand beside the fields.
pub mod draft_limits {
    /// Least length of a title.
    pub const TITLE_MIN: u32 = 10;
    /// Greatest length of a title.
    pub const TITLE_MAX: u32 = 80;
    /// Greatest length of who started it, of a target's name and of its office.
    pub const NAME_MAX: u32 = 100;
    /// Greatest length of a summary.
    pub const SUMMARY_MAX: u32 = 400;
    /// Greatest length of a demand.
    pub const DEMAND_MAX: u32 = 200;
    /// Greatest number of demands, and of targets.
    pub const LINES_MAX: u32 = 10;
    /// Greatest length of a story.
    pub const STORY_MAX: u32 = 10_000;
    /// Least goal.
    pub const GOAL_MIN: u32 = 10;
    /// Greatest goal.
    pub const GOAL_MAX: u32 = 1_000_000_000;
}

/// A field of a draft, by its name in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftField {
    /// The demand in one line.
    Title,
    /// The end of the campaign's address.
    Slug,
    /// Who stands behind it.
    StartedBy,
    /// The language of the texts.
    Locale,
    /// Who is asked: one a line, the office behind a semicolon.
    Targets,
    /// What is demanded: one a line.
    Demands,
    /// Two or three sentences.
    Summary,
    /// The story in Markdown.
    Story,
    /// How many signatures are hoped for.
    Goal,
    /// The last day on which one can sign.
    ClosesOn,
    /// The time zone of that day.
    TimeZone,
}

impl DraftField {
    /// The fields in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Slug,
        Self::Targets,
        Self::Demands,
        Self::Summary,
        Self::Story,
        Self::StartedBy,
        Self::Locale,
        Self::Goal,
        Self::ClosesOn,
        Self::TimeZone,
    ];

    /// The field's `name` and `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Slug => "slug",
            Self::StartedBy => "started_by",
            Self::Locale => "locale",
            Self::Targets => "targets",
            Self::Demands => "demands",
            Self::Summary => "summary",
            Self::Story => "story",
            Self::Goal => "goal",
            Self::ClosesOn => "closes_on",
            Self::TimeZone => "time_zone",
        }
    }
}

/// What is wrong with a field of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// Nothing was entered.
    Missing,
    /// Fewer characters than the field needs.
    TooShort(u32),
    /// More characters than the field takes.
    TooLong(u32),
    /// More lines than the field takes.
    TooManyLines(u32),
    /// A line with more characters than a line takes.
    LineTooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// Not an address of 3 to 60 characters of `a-z`, `0-9` and single hyphens between them.
    NotASlug,
    /// Another campaign has this address.
    SlugTaken,
    /// Not a whole number within the bounds.
    NotAGoal,
    /// Not a date (`2027-03-31`).
    NotADate,
    /// A day that is over.
    Past,
    /// Not an IANA time zone.
    NotATimeZone,
    /// Not a language of the interface.
    NotALanguage,
}

/// A field's error on a draft.
pub type DraftError = FieldError<DraftField, DraftProblem>;

/// Starts a campaign: what is asked, in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartForm {
    /// The title, as typed.
    pub title: String,
    /// Whether similar campaigns were shown before, and a new one is wanted all the same.
    pub anyway: Checkbox,
}

/// A draft as it was typed. It is stored as it is: what is not finished can be saved too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftForm {
    /// The demand in one line.
    pub title: String,
    /// The end of the campaign's address.
    pub slug: String,
    /// Who stands behind it.
    pub started_by: String,
    /// The language of the texts: BCP 47 code of a language of the interface.
    pub locale: String,
    /// Who is asked: one a line, the office behind a semicolon.
    pub targets: String,
    /// What is demanded: one a line.
    pub demands: String,
    /// Two or three sentences.
    pub summary: String,
    /// The story in Markdown.
    pub story: String,
    /// How many signatures are hoped for.
    pub goal: String,
    /// The last day on which one can sign; may be empty.
    pub closes_on: String,
    /// The time zone of that day.
    pub time_zone: String,
    /// Whether signers are asked for the first part of their postcode.
    pub asks_postcode: Checkbox,
}

/// A draft that can become a campaign, but for what only the server can look up: the date, the time zone and whether the address is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftInput {
    /// The demand in one line.
    pub title: String,
    /// The campaign's address.
    pub slug: Slug,
    /// Who stands behind it.
    pub started_by: String,
    /// The language of the texts.
    pub locale: Lang,
    /// Who is asked.
    pub targets: Vec<Target>,
    /// What is demanded.
    pub demands: Vec<String>,
    /// Two or three sentences.
    pub summary: String,
    /// The story in Markdown.
    pub story: String,
    /// How many signatures are hoped for.
    pub goal: u32,
    /// The last day on which one can sign, as typed.
    pub closes_on: Option<String>,
    /// The time zone of that day, as typed.
    pub time_zone: String,
    /// Whether signers are asked for the first part of their postcode.
    pub asks_postcode: bool,
}

impl DraftForm {
    /// The goal, if it can be read.
    pub fn goal(&self) -> Option<u32> {
        goal(&self.goal).ok()
    }

    /// Checks every field.
    ///
    /// # Errors
    /// One error for each field that breaks a rule, in the order of the form.
    pub fn validate(&self) -> Result<DraftInput, Vec<DraftError>> {
        use DraftField as F;
        use draft_limits as max;
        let mut errors = Vec::new();
        let title = keep(&mut errors, F::Title, line(&self.title, max::TITLE_MIN, max::TITLE_MAX));
        let slug = keep(&mut errors, F::Slug, Slug::parse(self.slug.trim()).ok_or(DraftProblem::NotASlug));
        let targets = keep(&mut errors, F::Targets, targets(&self.targets));
        let demands = keep(&mut errors, F::Demands, lines(&self.demands, max::DEMAND_MAX));
        let summary = keep(&mut errors, F::Summary, line(&self.summary, 1, max::SUMMARY_MAX));
        let story = keep(&mut errors, F::Story, story(&self.story));
        let started_by = keep(&mut errors, F::StartedBy, line(&self.started_by, 1, max::NAME_MAX));
        let locale = keep(&mut errors, F::Locale, Lang::parse(&self.locale).ok_or(DraftProblem::NotALanguage));
        let goal = keep(&mut errors, F::Goal, goal(&self.goal));
        let closes_on = line(&self.closes_on, 0, 10).map_err(|_| DraftProblem::NotADate);
        let closes_on = keep(&mut errors, F::ClosesOn, closes_on);
        let time_zone = keep(&mut errors, F::TimeZone, line(&self.time_zone, 1, 50));
        match (title, slug, started_by, locale, targets, demands, summary, story, goal, closes_on, time_zone) {
            (
                Some(title),
                Some(slug),
                Some(started_by),
                Some(locale),
                Some(targets),
                Some(demands),
                Some(summary),
                Some(story),
                Some(goal),
                Some(closes_on),
                Some(time_zone),
            ) => Ok(DraftInput {
                title,
                slug,
                started_by,
                locale,
                targets,
                demands,
                summary,
                story,
                goal,
                closes_on: (!closes_on.is_empty()).then_some(closes_on),
                time_zone,
                asks_postcode: self.asks_postcode.0,
            }),
            _ => Err(errors),
        }
    }
}

impl StartForm {
    /// The title.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn validate(&self) -> Result<String, DraftProblem> {
        line(&self.title, draft_limits::TITLE_MIN, draft_limits::TITLE_MAX)
    }
}

fn keep<T>(errors: &mut Vec<DraftError>, field: DraftField, result: Result<T, DraftProblem>) -> Option<T> {
    result.map_err(|problem| errors.push(FieldError { field, problem })).ok()
}

/// One line, white space collapsed.
fn line(text: &str, min: u32, max: u32) -> Result<String, DraftProblem> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    crate::signatures::no_controls(&text, false).map_err(|_| DraftProblem::ControlCharacter)?;
    match text.chars().count() {
        0 if min > 0 => Err(DraftProblem::Missing),
        n if n < min as usize => Err(DraftProblem::TooShort(min)),
        n if n > max as usize => Err(DraftProblem::TooLong(max)),
        _ => Ok(text),
    }
}

/// The lines that are not empty.
fn lines(text: &str, longest: u32) -> Result<Vec<String>, DraftProblem> {
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

fn targets(text: &str) -> Result<Vec<Target>, DraftProblem> {
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

fn story(text: &str) -> Result<String, DraftProblem> {
    // Browsers send line breaks as CRLF and count them as one character.
    let text = text.trim().replace("\r\n", "\n");
    crate::signatures::no_controls(&text.replace('\t', " "), true).map_err(|_| DraftProblem::ControlCharacter)?;
    match text.chars().count() {
        0 => Err(DraftProblem::Missing),
        n if n > draft_limits::STORY_MAX as usize => Err(DraftProblem::TooLong(draft_limits::STORY_MAX)),
        _ => Ok(text),
    }
}

/// A whole number; the marks with which languages group digits are dropped.
fn goal(text: &str) -> Result<u32, DraftProblem> {
    let digits = text.chars().filter(|c| !c.is_whitespace() && ![',', '.', '\''].contains(c)).collect::<String>();
    if digits.is_empty() {
        return Err(DraftProblem::Missing);
    }
    let bounds = draft_limits::GOAL_MIN..=draft_limits::GOAL_MAX;
    digits.parse().ok().filter(|goal| bounds.contains(goal)).ok_or(DraftProblem::NotAGoal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> DraftForm {
        DraftForm {
            title: "Keep the night bus running".into(),
            slug: "night-bus".into(),
            started_by: "Riders of line 9".into(),
            locale: "en".into(),
            targets: "City Council\r\nAna Ruiz; Mayor\r\n\r\n".into(),
            demands: "  Keep  line 9.\nRun it hourly.".into(),
            summary: "The last bus leaves before the late shift ends.".into(),
            story: "## Why\r\n\r\nBecause.".into(),
            goal: "1,000".into(),
            closes_on: String::new(),
            time_zone: "America/New_York".into(),
            asks_postcode: Checkbox(true),
        }
    }

    fn problem(change: impl FnOnce(&mut DraftForm), field: DraftField) -> Option<DraftProblem> {
        let mut form = sound();
        change(&mut form);
        form.validate().err()?.into_iter().find(|error| error.field == field).map(|error| error.problem)
    }

    #[test]
    fn what_was_typed_becomes_a_campaign() {
        let input = sound().validate().unwrap();
        assert_eq!(input.demands, ["Keep line 9.", "Run it hourly."]);
        assert_eq!(input.targets[0], Target { name: "City Council".into(), office: None });
        assert_eq!(input.targets[1], Target { name: "Ana Ruiz".into(), office: Some("Mayor".into()) });
        assert_eq!((input.goal, input.closes_on, input.story.as_str()), (1_000, None, "## Why\n\nBecause."));
    }

    #[test]
    fn each_rule_is_told_beside_its_field() {
        use {DraftField as F, DraftProblem as P};
        assert_eq!(problem(|f| f.title = "Bus".into(), F::Title), Some(P::TooShort(10)));
        assert_eq!(problem(|f| f.title = "a".repeat(81), F::Title), Some(P::TooLong(80)));
        assert_eq!(problem(|f| f.slug = "Night Bus".into(), F::Slug), Some(P::NotASlug));
        assert_eq!(problem(|f| f.locale = "xx".into(), F::Locale), Some(P::NotALanguage));
        assert_eq!(problem(|f| f.demands = "\n\n".into(), F::Demands), Some(P::Missing));
        assert_eq!(problem(|f| f.demands = "a\n".repeat(11), F::Demands), Some(P::TooManyLines(10)));
        assert_eq!(problem(|f| f.demands = "a".repeat(201), F::Demands), Some(P::LineTooLong(200)));
        assert_eq!(problem(|f| f.targets = "; Mayor".into(), F::Targets), Some(P::Missing));
        assert_eq!(problem(|f| f.targets = format!("Ana; {}", "a".repeat(101)), F::Targets), Some(P::LineTooLong(100)));
        assert_eq!(problem(|f| f.story = "a\u{202e}b".into(), F::Story), Some(P::ControlCharacter));
        assert_eq!(problem(|f| f.goal = "9".into(), F::Goal), Some(P::NotAGoal));
        assert_eq!(problem(|f| f.goal = "many".into(), F::Goal), Some(P::NotAGoal));
        assert_eq!(problem(|f| f.closes_on = "in the spring of next year".into(), F::ClosesOn), Some(P::NotADate));
        assert_eq!(DraftForm::default().validate().unwrap_err().len(), 10, "all but the last day may not be empty");
    }
}
