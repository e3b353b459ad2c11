//! The port of the settings.

use super::{campaigners, store};
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
    BlockList, BlocksAnswer, BlocksForm, CampaignerAnswer, CampaignerForm, Campaigners, HouseSettings, Settings,
    SettingsAnswer, SettingsForm, Switch, SwitchField, SwitchValues, SwitchesAnswer, SwitchesForm,
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

impl Service {
    async fn admin(&self, visitor: &Visitor, proof: Proof) -> std::result::Result<Session, AppError> {
        self.common.sessions.with_role(visitor, Role::Admin, proof).await
    }

    /// Sets what differs. Whether `version` still was the one that holds.
    async fn set(&self, by: AccountId, version: i64, settings: HouseSettings) -> Result<bool> {
        let (without, now) = (*self.common.settings.without(), self.common.clock.now());
        let entropy = Arc::clone(&self.common.entropy);
        let saved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let changes = settings.changes_from(&store::read(&mut link).await?.settings(&without));
                if changes.is_empty() {
                    return Ok(store::state(&mut link).await?.version == version);
                }
                if !store::advance(&mut link, version).await? {
                    return Ok(false);
                }
                for (setting, before, value) in changes {
                    let differs = value != without.value(setting);
                    store::set(&mut link, setting.name(), differs.then_some(value.as_str())).await?;
                    let detail = format!("{before} -> {value}");
                    let entry = Entry::new(&*entropy, now, Some(by), Action::SettingChanged, setting.name(), detail);
                    audit::add(&mut link, &entry).await?;
                }
                Ok(true)
            })
        });
        let saved = saved.await?;
        self.follow().await?;
        Ok(saved)
    }

    /// Switches what differs. Whether `version` still was the one that holds.
    async fn switch(&self, by: AccountId, version: i64, values: SwitchValues) -> Result<bool> {
        let (now, entropy) = (self.common.clock.now(), Arc::clone(&self.common.entropy));
        let saved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let state = store::state(&mut link).await?;
                let before = store::read(&mut link).await?.switches(state);
                let changed = |field: &SwitchField| before.get(field) != values.get(field);
                let changes = SwitchField::all().into_iter().filter(changed).collect::<Vec<_>>();
                if changes.is_empty() {
                    return Ok(state.version == version);
                }
                if !store::advance(&mut link, version).await? {
                    return Ok(false);
                }
                for field in changes {
                    let value = values.get(&field).map(String::as_str);
                    match (field, value) {
                        (SwitchField::Off(Switch::Mailing), Some(_)) => mail_waits_in(&mut link).await?,
                        (SwitchField::Off(Switch::Mailing), None) => mail_goes_in(&mut link).await?,
                        (field, value) => store::set(&mut link, field.name(), value).await?,
                    }
                    let was = before.get(&field).map_or("-", String::as_str);
                    let detail = format!("{was} -> {}", value.unwrap_or("-"));
                    let entry = Entry::new(&*entropy, now, Some(by), Action::SettingChanged, field.name(), detail);
                    audit::add(&mut link, &entry).await?;
                }
                Ok(true)
            })
        });
        let saved = saved.await?;
        self.follow().await?;
        Ok(saved)
    }

    /// Puts these lists in the place of those that hold. Whether the form's version still was the one that holds.
    async fn block(&self, by: AccountId, form: BlocksForm) -> Result<bool> {
        let (now, entropy) = (self.common.clock.now(), Arc::clone(&self.common.entropy));
        let saved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let state = store::state(&mut link).await?;
                let before = store::read(&mut link).await?.blocks(state);
                let changes = BlockList::ALL.into_iter().filter_map(|list| {
                    let (was, lines) = (before.lines(list).unwrap_or_default(), form.lines(list).unwrap_or_default());
                    (was != lines).then_some((list, was, lines))
                });
                let changes = changes.collect::<Vec<_>>();
                if changes.is_empty() {
                    return Ok(state.version == form.version);
                }
                if !store::advance(&mut link, form.version).await? {
                    return Ok(false);
                }
                for (list, was, lines) in changes {
                    let text = lines.join("\n");
                    store::set(&mut link, list.name(), (!text.is_empty()).then_some(text.as_str())).await?;
                    let gone = was.iter().filter(|line| !lines.contains(line)).map(|line| format!("-{line}"));
                    let new = lines.iter().filter(|line| !was.contains(line)).map(|line| format!("+{line}"));
                    let detail = gone.chain(new).collect::<Vec<_>>().join(" ");
                    let entry = Entry::new(&*entropy, now, Some(by), Action::SettingChanged, list.name(), detail);
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
        let saved = self.set(by, form.version, settings).await.map_err(|error| internal(&error))?;
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
        let saved = self.switch(by, form.version, values).await.map_err(|error| internal(&error))?;
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
        let saved = self.block(by, form.clone()).await.map_err(|error| internal(&error))?;
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
