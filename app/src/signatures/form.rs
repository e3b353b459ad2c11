use super::text_rules::{collapse, joined, length, no_controls, no_formula, no_link};
use super::{Country, EmailAddress, Field, Problem, SignError, Source};
use crate::campaigns::{FormOptions, Reading, ReasonsMode};
use crate::form::{Checkbox, FieldError};
use serde::{Deserialize, Serialize};

/// Limits of the fields, in characters. The same numbers stand beside the fields.
pub mod limits {
    /// Least length of a name.
    pub const NAME_MIN: u32 = 2;
    /// Greatest length of a name.
    pub const NAME_MAX: u32 = 100;
    /// Greatest length of an address.
    pub const EMAIL_MAX: u32 = super::EmailAddress::MAX;
    /// Greatest length of a postcode area.
    pub const POSTCODE_MAX: u32 = 12;
    /// Greatest length of a reason.
    pub const REASON_MAX: u32 = 500;
    /// Digits of the code in the mail.
    pub const CODE_DIGITS: usize = 8;
}

/// The sign form as it was typed. Field names are those of the HTML inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignForm {
    /// The signer's name, in one field.
    pub name: String,
    /// The address.
    pub email: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Postcode area.
    pub postcode: String,
    /// Why one signs.
    pub reason: String,
    /// "Show my name" (only ever beside a shown reason).
    pub show_name: Checkbox,
    /// "Show my reason".
    pub show_reason: Checkbox,
    /// "Send me updates".
    pub updates: Checkbox,
    /// "The campaign's team may write to me".
    pub contact: Checkbox,
    /// How the signer came here; see [`Source`].
    pub source: String,
    /// What the form said that the campaign's team may read: the code of a [`Reading`]. It may have become more since.
    pub reading: String,
    /// A field that people do not see and leave empty; programs that fill in everything do not.
    pub website: String,
}

/// A sign form that has passed every rule.
#[derive(Clone)]
pub struct SignInput {
    /// The name, white space collapsed.
    pub name: String,
    /// The address.
    pub email: EmailAddress,
    /// The country.
    pub country: Country,
    /// The postcode area in capitals, if one was given and the campaign asks for it.
    pub postcode: Option<String>,
    /// The reason, if one was given and the campaign asks for it.
    pub reason: Option<String>,
    /// Show the name beside the reason.
    pub show_name: bool,
    /// Show the reason.
    pub show_reason: bool,
    /// Send updates.
    pub updates: bool,
    /// The team may write.
    pub contact: bool,
    /// What the team may read of it: no more than the campaign lets it, and no more than the form said.
    pub reading: Reading,
    /// How the signer came here.
    pub source: Source,
    /// The code of [`Source::Other`], if it is one that a campaign may have of its own.
    pub own_source: Option<String>,
    /// Whether the hidden field was filled in.
    pub trapped: bool,
}

impl SignForm {
    /// Checks every field.
    ///
    /// # Errors
    /// One error for each field that breaks a rule, in the order of the form.
    pub fn validate(&self, options: FormOptions) -> Result<SignInput, Vec<SignError>> {
        let mut errors = Vec::new();
        let name = keep(&mut errors, Field::Name, name(&self.name));
        let email = keep(&mut errors, Field::Email, EmailAddress::parse(&self.email));
        let country = keep(&mut errors, Field::Country, country(&self.country));
        let postcode = keep(&mut errors, Field::Postcode, postcode(&self.postcode));
        let reason = keep(&mut errors, Field::Reason, reason(&self.reason));
        match (name, email, country, postcode, reason) {
            (Some(name), Some(email), Some(country), Some(postcode), Some(reason)) => {
                let reason = reason.filter(|_| options.reasons != ReasonsMode::Off);
                let show_reason = self.show_reason.0 && reason.is_some();
                let reading = Reading::parse(&self.reading).unwrap_or_default().min(options.reading);
                Ok(SignInput {
                    name,
                    email,
                    country,
                    postcode: postcode.filter(|_| options.asks_postcode),
                    show_reason,
                    show_name: self.show_name.0 && show_reason,
                    reason,
                    updates: self.updates.0,
                    contact: self.contact.0 && reading == Reading::Contact,
                    reading,
                    source: Source::parse(&self.source),
                    own_source: Source::is_free(&self.source).then(|| self.source.clone()),
                    trapped: !self.website.is_empty(),
                })
            }
            _ => Err(errors),
        }
    }

    /// Checks one field, for hints while typing.
    pub fn problem(&self, field: Field) -> Option<Problem> {
        match field {
            Field::Name => name(&self.name).err(),
            Field::Email => EmailAddress::parse(&self.email).err(),
            Field::Country => country(&self.country).err(),
            Field::Postcode => postcode(&self.postcode).err(),
            Field::Reason => reason(&self.reason).err(),
            Field::Code | Field::SignInCode | Field::ProofCode | Field::Sure => None,
        }
    }
}

fn keep<T>(errors: &mut Vec<SignError>, field: Field, result: Result<T, Problem>) -> Option<T> {
    result.map_err(|problem| errors.push(FieldError { field, problem })).ok()
}

fn name(text: &str) -> Result<String, Problem> {
    let text = collapse(text);
    no_controls(&text, false)?;
    length(&text, limits::NAME_MIN, limits::NAME_MAX)?;
    no_formula(&text)?;
    no_link(&text)?;
    if text.chars().any(char::is_alphabetic) { Ok(text) } else { Err(Problem::NoLetter) }
}

fn country(code: &str) -> Result<Country, Problem> {
    if code.is_empty() { Err(Problem::Missing) } else { Country::parse(code).ok_or(Problem::NotInList) }
}

fn postcode(text: &str) -> Result<Option<String>, Problem> {
    let text = collapse(text).to_uppercase();
    length(&text, 0, limits::POSTCODE_MAX)?;
    if text.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-') {
        Ok((!text.is_empty()).then_some(text))
    } else {
        Err(Problem::NotAPostcode)
    }
}

fn reason(text: &str) -> Result<Option<String>, Problem> {
    let text = joined(text);
    no_controls(&text, true)?;
    length(&text, 0, limits::REASON_MAX)?;
    Ok((!text.is_empty()).then_some(text))
}

/// The form on the inbox page that takes the code from the mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    /// The code, as typed.
    pub code: String,
}

impl CodeForm {
    /// The eight digits; spaces and hyphens between them are dropped.
    ///
    /// # Errors
    /// [`Problem::Missing`] or [`Problem::WrongCode`].
    pub fn validate(&self) -> Result<[u8; limits::CODE_DIGITS], Problem> {
        crate::form::digits(&self.code)
    }
}

/// The confirm page's form: what is to be published can be unticked there, for whoever typed the sign form may not own the
/// mailbox. Nothing can be ticked that was not ticked in the sign form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConfirmForm {
    /// Still show the name.
    pub show_name: Checkbox,
    /// Still show the reason.
    pub show_reason: Checkbox,
}

/// What a signer decides on the page of a signature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Take my name and reason off the page.
    #[default]
    Hide,
    /// Send me no more updates.
    StopUpdates,
    /// Withdraw my signature.
    Withdraw,
}

impl Decision {
    /// The form's value.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hide => "hide",
            Self::StopUpdates => "stop_updates",
            Self::Withdraw => "withdraw",
        }
    }

    /// The decision with this code.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Hide, Self::StopUpdates, Self::Withdraw].into_iter().find(|decision| decision.code() == code)
    }
}

/// The form on the page of a signature.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ManageForm {
    /// What is to be done.
    pub decision: Decision,
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: FormOptions =
        FormOptions { reading: Reading::Contact, reasons: ReasonsMode::Reviewed, asks_postcode: true };

    fn sound() -> SignForm {
        SignForm {
            name: "Ana Núñez".into(),
            email: "ana@example.org".into(),
            country: "US".into(),
            reading: "contact".into(),
            ..SignForm::default()
        }
    }

    fn problem(change: impl FnOnce(&mut SignForm), field: Field) -> Option<Problem> {
        let mut form = sound();
        change(&mut form);
        form.problem(field)
    }

    #[test]
    fn names_of_any_script_pass() {
        for name in ["李明", "عائشة", "O’Brien", "Jo", "María-José  del Río", "Ng Ũgĩ"] {
            assert_eq!(problem(|f| f.name = name.into(), Field::Name), None, "{name}");
        }
    }

    #[test]
    fn names_that_are_not_names_are_refused() {
        let refused = |name: &str| problem(|f| f.name = name.into(), Field::Name);
        assert_eq!(refused(""), Some(Problem::Missing));
        assert_eq!(refused("A"), Some(Problem::TooShort { min: 2 }));
        assert_eq!(refused(&"a".repeat(101)), Some(Problem::TooLong { max: 100 }));
        assert_eq!(refused("=HYPERLINK(1)"), Some(Problem::FormulaStart));
        assert_eq!(refused("buy at http://x.y"), Some(Problem::Link));
        assert_eq!(refused("cheap.com"), Some(Problem::Link));
        assert_eq!(refused("evil\u{202e}gnp"), Some(Problem::ControlCharacter));
        assert_eq!(refused("ev\u{0}il"), Some(Problem::ControlCharacter));
        assert_eq!(refused("123"), Some(Problem::NoLetter));
    }

    #[test]
    fn every_error_is_told_at_once_and_in_order() {
        let form = SignForm { postcode: "<b>".into(), ..SignForm::default() };
        let fields = form.validate(OPTIONS).err().unwrap().into_iter().map(|e| e.field).collect::<Vec<_>>();
        assert_eq!(fields, [Field::Name, Field::Email, Field::Country, Field::Postcode]);
    }

    #[test]
    fn what_a_campaign_does_not_ask_is_dropped() {
        let form = SignForm {
            postcode: "ec1a".into(),
            reason: "because".into(),
            show_reason: Checkbox(true),
            contact: Checkbox(true),
            ..sound()
        };
        let asked = form.validate(OPTIONS).ok().unwrap();
        assert_eq!(
            (asked.postcode.as_deref(), asked.reason.as_deref(), asked.contact),
            (Some("EC1A"), Some("because"), true)
        );
        let none = FormOptions { reading: Reading::None, reasons: ReasonsMode::Off, asks_postcode: false };
        let dropped = form.validate(none).ok().unwrap();
        assert_eq!(
            (dropped.postcode, dropped.reason, dropped.contact, dropped.show_reason),
            (None, None, false, false)
        );
    }

    #[test]
    fn no_more_is_read_than_the_form_said() {
        let read = |said: &str, reading| {
            let form = SignForm { reading: said.into(), contact: Checkbox(true), ..sound() };
            let input = form.validate(FormOptions { reading, ..OPTIONS }).ok().unwrap();
            (input.reading, input.contact)
        };
        for (said, allowed, read_then) in [
            ("", Reading::Contact, Reading::None),
            ("everything", Reading::Contact, Reading::None),
            ("none", Reading::Names, Reading::None),
            ("names", Reading::Contact, Reading::Names),
            ("contact", Reading::Names, Reading::Names),
            ("contact", Reading::None, Reading::None),
            ("contact", Reading::Contact, Reading::Contact),
        ] {
            assert_eq!(read(said, allowed), (read_then, read_then == Reading::Contact), "{said} {allowed:?}");
        }
    }

    #[test]
    fn a_name_is_shown_only_beside_a_reason() {
        let form = SignForm { show_name: Checkbox(true), show_reason: Checkbox(true), ..sound() };
        assert!(!form.validate(OPTIONS).ok().unwrap().show_name);
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        let code = |text: &str| CodeForm { code: text.into() }.validate();
        assert_eq!(code("1234 5678"), Ok(*b"12345678"));
        assert_eq!(code("1234-5678"), Ok(*b"12345678"));
        assert_eq!(code(" "), Err(Problem::Missing));
        assert_eq!(code("1234567"), Err(Problem::WrongCode));
        assert_eq!(code("1234567x"), Err(Problem::WrongCode));
    }
}
