//! The port of the settings.

use super::campaigners;
use super::store::{self, State, Stored};
use crate::accounts::{Proof, Session};
use crate::audit::{self, Action, Entry};
use crate::campaigns::internal;
use crate::privacy::account_digest;
use crate::services::Common;
use crate::signatures::{mail_goes_in, mail_waits_in};
use crate::store::{AccountId, Result};
use app::accounts::Role;
use app::error::AppError;
use app::i18n::Lang;
use app::settings::{
    BlockList, BlocksAnswer, BlocksForm, CampaignerAnswer, CampaignerForm, Campaigners, HouseSettings, Setting,
    Settings, SettingsAnswer, SettingsForm, Switch, SwitchField, SwitchValues, SwitchesAnswer, SwitchesForm,
};
use app::signatures::EmailAddress;
use app::visitor::Visitor;
use async_trait::async_trait;
use std::sync::Arc;

/// The settings.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// For fingerprints of the addresses of accounts.
    pub digest_key: [u8; 32],
}

/// A change as it is stored and stands in the log.
struct Change {
    name: &'static str,
    to: To,
    detail: String,
}

/// What a change makes of what it names.
enum To {
    /// This value, or what holds without one.
    Value(Option<String>),
    /// Mail waits.
    MailWaits,
    /// Mail goes out.
    MailGoes,
}

/// What differs from the settings that hold.
fn settings_changed(stored: &Stored, settings: &HouseSettings, without: &HouseSettings) -> Vec<Change> {
    let changes = settings.changes_from(&stored.settings(without)).into_iter();
    let change = |(setting, before, value): (Setting, String, String)| {
        let detail = format!("{before} -> {value}");
        let differs = value != without.value(setting);
        Change { name: setting.name(), to: To::Value(differs.then_some(value)), detail }
    };
    changes.map(change).collect()
}

/// What differs from the switches and texts that hold.
fn switches_changed(stored: &Stored, state: State, values: &SwitchValues) -> Vec<Change> {
    let before = stored.switches(state);
    let fields = SwitchField::all().into_iter().filter(|field| before.get(field) != values.get(field));
    let change = |field: SwitchField| {
        let (was, value) = (before.get(&field), values.get(&field));
        let to = match (field, value) {
            (SwitchField::Off(Switch::Mailing), Some(_)) => To::MailWaits,
            (SwitchField::Off(Switch::Mailing), None) => To::MailGoes,
            (_, value) => To::Value(value.cloned()),
        };
        let text = |value: Option<&String>| value.map_or("-", String::as_str).to_owned();
        Change { name: field.name(), to, detail: format!("{} -> {}", text(was), text(value)) }
    };
    fields.map(change).collect()
}

/// What differs from the lists that hold: the lines that go, and those that come.
fn blocks_changed(stored: &Stored, state: State, form: &BlocksForm) -> Vec<Change> {
    let before = stored.blocks(state);
    let change = |list: BlockList| {
        let (was, lines) = (before.lines(list).unwrap_or_default(), form.lines(list).unwrap_or_default());
        if was == lines {
            return None;
        }
        let gone = was.iter().filter(|line| !lines.contains(line)).map(|line| format!("-{line}"));
        let new = lines.iter().filter(|line| !was.contains(line)).map(|line| format!("+{line}"));
        let detail = gone.chain(new).collect::<Vec<_>>().join(" ");
        let text = lines.join("\n");
        Some(Change { name: list.name(), to: To::Value((!text.is_empty()).then_some(text)), detail })
    };
    BlockList::ALL.into_iter().filter_map(change).collect()
}

impl Service {
    async fn admin(&self, visitor: &Visitor, proof: Proof) -> std::result::Result<Session, AppError> {
        self.common.sessions.with_role(visitor, Role::Admin, proof).await
    }

    /// Writes what differs, and each change into the log. Whether `version` still was the one that holds.
    async fn write(
        &self,
        by: AccountId,
        version: i64,
        changes: impl FnOnce(&Stored, State) -> Vec<Change> + Send + 'static,
    ) -> Result<bool> {
        let (now, entropy) = (self.common.clock.now(), Arc::clone(&self.common.entropy));
        let saved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let state = store::state(&mut link).await?;
                let changes = changes(&store::read(&mut link).await?, state);
                if changes.is_empty() {
                    return Ok(state.version == version);
                }
                if !store::advance(&mut link, version).await? {
                    return Ok(false);
                }
                for Change { name, to, detail } in changes {
                    match to {
                        To::Value(value) => store::set(&mut link, name, value.as_deref()).await?,
                        To::MailWaits => mail_waits_in(&mut link).await?,
                        To::MailGoes => mail_goes_in(&mut link).await?,
                    }
                    let entry = Entry::new(&*entropy, now, Some(by), Action::SettingChanged, name, detail);
                    audit::add(&mut link, &entry).await?;
                }
                Ok(true)
            })
        });
        let saved = saved.await?;
        self.follow().await?;
        Ok(saved)
    }

    /// Goes by what was saved at once.
    async fn follow(&self) -> Result<()> {
        if self.common.settings.look().await? {
            self.common.directory.forget_all();
        }
        Ok(())
    }
}

#[async_trait]
impl Settings for Service {
    async fn read(&self, visitor: &Visitor) -> std::result::Result<(HouseSettings, i64), AppError> {
        self.admin(visitor, Proof::JustNow).await?;
        self.follow().await.map_err(|error| internal(&error))?;
        let held = self.common.settings.held();
        Ok((held.settings, held.version()))
    }

    async fn save(&self, visitor: &Visitor, form: &SettingsForm) -> std::result::Result<SettingsAnswer, AppError> {
        let by = self.admin(visitor, Proof::JustNow).await?.account;
        let settings = match form.validate(self.common.settings.without()) {
            Ok(settings) => settings,
            Err(errors) => return Ok(SettingsAnswer::Refused(errors)),
        };
        let without = *self.common.settings.without();
        let changes = move |stored: &Stored, _| settings_changed(stored, &settings, &without);
        let saved = self.write(by, form.version, changes).await.map_err(|error| internal(&error))?;
        Ok(if saved { SettingsAnswer::Saved } else { SettingsAnswer::Overtaken })
    }

    async fn switches(&self, visitor: &Visitor) -> std::result::Result<(SwitchValues, i64), AppError> {
        self.admin(visitor, Proof::JustNow).await?;
        self.follow().await.map_err(|error| internal(&error))?;
        let held = self.common.settings.held();
        Ok(((*held.switches).clone(), held.version()))
    }

    async fn save_switches(
        &self,
        visitor: &Visitor,
        form: &SwitchesForm,
    ) -> std::result::Result<SwitchesAnswer, AppError> {
        let by = self.admin(visitor, Proof::JustNow).await?.account;
        let values = match form.validate() {
            Ok(values) => values,
            Err(errors) => return Ok(SwitchesAnswer::Refused(errors)),
        };
        let changes = move |stored: &Stored, state| switches_changed(stored, state, &values);
        let saved = self.write(by, form.version, changes).await.map_err(|error| internal(&error))?;
        Ok(if saved { SwitchesAnswer::Saved } else { SwitchesAnswer::Overtaken })
    }

    async fn blocks(&self, visitor: &Visitor) -> std::result::Result<BlocksForm, AppError> {
        self.admin(visitor, Proof::JustNow).await?;
        self.follow().await.map_err(|error| internal(&error))?;
        Ok((*self.common.settings.held().lists).clone())
    }

    async fn save_blocks(&self, visitor: &Visitor, form: &BlocksForm) -> std::result::Result<BlocksAnswer, AppError> {
        let by = self.admin(visitor, Proof::JustNow).await?.account;
        let errors = form.errors();
        if !errors.is_empty() {
            return Ok(BlocksAnswer::Refused(errors));
        }
        let (version, form) = (form.version, form.clone());
        let changes = move |stored: &Stored, state| blocks_changed(stored, state, &form);
        let saved = self.write(by, version, changes).await.map_err(|error| internal(&error))?;
        Ok(if saved { BlocksAnswer::Saved } else { BlocksAnswer::Overtaken })
    }

    async fn campaigners(
        &self,
        visitor: &Visitor,
        lang: Lang,
        page: u32,
    ) -> std::result::Result<Campaigners, AppError> {
        self.admin(visitor, Proof::Today).await?;
        campaigners::read(&self.common, lang, page).await.map_err(|error| internal(&error))
    }

    async fn change_campaigners(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &CampaignerForm,
    ) -> std::result::Result<CampaignerAnswer, AppError> {
        let by = self.admin(visitor, Proof::JustNow).await?.account;
        match (form.action.as_str(), AccountId::parse(&form.campaigner)) {
            ("invite", _) => match EmailAddress::parse(&form.email) {
                Ok(address) => {
                    let digest = account_digest(&self.digest_key, &address);
                    let invited = campaigners::invite(&self.common, by, lang, &address, digest).await;
                    let invited = invited.map_err(|error| internal(&error))?;
                    Ok(if invited { CampaignerAnswer::Invited } else { CampaignerAnswer::Already })
                }
                Err(problem) => Ok(CampaignerAnswer::Refused(problem)),
            },
            ("remove", Some(id)) => {
                campaigners::remove(&self.common, by, id).await.map_err(|error| internal(&error))?;
                Ok(CampaignerAnswer::Removed)
            }
            _ => Err(AppError::NotFound),
        }
    }
}
