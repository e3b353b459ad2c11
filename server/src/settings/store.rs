//! Settings as they are stored: those alone that differ from what holds without them.

use crate::store::{Link, Result, each_db};
use app::settings::{HouseSettings, Setting, SettingsForm};

crate::store::statements! {
    SETTINGS_VERSION = "SELECT version FROM house_settings_version WHERE one = 1";
    SETTINGS = "SELECT name, value FROM house_settings";
    NEXT_VERSION = "UPDATE house_settings_version SET version = version + 1 WHERE one = 1 AND version = $1";
    SET = "INSERT INTO house_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    UNSET = "DELETE FROM house_settings WHERE name = $1";
}

pub(super) async fn version(link: &mut Link<'_>) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(SETTINGS_VERSION).fetch_one(&mut **c).await)?)
}

/// What is set, over what holds without.
pub(super) async fn read(link: &mut Link<'_>, without: &HouseSettings) -> Result<HouseSettings> {
    let rows: Vec<(String, String)> = each_db!(link, c => sqlx::query_as(SETTINGS).fetch_all(&mut **c).await)?;
    let form = SettingsForm::of(without, 0).with(rows);
    Ok(form.validate(without).unwrap_or_else(|errors| {
        // Stored under other bounds, or made impossible by the configuration together with what is stored.
        let names = errors.iter().map(|error| error.field.name()).collect::<Vec<_>>().join(", ");
        tracing::warn!("the house's settings cannot hold together ({names}): those of the configuration are taken until an admin saves them anew");
        *without
    }))
}

/// Makes it the next version. Whether it still was this one.
pub(super) async fn advance(link: &mut Link<'_>, version: i64) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(NEXT_VERSION).bind(version).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Sets a value, or with none lets hold what holds without.
pub(super) async fn set(link: &mut Link<'_>, setting: Setting, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => each_db!(link, c =>
            sqlx::query(SET).bind(setting.name()).bind(value).execute(&mut **c).await.map(drop))?,
        None => each_db!(link, c => sqlx::query(UNSET).bind(setting.name()).execute(&mut **c).await.map(drop))?,
    }
    Ok(())
}
