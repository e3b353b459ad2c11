use crate::form::FieldError;
use crate::i18n::Lang;
use crate::typed::{TextProblem, one_line, required};

/// Greatest length of a reason's text, in characters.
pub const GROUND_MAX: u32 = 300;

/// What a form on the page of the catalogue asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundAction {
    /// A new reason.
    Add,
    /// Other texts for one.
    Change,
    /// One that is not to be given any more. What was decided with it keeps it.
    Retire,
    /// One that can be given again.
    Restore,
}

impl GroundAction {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Add, Self::Change, Self::Retire, Self::Restore];

    /// As it stands in forms and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Change => "change",
            Self::Retire => "retire",
            Self::Restore => "restore",
        }
    }

    /// The action of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}

/// A field of these forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundField {
    /// What names it in the log.
    Code,
    /// What the public reads, in a language.
    Text(Lang),
}

impl GroundField {
    /// The field's `name` in HTML.
    pub fn name(self) -> String {
        match self {
            Self::Code => "code".to_owned(),
            Self::Text(lang) => format!("text_{}", lang.code()),
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroundProblem {
    /// Nothing was entered.
    Missing,
    /// More characters than it takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// Not 3 to 40 characters of `a-z`, `0-9` and `_`.
    NotACode,
    /// There is one of this name.
    Taken,
}

impl From<TextProblem> for GroundProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong(max) => Self::TooLong(max),
            TextProblem::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// A field's error on such a form.
pub type GroundError = FieldError<GroundField, GroundProblem>;

/// A form as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroundForm {
    /// What is asked for.
    pub action: String,
    /// Names the reason.
    pub code: String,
    /// Its texts.
    pub texts: Vec<(Lang, String)>,
}

impl GroundForm {
    /// Reads what a browser sent.
    pub fn read(pairs: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "action" => form.action = value,
                "code" => form.code = value,
                name => {
                    let lang = Lang::ALL.into_iter().find(|lang| GroundField::Text(*lang).name() == name);
                    form.texts.extend(lang.map(|lang| (lang, value)));
                }
            }
        }
        form
    }

    /// What is asked for.
    pub fn action(&self) -> Option<GroundAction> {
        GroundAction::parse(&self.action)
    }

    /// The text in this language, as typed.
    pub fn text(&self, lang: Lang) -> &str {
        self.texts.iter().find(|(other, _)| *other == lang).map_or("", |(_, text)| text)
    }

    /// The name of a new reason.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn code(&self) -> Result<String, GroundError> {
        let code = self.code.trim();
        let sound = (3..=40).contains(&code.len())
            && code.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'_');
        let problem = if code.is_empty() { GroundProblem::Missing } else { GroundProblem::NotACode };
        if sound { Ok(code.to_owned()) } else { Err(FieldError { field: GroundField::Code, problem }) }
    }

    /// The texts, one for each language of the interface, each in one line.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn texts(&self) -> Result<Vec<(Lang, String)>, Vec<GroundError>> {
        let (mut texts, mut errors) = (Vec::new(), Vec::new());
        for lang in Lang::ALL {
            match one_line(self.text(lang), GROUND_MAX).and_then(required) {
                Ok(text) => texts.push((lang, text)),
                Err(problem) => errors.push(FieldError { field: GroundField::Text(lang), problem: problem.into() }),
            }
        }
        if errors.is_empty() { Ok(texts) } else { Err(errors) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> GroundForm {
        GroundForm::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_reason_has_a_name_and_a_text_in_every_language() {
        let sound = form(&[("code", " spam_2 "), ("text_en", "It  is spam."), ("text_es", "Es spam.")]);
        assert_eq!(sound.code(), Ok("spam_2".to_owned()));
        assert_eq!(sound.texts(), Ok(vec![(Lang::En, "It is spam.".to_owned()), (Lang::Es, "Es spam.".to_owned())]));
        let half = form(&[("code", "Spam!"), ("text_en", "It is spam."), ("text_es", " ")]);
        assert_eq!(half.code().unwrap_err().problem, GroundProblem::NotACode);
        let errors = half.texts().unwrap_err();
        assert_eq!(errors, [FieldError { field: GroundField::Text(Lang::Es), problem: GroundProblem::Missing }]);
    }
}
