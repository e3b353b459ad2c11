//! The port of moderators and admins.

use super::invite::{Inviting, invite};
use super::store;
use crate::accounts::{Proof, address_of, role_of};
use crate::audit::{self, Action, Entry};
use crate::campaigns::{ends_on, internal};
use crate::services::Common;
use crate::signatures::outbox::{self, About};
use crate::store::{AccountId, Result, StoreError};
use app::accounts::Role;
use app::error::AppError;
use app::i18n::Lang;
use app::staff::{OpenInvitation, People, PeopleAnswer, PeopleForm, Person, Staff};
use app::visitor::Visitor;
use async_trait::async_trait;
use std::sync::Arc;

/// Moderators and admins.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// For fingerprints of the addresses of accounts.
    pub digest_key: [u8; 32],
}

impl Service {
    async fn read(&self, reader: AccountId, lang: Lang) -> Result<People> {
        let mut conn = self.common.db.read().await?;
        let mut link = conn.link();
        let mut staff = Vec::new();
        for row in store::people(&mut link).await? {
            let id = AccountId::read(&row.id)?;
            staff.push(Person {
                id: id.hex(),
                email: address_of(&self.common.contact, id, &row.contact)?,
                role: store::role(&row.role)?,
                second_proof: row.second_proof != 0,
                this: id == reader,
            });
        }
        staff.sort_by(|a, b| b.role.cmp(&a.role).then_with(|| a.email.cmp(&b.email)));
        let mut invitations = Vec::new();
        for row in store::invitations(&mut link, self.common.clock.now()).await? {
            let id = AccountId::read(&row.id)?;
            invitations.push(OpenInvitation {
                id: id.hex(),
                email: address_of(&self.common.contact, id, &row.contact)?,
                role: store::role(&row.role)?,
                until: ends_on(row.created_at, store::INVITED_DAYS, lang).ok_or(StoreError::Corrupt("time"))?,
            });
        }
        Ok(People { staff, invitations })
    }

    async fn invite(&self, actor: AccountId, lang: Lang, form: &PeopleForm) -> Result<PeopleAnswer, AppError> {
        let role = form.role().filter(|role| *role > Role::Campaigner).ok_or(AppError::NotFound)?;
        let address = match form.address() {
            Ok(address) => address,
            Err(problem) => return Ok(PeopleAnswer::Refused(problem)),
        };
        let with = Inviting {
            writer: &self.common.writer,
            contact: &self.common.contact,
            digest_key: &self.digest_key,
            day_keys: &self.common.day_keys,
            now: self.common.clock.now(),
            entropy: Arc::clone(&self.common.entropy),
            actor: Some(actor),
            lang,
        };
        let invited = invite(&with, &address, role).await.map_err(|error| internal(&error))?;
        self.common.mail.wake();
        Ok(if invited { PeopleAnswer::Invited } else { PeopleAnswer::HasRole })
    }

    async fn set_role(
        &self,
        actor: AccountId,
        lang: Lang,
        account: AccountId,
        to: Role,
    ) -> Result<PeopleAnswer, AppError> {
        let mail = self.common.mail_to_account(lang, About::RoleChanged, account).await;
        let mail = mail.map_err(|error| internal(&error))?;
        let (now, entropy) = (self.common.clock.now(), Arc::clone(&self.common.entropy));
        let changed = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                // An account that is no campaigner's: campaigners are invited, so that they are told.
                let from = role_of(&mut link, account).await?.filter(|from| *from > Role::Campaigner && *from != to);
                let Some(from) = from else { return Ok(PeopleAnswer::Overtaken) };
                if from == Role::Admin && store::is_last_admin(&mut link, account).await? {
                    return Ok(PeopleAnswer::LastAdmin);
                }
                if !store::set_role(&mut link, account, from, to).await? {
                    return Ok(PeopleAnswer::Overtaken);
                }
                let (object, detail) = (account.hex(), store::change(from, to));
                let entry = Entry::new(&*entropy, now, Some(actor), Action::RoleChanged, object, detail);
                audit::add(&mut link, &entry).await?;
                outbox::insert(&mut link, now, &Vec::from_iter(mail)).await?;
                Ok(PeopleAnswer::Changed)
            })
        });
        let changed = changed.await.map_err(|error| internal(&error))?;
        self.common.mail.wake();
        Ok(changed)
    }

    async fn withdraw(&self, actor: AccountId, id: AccountId) -> Result<PeopleAnswer, AppError> {
        let (now, entropy) = (self.common.clock.now(), Arc::clone(&self.common.entropy));
        let gone = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if !store::withdraw(&mut link, id).await? {
                    return Ok(PeopleAnswer::Overtaken);
                }
                let entry = Entry::new(&*entropy, now, Some(actor), Action::InvitationWithdrawn, id.hex(), "");
                audit::add(&mut link, &entry).await?;
                Ok(PeopleAnswer::Withdrawn)
            })
        });
        gone.await.map_err(|error| internal(&error))
    }
}

#[async_trait]
impl Staff for Service {
    async fn people(&self, visitor: &Visitor, lang: Lang) -> Result<People, AppError> {
        let session = self.common.sessions.with_role(visitor, Role::Admin, Proof::Today).await?;
        self.read(session.account, lang).await.map_err(|error| internal(&error))
    }

    async fn change(&self, visitor: &Visitor, lang: Lang, form: &PeopleForm) -> Result<PeopleAnswer, AppError> {
        let session = self.common.sessions.with_role(visitor, Role::Admin, Proof::JustNow).await?;
        let named = AccountId::parse(&form.person);
        match (form.action.as_str(), named, form.role()) {
            ("invite", ..) => self.invite(session.account, lang, form).await,
            ("change", Some(account), Some(role)) => self.set_role(session.account, lang, account, role).await,
            ("withdraw", Some(id), _) => self.withdraw(session.account, id).await,
            _ => Err(AppError::NotFound),
        }
    }
}
