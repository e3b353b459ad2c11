//! Settings as they are stored: those alone that differ from what holds without them.

use crate::store::{Link, Result, each_db};
use app::settings::{BlocksForm, HouseSettings, SettingsForm, Switch, SwitchField, SwitchValues};

crate::store::statements! {
    SETTINGS_STATE = "SELECT version, (SELECT COUNT(*) FROM mail_waits) FROM house_settings_version WHERE one = 1";
    SETTINGS = "SELECT name, value FROM house_settings";
    NEXT_VERSION = "UPDATE house_settings_version SET version = version + 1 WHERE one = 1 AND version = $1";
    SET = "INSERT INTO house_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    UNSET = "DELETE FROM house_settings WHERE name = $1";
}

/// What tells that something has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// Counts what admins have saved.
    pub(super) version: i64,
    /// Whether mails wait: commands have them wait too.
    pub(super) waits: bool,
}

pub(super) async fn state(link: &mut Link<'_>) -> Result<State> {
    let (version, waits): (i64, i64) = each_db!(link, c => sqlx::query_as(SETTINGS_STATE).fetch_one(&mut **c).await)?;
    Ok(State { version, waits: waits > 0 })
}

/// All that is stored, by name.
pub(super) struct Stored(Vec<(String, String)>);

pub(super) async fn read(link: &mut Link<'_>) -> Result<Stored> {
    Ok(Stored(each_db!(link, c => sqlx::query_as(SETTINGS).fetch_all(&mut **c).await)?))
}

impl Stored {
    /// What is set, over what holds without.
    pub(super) fn settings(&self, without: &HouseSettings) -> HouseSettings {
        let form = SettingsForm::of(without, 0).with(self.0.iter().cloned());
        form.validate(without).unwrap_or_else(|errors| {
            // Stored under other bounds, or made impossible by the configuration together with what is stored.
            let names = errors.iter().map(|error| error.field.name()).collect::<Vec<_>>().join(", ");
            tracing::warn!(
                "the house's settings cannot hold together ({names}): those of the configuration are taken until an admin saves them anew"
            );
            *without
        })
    }

    /// Who may not sign.
    pub(super) fn blocks(&self, state: State) -> BlocksForm {
        BlocksForm::read(self.0.iter().cloned()).of_version(state.version)
    }

    /// What is switched off and written for the public.
    pub(super) fn switches(&self, state: State) -> SwitchValues {
        let known = self.0.iter().filter_map(|(name, value)| Some((SwitchField::parse(name)?, value.clone())));
        let mut values = known.collect::<SwitchValues>();
        if state.waits {
            values.insert(SwitchField::Off(Switch::Mailing), "on".to_owned());
        }
        values
    }
}

/// Makes it the next version. Whether it still was this one.
pub(super) async fn advance(link: &mut Link<'_>, version: i64) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(NEXT_VERSION).bind(version).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Sets a value, or with none lets hold what holds without.
pub(super) async fn set(link: &mut Link<'_>, name: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => {
            each_db!(link, c => sqlx::query(SET).bind(name).bind(value).execute(&mut **c).await.map(drop))?;
        }
        None => each_db!(link, c => sqlx::query(UNSET).bind(name).execute(&mut **c).await.map(drop))?,
    }
    Ok(())
}
