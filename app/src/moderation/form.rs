use crate::form::FieldError;
use crate::typed::{REMARK_MAX, TextProblem, several_lines};

/// What a form on a campaign's page in review asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseAction {
    /// "I take this": also from somebody else.
    Take,
    /// Gives it free again.
    Leave,
    /// Adds a note for the other moderators.
    Note,
    /// Makes it public.
    Publish,
    /// Its team is to change it.
    SendBack,
    /// It is refused.
    Reject,
}

impl CaseAction {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Take, Self::Leave, Self::Note, Self::Publish, Self::SendBack, Self::Reject];

    /// As it stands in forms and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Leave => "leave",
            Self::Note => "note",
            Self::Publish => "publish",
            Self::SendBack => "send_back",
            Self::Reject => "reject",
        }
    }

    /// The action of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }

    /// Whether it decides, so that the campaign does not wait any more.
    pub const fn decides(self) -> bool {
        matches!(self, Self::Publish | Self::SendBack | Self::Reject)
    }
}

/// A field of these forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseField {
    /// What its team is told.
    Remark,
    /// Reasons from the catalogue.
    Grounds,
    /// What other moderators are told.
    Note,
}

impl CaseField {
    /// The field's `name` in HTML, and its `id`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Remark => "remark",
            Self::Grounds => "ground",
            Self::Note => "note",
        }
    }
}

/// A field's error on such a form.
pub type CaseError = FieldError<CaseField, TextProblem>;

/// A form as it was sent. Boxes of one name can be ticked together, so it is read from pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseForm {
    /// What is asked for.
    pub action: String,
    /// The version that was looked at.
    pub version: i64,
    /// For its team.
    pub remark: String,
    /// Codes of reasons.
    pub grounds: Vec<String>,
    /// For other moderators.
    pub note: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseOrder {
    /// See [`CaseAction::Take`].
    Take,
    /// See [`CaseAction::Leave`].
    Leave,
    /// A note, and its text.
    Note(String),
    /// See [`CaseAction::Publish`].
    Publish,
    /// For what remark.
    SendBack(String),
    /// For which reasons, with what remark.
    Reject(Vec<String>, Option<String>),
}

impl CaseForm {
    /// Reads what a browser sent; of a name that is there more than once, but for the reasons, the last counts.
    pub fn read(pairs: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "action" => form.action = value,
                "version" => form.version = value.parse().unwrap_or_default(),
                "remark" => form.remark = value,
                "ground" => form.grounds.push(value),
                "note" => form.note = value,
                _ => {}
            }
        }
        form
    }

    /// What is asked for.
    pub fn action(&self) -> Option<CaseAction> {
        CaseAction::parse(&self.action)
    }

    /// What is to be done.
    ///
    /// # Errors
    /// The fields that break a rule.
    pub fn validate(&self, action: CaseAction) -> Result<CaseOrder, Vec<CaseError>> {
        let fault = |field, problem| vec![FieldError { field, problem }];
        let remark = || free_text(&self.remark).map_err(|problem| fault(CaseField::Remark, problem));
        match action {
            CaseAction::Take => Ok(CaseOrder::Take),
            CaseAction::Leave => Ok(CaseOrder::Leave),
            CaseAction::Publish => Ok(CaseOrder::Publish),
            CaseAction::Note => match free_text(&self.note) {
                Ok(Some(note)) => Ok(CaseOrder::Note(note)),
                Ok(None) => Err(fault(CaseField::Note, TextProblem::Missing)),
                Err(problem) => Err(fault(CaseField::Note, problem)),
            },
            CaseAction::SendBack => {
                remark()?.map(CaseOrder::SendBack).ok_or_else(|| fault(CaseField::Remark, TextProblem::Missing))
            }
            CaseAction::Reject => {
                let mut errors = Vec::new();
                if self.grounds.is_empty() {
                    errors.extend(fault(CaseField::Grounds, TextProblem::Missing));
                }
                match remark() {
                    Ok(remark) if errors.is_empty() => Ok(CaseOrder::Reject(self.grounds.clone(), remark)),
                    Ok(_) => Err(errors),
                    Err(more) => {
                        errors.extend(more);
                        Err(errors)
                    }
                }
            }
        }
    }
}

/// What is said freely, if anything is.
pub(super) fn free_text(typed: &str) -> Result<Option<String>, TextProblem> {
    Ok(Some(several_lines(typed, REMARK_MAX)?).filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> CaseForm {
        CaseForm::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn faults(form: &CaseForm, action: CaseAction) -> Vec<(CaseField, TextProblem)> {
        let errors = form.validate(action).err().unwrap_or_default();
        errors.into_iter().map(|error| (error.field, error.problem)).collect()
    }

    #[test]
    fn several_reasons_of_one_name_are_kept() {
        let form =
            form(&[("version", "7"), ("ground", "hate"), ("ground", "false"), ("remark", " Sorry.\r\nReally. ")]);
        assert_eq!(form.version, 7);
        assert_eq!(
            form.validate(CaseAction::Reject),
            Ok(CaseOrder::Reject(vec!["hate".into(), "false".into()], Some("Sorry.\nReally.".into())))
        );
    }

    #[test]
    fn sending_back_wants_a_remark_and_refusing_a_reason() {
        let empty = form(&[("remark", " \r\n ")]);
        assert_eq!(faults(&empty, CaseAction::SendBack), [(CaseField::Remark, TextProblem::Missing)]);
        assert_eq!(faults(&empty, CaseAction::Reject), [(CaseField::Grounds, TextProblem::Missing)]);
        assert_eq!(faults(&empty, CaseAction::Note), [(CaseField::Note, TextProblem::Missing)]);
        assert_eq!(empty.validate(CaseAction::Publish), Ok(CaseOrder::Publish));
        let long = form(&[("remark", &"é".repeat(2_001))]);
        assert_eq!(faults(&long, CaseAction::SendBack), [(CaseField::Remark, TextProblem::TooLong(2_000))]);
        let turned = form(&[("note", "a\u{202e}b")]);
        assert_eq!(faults(&turned, CaseAction::Note), [(CaseField::Note, TextProblem::ControlCharacter)]);
    }
}
