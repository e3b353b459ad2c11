use crate::form::{Checkbox, FieldError};
use crate::typed::{REMARK_MAX, TextProblem, one_line, required, several_lines};
use serde::{Deserialize, Serialize};

/// Limits of the fields, in characters.
pub mod run_limits {
    /// Greatest length of who has answered.
    pub const NAME_MAX: u32 = 100;
    /// Greatest length of an answer.
    pub const REPLY_MAX: u32 = 5_000;
    /// Greatest length of a link.
    pub const LINK_MAX: u32 = 300;
}

/// A field of the forms of this room, by its name in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunField {
    /// The last day on which one can sign.
    ClosesOn,
    /// "Yes, close it now".
    Sure,
    /// Who has answered.
    AnsweredBy,
    /// The answer in Markdown.
    Text,
    /// The day of the answer.
    Day,
    /// Where it is to be read.
    Link,
    /// What a moderator says to the team.
    Remark,
}

impl RunField {
    /// The field's `name` and `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClosesOn => "closes_on",
            Self::Sure => "sure",
            Self::AnsweredBy => "answered_by",
            Self::Text => "text",
            Self::Day => "day",
            Self::Link => "link",
            Self::Remark => "remark",
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunProblem {
    /// Nothing was entered.
    Missing,
    /// More characters than the field takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// Not a date (`2027-03-31`).
    NotADate,
    /// A day that is over.
    Past,
    /// A day that is still to come.
    Future,
    /// Not an address that begins with `https://` or `http://`.
    NotALink,
    /// The box was not ticked.
    NotTicked,
}

/// A field's error.
pub type RunError = FieldError<RunField, RunProblem>;

/// The forms on the page: each button says what it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunForm {
    /// `extend`, `close`, `archive`, `show_again`, `reply` or `remove_reply`.
    pub action: String,
    /// The last day on which one can sign; empty for no end.
    pub closes_on: String,
    /// "Yes, close it now".
    pub sure: Checkbox,
    /// Who has answered.
    pub answered_by: String,
    /// The answer in Markdown.
    pub text: String,
    /// The day of the answer.
    pub day: String,
    /// Where it is to be read; may be empty.
    pub link: String,
}

/// A moderator's decision on an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReplyForm {
    /// `show` or `send_back`.
    pub action: String,
    /// Which one.
    pub reply: String,
    /// What the team is told.
    pub remark: String,
}

/// An answer whose fields are sound, but for the day, which only the server can place in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who has answered.
    pub answered_by: String,
    /// The answer in Markdown.
    pub text: String,
    /// The day, as typed.
    pub day: String,
    /// Where it is to be read.
    pub link: Option<String>,
}

impl RunForm {
    /// The answer of whoever is asked.
    ///
    /// # Errors
    /// One error for each field that breaks a rule, in the order of the form.
    pub fn answer(&self) -> Result<Answer, Vec<RunError>> {
        let mut errors = Vec::new();
        let mut keep = |field, result: Result<String, RunProblem>| {
            result.map_err(|problem| errors.push(FieldError { field, problem })).unwrap_or_default()
        };
        let told = RunProblem::from;
        let answered_by = one_line(&self.answered_by, run_limits::NAME_MAX).and_then(required);
        let answered_by = keep(RunField::AnsweredBy, answered_by.map_err(told));
        let day = one_line(&self.day, 10).map_err(|_| RunProblem::NotADate);
        let day = keep(RunField::Day, day.and_then(|day| required(day).map_err(told)));
        let text = several_lines(&self.text, run_limits::REPLY_MAX).and_then(required);
        let text = keep(RunField::Text, text.map_err(told));
        let link = keep(RunField::Link, one_line(&self.link, run_limits::LINK_MAX).map_err(told).and_then(link));
        if errors.is_empty() {
            Ok(Answer { answered_by, text, day, link: (!link.is_empty()).then_some(link) })
        } else {
            Err(errors)
        }
    }
}

impl ReplyForm {
    /// What the team is told.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn remark(&self) -> Result<String, RunProblem> {
        Ok(several_lines(&self.remark, REMARK_MAX).and_then(required)?)
    }
}

impl From<TextProblem> for RunProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong(max) => Self::TooLong(max),
            TextProblem::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// An address on the web, or nothing.
fn link(text: String) -> Result<String, RunProblem> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let sound = host.is_some_and(|host| host.contains('.') && !host.contains('@')) && !text.contains(' ');
    if sound || text.is_empty() { Ok(text) } else { Err(RunProblem::NotALink) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> RunForm {
        RunForm {
            answered_by: " Office of the  mayor ".into(),
            text: "We shall keep line 9.\r\n\r\nThe mayor".into(),
            day: "2026-03-01".into(),
            link: "https://city.example.org/press?id=9".into(),
            ..RunForm::default()
        }
    }

    #[test]
    fn an_answer_is_taken_as_it_was_typed() {
        let answer = sound().answer().unwrap();
        assert_eq!((answer.answered_by.as_str(), answer.day.as_str()), ("Office of the mayor", "2026-03-01"));
        assert_eq!(answer.text, "We shall keep line 9.\n\nThe mayor");
        assert_eq!(RunForm { link: String::new(), ..sound() }.answer().unwrap().link, None);
    }

    #[test]
    fn what_is_wrong_is_told_beside_its_field() {
        let errors =
            |form: RunForm| form.answer().unwrap_err().into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>();
        assert_eq!(
            errors(RunForm::default()),
            [
                (RunField::AnsweredBy, RunProblem::Missing),
                (RunField::Day, RunProblem::Missing),
                (RunField::Text, RunProblem::Missing),
            ]
        );
        for link in
            ["javascript:alert(1)", "city.example.org", "https://a b.example", "https://", "https://x@y.example"]
        {
            assert_eq!(
                errors(RunForm { link: link.into(), ..sound() }),
                [(RunField::Link, RunProblem::NotALink)],
                "{link}"
            );
        }
        let long = RunForm { text: "a".repeat(5_001), ..sound() };
        assert_eq!(errors(long), [(RunField::Text, RunProblem::TooLong(5_000))]);
        assert_eq!(ReplyForm::default().remark(), Err(RunProblem::Missing));
    }
}
