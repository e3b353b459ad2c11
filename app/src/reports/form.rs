use crate::form::FieldError;
use crate::signatures::EmailAddress;
use crate::typed::{TextProblem, required, several_lines};
use serde::{Deserialize, Serialize};

/// Greatest length of what is reported, in characters.
pub const TEXT_MAX: u32 = 1_000;

/// What is wrong with a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// It says what is not true.
    Untrue,
    /// It names a private person, or gives away where somebody is to be found.
    PrivatePerson,
    /// It calls for hatred or violence.
    Hatred,
    /// It may serve to find out who signs.
    Trap,
    /// It pretends to come from somebody else, or uses what is theirs.
    NotTheirs,
    /// What a signer wrote below it.
    SignersWords,
    /// Something else.
    Other,
}

impl ReportKind {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] =
        [Self::Trap, Self::Hatred, Self::PrivatePerson, Self::Untrue, Self::NotTheirs, Self::SignersWords, Self::Other];

    /// As it is stored and stands in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Untrue => "untrue",
            Self::PrivatePerson => "private_person",
            Self::Hatred => "hatred",
            Self::Trap => "trap",
            Self::NotTheirs => "not_theirs",
            Self::SignersWords => "signers_words",
            Self::Other => "other",
        }
    }

    /// The kind of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What a moderator has done about a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was to be changed.
    Nothing,
    /// The campaign was hidden.
    Hidden,
    /// A signer's reason was removed.
    ReasonRemoved,
}

impl Outcome {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Hidden, Self::ReasonRemoved];

    /// As it is stored and stands in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Hidden => "hidden",
            Self::ReasonRemoved => "reason_removed",
        }
    }

    /// The outcome of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// A field of the form, by its name in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportField {
    /// What is wrong.
    Kind,
    /// In words.
    Text,
    /// Where to answer.
    Email,
}

impl ReportField {
    /// The field's `name` and `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Text => "text",
            Self::Email => "email",
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportProblem {
    /// Nothing was entered or chosen.
    Missing,
    /// More characters than it takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// Not an address that mail can be sent to.
    NotAnAddress,
}

impl From<TextProblem> for ReportProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong(max) => Self::TooLong(max),
            TextProblem::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// A field's error.
pub type ReportError = FieldError<ReportField, ReportProblem>;

/// The form as it was typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// Code of a kind.
    pub kind: String,
    /// In words; may be empty but for the kinds that say nothing without.
    pub text: String,
    /// May be empty.
    pub email: String,
}

/// A report that can be taken.
pub struct Report {
    /// What is wrong.
    pub kind: ReportKind,
    /// In words.
    pub text: String,
    /// Where to answer.
    pub email: Option<EmailAddress>,
}

impl ReportForm {
    /// Checks every field.
    ///
    /// # Errors
    /// One error for each field that breaks a rule, in the order of the form.
    pub fn validate(&self) -> Result<Report, Vec<ReportError>> {
        let mut errors = Vec::new();
        let mut fault = |field, problem| errors.push(FieldError { field, problem });
        let kind = ReportKind::parse(&self.kind);
        if kind.is_none() {
            fault(ReportField::Kind, ReportProblem::Missing);
        }
        let needs_words = matches!(kind, Some(ReportKind::SignersWords | ReportKind::Other));
        let text = several_lines(&self.text, TEXT_MAX);
        let text = text.and_then(|text| if needs_words { required(text) } else { Ok(text) });
        let text = text.unwrap_or_else(|problem| {
            fault(ReportField::Text, problem.into());
            String::new()
        });
        let email = match self.email.trim() {
            "" => None,
            typed => match EmailAddress::parse(typed) {
                Ok(address) => Some(address),
                Err(_) => {
                    fault(ReportField::Email, ReportProblem::NotAnAddress);
                    None
                }
            },
        };
        match kind {
            Some(kind) if errors.is_empty() => Ok(Report { kind, text, email }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(kind: &str, text: &str, email: &str) -> Vec<(ReportField, ReportProblem)> {
        let form = ReportForm { kind: kind.into(), text: text.into(), email: email.into() };
        form.validate().err().unwrap_or_default().into_iter().map(|error| (error.field, error.problem)).collect()
    }

    #[test]
    fn words_are_needed_where_the_kind_says_nothing() {
        use {ReportField as F, ReportProblem as P};
        assert_eq!(faults("trap", "", ""), []);
        assert_eq!(faults("other", " ", ""), [(F::Text, P::Missing)]);
        assert_eq!(faults("signers_words", "", "ana@"), [(F::Text, P::Missing), (F::Email, P::NotAnAddress)]);
        assert_eq!(faults("", &"é".repeat(1_001), ""), [(F::Kind, P::Missing), (F::Text, P::TooLong(1_000))]);
        assert_eq!(faults("hatred", &"é\r\n".repeat(500), "ana@example.org"), []);
        assert_eq!(faults("hatred", "a\u{202e}b", ""), [(F::Text, P::ControlCharacter)]);
    }
}
