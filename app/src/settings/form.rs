use super::{HouseSettings, Publishing, Setting, ShownReasons, Starting};
use crate::error::AppError;
use crate::form::FieldError;
use crate::signatures::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is wrong with a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsProblem {
    /// It is none of the choices.
    NoChoice,
    /// It is no whole number of at least the first and at most the second.
    NotWithin(u32, u32),
    /// What is overdue would not have been due before.
    OverdueFirst,
}

/// A setting's error.
pub type SettingsError = FieldError<Setting, SettingsProblem>;

/// The form of all settings, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsForm {
    /// The version that was looked at.
    pub version: i64,
    values: BTreeMap<Setting, String>,
}

impl SettingsForm {
    /// The form that says what is set.
    pub fn of(settings: &HouseSettings, version: i64) -> Self {
        Self { version, values: Setting::ALL.map(|setting| (setting, settings.value(setting))).into() }
    }

    /// Reads names and values; those that are not there stay as they are.
    #[must_use]
    pub fn with(mut self, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        for (name, value) in pairs {
            if name == "version" {
                self.version = value.parse().unwrap_or_default();
            } else if let Some(setting) = Setting::parse(&name) {
                self.values.insert(setting, value);
            }
        }
        self
    }

    /// What was typed or chosen.
    pub fn value(&self, setting: Setting) -> &str {
        self.values.get(&setting).map_or("", |value| value.trim())
    }

    /// The settings. What holds without any, as the configuration says, may be outside the bounds.
    ///
    /// # Errors
    /// What is wrong with which.
    pub fn validate(&self, without: &HouseSettings) -> Result<HouseSettings, Vec<SettingsError>> {
        let (mut settings, mut errors) = (*without, Vec::new());
        for setting in Setting::ALL {
            let value = self.value(setting);
            if value != without.value(setting)
                && let Err(problem) = set(&mut settings, setting, value)
            {
                errors.push(FieldError { field: setting, problem });
            }
        }
        if errors.is_empty() && settings.overdue_days < settings.due_days {
            errors.push(FieldError { field: Setting::OverdueDays, problem: SettingsProblem::OverdueFirst });
        }
        if errors.is_empty() { Ok(settings) } else { Err(errors) }
    }
}

fn set(settings: &mut HouseSettings, setting: Setting, value: &str) -> Result<(), SettingsProblem> {
    match setting {
        Setting::Publishing => settings.publishing = Publishing::parse(value).ok_or(SettingsProblem::NoChoice)?,
        Setting::Starting => settings.starting = Starting::parse(value).ok_or(SettingsProblem::NoChoice)?,
        Setting::Reasons => settings.reasons = ShownReasons::parse(value).ok_or(SettingsProblem::NoChoice)?,
        Setting::DueDays => settings.due_days = number(setting, value)?,
        Setting::OverdueDays => settings.overdue_days = number(setting, value)?,
        Setting::Drafts => settings.drafts = number(setting, value)?,
        Setting::CampaignsAWeek => settings.campaigns_a_week = number(setting, value)?,
        Setting::FormsAnHour => settings.forms_an_hour = number(setting, value)?,
    }
    Ok(())
}

fn number(setting: Setting, value: &str) -> Result<u32, SettingsProblem> {
    let (least, most) = setting.bounds().unwrap_or_default();
    let number = value.parse().ok().filter(|n| (least..=most).contains(n));
    number.ok_or(SettingsProblem::NotWithin(least, most))
}

/// The context of a page of what is set for the whole house, where its form came back.
#[derive(Clone, Debug)]
pub struct SaveState<F, E> {
    /// As it was sent.
    pub form: F,
    /// What is wrong with it.
    pub errors: Vec<E>,
    /// Whether somebody else has saved meanwhile.
    pub overtaken: bool,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

impl<F: Default, E> Default for SaveState<F, E> {
    fn default() -> Self {
        Self { form: F::default(), errors: Vec::new(), overtaken: false, failure: None }
    }
}

/// The context of the page, where its form came back.
pub type SettingsState = SaveState<SettingsForm, SettingsError>;

/// A form on the page of those who may start campaigns.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CampaignerForm {
    /// `invite` (an address) or `remove` (one of them).
    pub action: String,
    /// The address, as typed.
    pub email: String,
    /// Whom it is about: [`Campaigner::id`](super::Campaigner::id).
    pub campaigner: String,
}

/// The context of that page, where its form came back.
#[derive(Clone, Default)]
pub struct CampaignerState {
    /// The address, as typed.
    pub email: String,
    /// What is wrong with it.
    pub problem: Option<Problem>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> SettingsForm {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        SettingsForm::of(&HouseSettings::default(), 4).with(pairs)
    }

    fn valid(form: &SettingsForm) -> Result<HouseSettings, Vec<SettingsError>> {
        form.validate(&HouseSettings::default())
    }

    #[test]
    fn a_form_says_what_is_set() {
        assert_eq!(valid(&sent(&[])), Ok(HouseSettings::default()));
        let changed = sent(&[("moderation", "after"), ("due_days", " 5 "), ("version", "9"), ("colour", "red")]);
        assert_eq!(changed.version, 9);
        let settings = valid(&changed).unwrap();
        assert_eq!((settings.publishing, settings.due_days), (Publishing::AtOnce, 5));
        let told = [
            (Setting::Publishing, "before".to_owned(), "after".to_owned()),
            (Setting::DueDays, "3".to_owned(), "5".to_owned()),
        ];
        assert_eq!(settings.changes_from(&HouseSettings::default()), told);
    }

    #[test]
    fn whatever_is_out_of_its_bounds_is_named() {
        let faults = |pairs: &[(&str, &str)]| {
            let errors = valid(&sent(pairs)).err().unwrap_or_default();
            errors.into_iter().map(|error| (error.field, error.problem)).collect::<Vec<_>>()
        };
        assert_eq!(faults(&[("starting", "nobody")]), [(Setting::Starting, SettingsProblem::NoChoice)]);
        for number in ["", "9", "100001", "-20", "1.5", "many"] {
            let fault = (Setting::FormsAnHour, SettingsProblem::NotWithin(10, 100_000));
            assert_eq!(faults(&[("forms_an_hour", number)]), [fault], "{number}");
        }
        let late = [("due_days", "8"), ("overdue_days", "7")];
        assert_eq!(faults(&late), [(Setting::OverdueDays, SettingsProblem::OverdueFirst)]);
        assert_eq!(faults(&[("due_days", "7"), ("overdue_days", "7")]), []);
    }

    #[test]
    fn what_the_configuration_says_is_sound_whatever_it_is() {
        let without = HouseSettings { forms_an_hour: 5_000_000, ..HouseSettings::default() };
        let form = SettingsForm::of(&without, 1).with([("drafts".to_owned(), "30".to_owned())]);
        assert_eq!(form.validate(&without), Ok(HouseSettings { drafts: 30, ..without }));
    }
}
