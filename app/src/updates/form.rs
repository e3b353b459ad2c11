use crate::form::FieldError;
use crate::i18n::Lang;
use crate::typed::{TextProblem, one_line, required, several_lines};
use serde::{Deserialize, Serialize};

/// Limits of the fields, in characters. The same numbers stand beside the fields.
pub mod update_limits {
    /// Greatest length of a title.
    pub const TITLE_MAX: u32 = 100;
    /// Greatest length of a text.
    pub const TEXT_MAX: u32 = 5_000;
    /// Updates of one campaign that may be written or wait at the same time.
    pub const UNPUBLISHED_MAX: u32 = 20;
    /// Test mails of one update.
    pub const TESTS_MAX: u32 = 20;
    /// Updates of one campaign that may be mailed in any seven days.
    pub const MAILINGS_A_WEEK: u32 = 3;
}

/// A field of an update, by its name in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateField {
    /// What happened, in one line.
    Title,
    /// The language of the text.
    Locale,
    /// The text in Markdown.
    Text,
}

impl UpdateField {
    /// The fields in the order of the form.
    pub const ALL: [Self; 3] = [Self::Title, Self::Locale, Self::Text];

    /// The field's `name` and `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Locale => "locale",
            Self::Text => "text",
        }
    }
}

/// What is wrong with a field of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateProblem {
    /// Nothing was entered.
    Missing,
    /// More characters than the field takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// Not a language of the interface.
    NotALanguage,
}

/// A field's error on an update.
pub type UpdateError = FieldError<UpdateField, UpdateProblem>;

/// An update as it was typed. It is stored as it is: what is not finished can be saved too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UpdateForm {
    /// What happened, in one line.
    pub title: String,
    /// The language of the text: BCP 47 code of a language of the interface.
    pub locale: String,
    /// The text in Markdown.
    pub text: String,
}

/// An update that can be submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateInput {
    /// What happened, in one line.
    pub title: String,
    /// The language of the text.
    pub locale: Lang,
    /// The text in Markdown.
    pub text: String,
}

impl UpdateForm {
    /// Checks every field.
    ///
    /// # Errors
    /// One error for each field that breaks a rule, in the order of the form.
    pub fn validate(&self) -> Result<UpdateInput, Vec<UpdateError>> {
        let title = one_line(&self.title, update_limits::TITLE_MAX).and_then(required).map_err(UpdateProblem::from);
        let locale = Lang::parse(&self.locale).ok_or(UpdateProblem::NotALanguage);
        let text = several_lines(&self.text, update_limits::TEXT_MAX).and_then(required).map_err(UpdateProblem::from);
        match (title, locale, text) {
            (Ok(title), Ok(locale), Ok(text)) => Ok(UpdateInput { title, locale, text }),
            (title, locale, text) => {
                let problems = [title.err(), locale.err(), text.err()];
                let errors = UpdateField::ALL.into_iter().zip(problems);
                Err(errors.filter_map(|(field, problem)| Some(FieldError { field, problem: problem? })).collect())
            }
        }
    }

    /// The same, cut to what is stored of a form that is not finished: twice what its fields take.
    #[must_use]
    pub fn cut(mut self) -> Self {
        let cut = |text: &mut String, most: u32| {
            if let Some((end, _)) = text.char_indices().nth(most as usize * 2) {
                text.truncate(end);
            }
        };
        cut(&mut self.title, update_limits::TITLE_MAX);
        cut(&mut self.text, update_limits::TEXT_MAX);
        cut(&mut self.locale, 10);
        self
    }
}

impl From<TextProblem> for UpdateProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong(max) => Self::TooLong(max),
            TextProblem::ControlCharacter => Self::ControlCharacter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(title: &str, locale: &str, text: &str) -> UpdateForm {
        UpdateForm { title: title.into(), locale: locale.into(), text: text.into() }
    }

    #[test]
    fn what_was_typed_becomes_an_update() {
        let input = form("  The council \n listened ", "es", " ## Why\r\n\r\nBecause.\r\n").validate().unwrap();
        assert_eq!((input.title.as_str(), input.locale), ("The council listened", Lang::Es));
        assert_eq!(input.text, "## Why\n\nBecause.");
    }

    #[test]
    fn each_rule_is_told_beside_its_field() {
        use {UpdateField as F, UpdateProblem as P};
        let errors = |form: UpdateForm| {
            form.validate().err().unwrap_or_default().into_iter().map(|e| (e.field, e.problem)).collect::<Vec<_>>()
        };
        assert_eq!(
            errors(form(" ", "xx", "")),
            [(F::Title, P::Missing), (F::Locale, P::NotALanguage), (F::Text, P::Missing)]
        );
        assert_eq!(errors(form(&"a".repeat(101), "en", "a")), [(F::Title, P::TooLong(100))]);
        assert_eq!(errors(form("a", "en", &"é".repeat(5_001))), [(F::Text, P::TooLong(5_000))]);
        assert_eq!(errors(form("a", "en", "a\u{202e}b")), [(F::Text, P::ControlCharacter)]);
        assert_eq!(errors(form("a", "en", &"é\r\n".repeat(2_500))), []);
    }

    #[test]
    fn what_is_stored_has_an_end() {
        let cut = form(&"é".repeat(300), "en", &"é".repeat(20_000)).cut();
        assert_eq!((cut.title.chars().count(), cut.text.chars().count()), (200, 10_000));
    }
}
