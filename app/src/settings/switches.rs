use super::SaveState;
use crate::form::FieldError;
use crate::i18n::Lang;
use crate::typed::{TextProblem, several_lines};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Greatest length, in characters, of a text for the public.
pub const PUBLIC_TEXT_MAX: u32 = 500;

/// What can be switched off for the whole house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Switch {
    /// Sending the sign form. What was sent can still be confirmed.
    Signing,
    /// Starting and submitting campaigns.
    Campaigns,
    /// Sending mails: they wait.
    Mailing,
    /// The search.
    Search,
}

impl Switch {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Signing, Self::Campaigns, Self::Mailing, Self::Search];

    /// As it stands in forms and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Signing => "signing",
            Self::Campaigns => "campaigns",
            Self::Mailing => "mailing",
            Self::Search => "search",
        }
    }
}

/// A field of the form of switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SwitchField {
    /// Whether it is off: `on` or nothing.
    Off(Switch),
    /// What the public reads then; without it, a sentence of ours.
    Text(Switch, Lang),
    /// What stands on every page.
    Notice(Lang),
    /// The last day (UTC) on which it does, as `2026-03-31`; without it, until it is taken away.
    NoticeUntil,
}

impl SwitchField {
    /// All of them, in the order of the page.
    pub fn all() -> Vec<Self> {
        let switches = Switch::ALL.into_iter().flat_map(|switch| {
            let texts = Lang::ALL.into_iter().map(move |lang| Self::Text(switch, lang));
            std::iter::once(Self::Off(switch)).chain(texts)
        });
        let notice = Lang::ALL.into_iter().map(Self::Notice);
        switches.chain(notice).chain([Self::NoticeUntil]).collect()
    }

    /// As it is stored and stands in forms and in the log; also the control's `id` in HTML.
    pub const fn name(self) -> &'static str {
        use Switch as S;
        match self {
            Self::Off(S::Signing) => "signing_off",
            Self::Off(S::Campaigns) => "campaigns_off",
            Self::Off(S::Mailing) => "mailing_off",
            Self::Off(S::Search) => "search_off",
            Self::Text(S::Signing, Lang::En) => "signing_en",
            Self::Text(S::Signing, Lang::Es) => "signing_es",
            Self::Text(S::Campaigns, Lang::En) => "campaigns_en",
            Self::Text(S::Campaigns, Lang::Es) => "campaigns_es",
            Self::Text(S::Mailing, Lang::En) => "mailing_en",
            Self::Text(S::Mailing, Lang::Es) => "mailing_es",
            Self::Text(S::Search, Lang::En) => "search_en",
            Self::Text(S::Search, Lang::Es) => "search_es",
            Self::Notice(Lang::En) => "notice_en",
            Self::Notice(Lang::Es) => "notice_es",
            Self::NoticeUntil => "notice_until",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|field| field.name() == name)
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwitchProblem {
    /// There is a notice in another language, and none in this one.
    Missing,
    /// More characters than it takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// It is no day.
    NotADay,
}

/// A field's error.
pub type SwitchError = FieldError<SwitchField, SwitchProblem>;

/// What is set, field by field; those that are empty are not there.
pub type SwitchValues = BTreeMap<SwitchField, String>;

/// The form as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SwitchesForm {
    /// The version that was looked at.
    pub version: i64,
    values: SwitchValues,
}

impl SwitchesForm {
    /// The form that says what is set.
    pub fn of(values: &SwitchValues, version: i64) -> Self {
        Self { version, values: values.clone() }
    }

    /// Reads what a browser sent.
    pub fn read(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            if name == "version" {
                form.version = value.parse().unwrap_or_default();
            } else if let Some(field) = SwitchField::parse(&name) {
                form.values.insert(field, value);
            }
        }
        form
    }

    /// What was typed.
    pub fn value(&self, field: SwitchField) -> &str {
        self.values.get(&field).map_or("", String::as_str)
    }

    /// What is to be set.
    ///
    /// # Errors
    /// What is wrong with which field.
    pub fn validate(&self) -> Result<SwitchValues, Vec<SwitchError>> {
        let (mut values, mut errors) = (SwitchValues::new(), Vec::new());
        let has_notice = Lang::ALL.into_iter().any(|lang| !self.value(SwitchField::Notice(lang)).trim().is_empty());
        for field in SwitchField::all() {
            match checked(field, self.value(field)) {
                Ok(value) if value.is_empty() => {
                    if has_notice && matches!(field, SwitchField::Notice(_)) {
                        errors.push(FieldError { field, problem: SwitchProblem::Missing });
                    }
                }
                Ok(value) => {
                    values.insert(field, value);
                }
                Err(problem) => errors.push(FieldError { field, problem }),
            }
        }
        if errors.is_empty() { Ok(values) } else { Err(errors) }
    }
}

fn checked(field: SwitchField, typed: &str) -> Result<String, SwitchProblem> {
    match field {
        SwitchField::Off(_) => Ok(if typed.is_empty() { "" } else { "on" }.to_owned()),
        SwitchField::Text(..) | SwitchField::Notice(_) => {
            several_lines(typed, PUBLIC_TEXT_MAX).map_err(|problem| match problem {
                TextProblem::Missing => SwitchProblem::Missing,
                TextProblem::TooLong(max) => SwitchProblem::TooLong(max),
                TextProblem::ControlCharacter => SwitchProblem::ControlCharacter,
            })
        }
        SwitchField::NoticeUntil => match typed.trim() {
            "" => Ok(String::new()),
            day => day.parse().map(|day: jiff::civil::Date| day.to_string()).map_err(|_| SwitchProblem::NotADay),
        },
    }
}

/// The context of the page of switches, where its form came back.
pub type SwitchesState = SaveState<SwitchesForm, SwitchError>;

/// What is switched off at the moment, and the notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicState {
    values: SwitchValues,
}

impl PublicState {
    /// What follows from these values. A notice that has had its time is to be taken out of them before.
    pub fn of(values: SwitchValues) -> Self {
        Self { values }
    }

    /// Whether this is off.
    pub fn is_off(&self, switch: Switch) -> bool {
        self.values.contains_key(&SwitchField::Off(switch))
    }

    /// What the public is to read where this is off, if admins have written something in this language.
    pub fn text(&self, switch: Switch, lang: Lang) -> Option<&str> {
        self.values.get(&SwitchField::Text(switch, lang)).map(String::as_str)
    }

    /// The notice on every page.
    pub fn notice(&self, lang: Lang) -> Option<&str> {
        self.values.get(&SwitchField::Notice(lang)).map(String::as_str)
    }
}

/// The door to what is switched off, as found in the Leptos context.
pub type PublicPort = Arc<dyn Public>;

/// What is switched off, out of memory.
pub trait Public: Send + Sync {
    /// At this moment; another server's change is seen within two seconds.
    fn now(&self) -> Arc<PublicState>;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> SwitchesForm {
        SwitchesForm::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn every_field_has_a_name_of_its_own() {
        let all = SwitchField::all();
        assert!(all.iter().all(|field| SwitchField::parse(field.name()) == Some(*field)));
        assert_eq!(all.len(), Switch::ALL.len() * (1 + Lang::ALL.len()) + Lang::ALL.len() + 1);
    }

    #[test]
    fn what_is_typed_is_checked_field_by_field() {
        let faults = |pairs: &[(&str, &str)]| {
            let errors = sent(pairs).validate().err().unwrap_or_default();
            errors.into_iter().map(|error| (error.field, error.problem)).collect::<Vec<_>>()
        };
        assert_eq!(faults(&[("signing_off", "on"), ("signing_en", " Back\r\ntomorrow. ")]), []);
        assert_eq!(faults(&[("notice_en", "Hello")]), [(SwitchField::Notice(Lang::Es), SwitchProblem::Missing)]);
        assert_eq!(faults(&[("notice_until", "31 March")]), [(SwitchField::NoticeUntil, SwitchProblem::NotADay)]);
        let long = "é".repeat(501);
        let field = SwitchField::Text(Switch::Search, Lang::Es);
        assert_eq!(faults(&[("search_es", &long)]), [(field, SwitchProblem::TooLong(500))]);
        assert_eq!(faults(&[("search_es", "a\u{202e}b")]), [(field, SwitchProblem::ControlCharacter)]);
    }

    #[test]
    fn the_public_reads_what_is_set() {
        let form = sent(&[("signing_off", "on"), ("signing_en", " Back\r\ntomorrow. "), ("search_en", "Kept")]);
        let state = PublicState::of(form.validate().unwrap());
        assert!(state.is_off(Switch::Signing) && !state.is_off(Switch::Search));
        assert_eq!(state.text(Switch::Signing, Lang::En), Some("Back\ntomorrow."));
        assert_eq!((state.text(Switch::Signing, Lang::Es), state.notice(Lang::En)), (None, None));
    }
}
