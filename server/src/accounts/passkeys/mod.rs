//! Passkeys: asking devices, checking what they answer, and the list of an account's own.
//!
//! Only user-verified answers pass: whoever signs in by one has given the second proof with it. The number by which a device knows an account
//! is the account's random id, which tells nothing of its address.

mod change;
mod check;
mod site;
mod store;

pub use site::checker;
pub(super) use store::{STATEMENTS, count, delete_old, hold, list, remove_all};

use super::sessions::{self, Session};
use super::{proof, store as accounts};
use crate::campaigns::{day_text, internal};
use crate::clock::random;
use crate::limits::NetworkLimits;
use crate::privacy::CookieSealer;
use crate::services::Common;
use crate::signatures::outbox::{self, About, Queued};
use crate::staff;
use crate::store::{AccountId, Result, SessionId, StoreError};
use app::accounts::Role;
use app::accounts::passkeys::{
    Ceremony, Passkey as Shown, PasskeyChange, PasskeyForm, PasskeyProblem as Problem, Passkeys, PasskeysView, Question,
};
use app::error::AppError;
use app::i18n::Lang;
use app::signatures::Accepted;
use app::visitor::Visitor;
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, PasskeyRegistration, RequestChallengeResponse, Uuid,
    Webauthn,
};
use zeroize::Zeroizing;

/// Passkeys.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Our cookies.
    pub cookies: CookieSealer,
    /// What networks may do.
    pub limits: NetworkLimits,
    /// What asks and checks, if the site's address can have passkeys. It draws its challenges from the operating system by itself.
    pub checker: Option<Webauthn>,
}

/// A question that waits for its answer, as it is stored.
#[derive(Serialize, Deserialize)]
enum Pending {
    Add(PasskeyRegistration),
    Use(DiscoverableAuthentication),
}

/// What an account has.
struct Has {
    app: bool,
    passkeys: Vec<store::Listed>,
}

impl Service {
    fn checker(&self) -> Result<&Webauthn, AppError> {
        self.checker.as_ref().ok_or(AppError::NotFound)
    }

    fn check_network(&self, visitor: &Visitor) -> Result<(), AppError> {
        let checked = self.limits.check(self.common.clock.now(), visitor.network, &[0; 16]);
        checked.map_err(|wait| AppError::TooMany { retry_after: wait.0 })
    }

    async fn session(&self, visitor: &Visitor) -> Result<Session, AppError> {
        self.common.sessions.of(visitor).await?.ok_or(AppError::SignIn)
    }

    async fn has(&self, account: AccountId) -> Result<Has, AppError> {
        let read = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let app = store::has_app(&mut link, account).await?;
            Ok(Has { app, passkeys: store::list(&mut link, account).await? })
        };
        read.await.map_err(|error: StoreError| internal(&error))
    }

    async fn address(&self, account: AccountId) -> Result<Zeroizing<String>, AppError> {
        let read = async {
            let contact = accounts::contact_of(&mut self.common.db.read().await?.link(), account).await?;
            let address = contact.map(|contact| accounts::address_of(&self.common.contact, account, &contact));
            Ok(address.transpose()?.map(Zeroizing::new))
        };
        read.await.map_err(|error: StoreError| internal(&error))?.ok_or(AppError::SignIn)
    }

    async fn mail(&self, account: AccountId, about: About, lang: Lang) -> Result<Queued, AppError> {
        let mail = self.common.mail_to_account(lang, about, account).await;
        mail.map_err(|error| internal(&error))?.ok_or(AppError::SignIn)
    }
}

/// The options for a new passkey: it has to be kept on the device, for nobody types an address before it is used.
fn options_to_add(mut asked: CreationChallengeResponse) -> Result<String, AppError> {
    let mut selection = asked.public_key.authenticator_selection.take().ok_or(AppError::Internal)?;
    selection.resident_key = Some(webauthn_rs_proto::ResidentKeyRequirement::Required);
    selection.require_resident_key = true;
    asked.public_key.authenticator_selection = Some(selection);
    json(&asked.public_key)
}

/// The options for using one: of these, or of any where there are none.
fn options_to_use(mut asked: RequestChallengeResponse, of: Vec<store::Listed>) -> Result<String, AppError> {
    let allowed = of.into_iter().map(|passkey| webauthn_rs_proto::AllowCredentials {
        type_: "public-key".to_owned(),
        id: passkey.credential_id,
        transports: None,
    });
    asked.public_key.allow_credentials = allowed.collect();
    json(&asked.public_key)
}

fn json(value: &impl Serialize) -> Result<String, AppError> {
    serde_json::to_string(value).map_err(|error| failed(&error))
}

fn failed(error: &dyn std::error::Error) -> AppError {
    tracing::error!(%error, "a passkey could not be asked for");
    AppError::Internal
}

#[async_trait]
impl Passkeys for Service {
    fn work_here(&self) -> bool {
        self.checker.is_some()
    }

    async fn start(&self, visitor: &Visitor, ceremony: Ceremony) -> Result<Question, AppError> {
        let checker = self.checker()?;
        self.check_network(visitor)?;
        let to_use = || checker.start_discoverable_authentication().map_err(|error| failed(&error));
        let (options, pending, account) = match ceremony {
            Ceremony::SignIn => {
                let (asked, state) = to_use()?;
                (options_to_use(asked, Vec::new())?, Pending::Use(state), None)
            }
            Ceremony::Prove => {
                let account = self.session(visitor).await?.account;
                let passkeys = self.has(account).await?.passkeys;
                if passkeys.is_empty() {
                    return Err(AppError::NotFound);
                }
                let (asked, state) = to_use()?;
                (options_to_use(asked, passkeys)?, Pending::Use(state), Some(account))
            }
            Ceremony::Add => {
                let (session, has) = self.changer(visitor).await?.ok_or(AppError::SignIn)?;
                let account = session.account;
                let address = self.address(account).await?;
                let there = has.passkeys.into_iter().map(|passkey| passkey.credential_id).collect();
                let started =
                    checker.start_passkey_registration(Uuid::from_bytes(account.0), &address, &address, Some(there));
                let (asked, state) = started.map_err(|error| failed(&error))?;
                (options_to_add(asked)?, Pending::Add(state), Some(account))
            }
        };
        let token = URL_SAFE_NO_PAD.encode(random::<32>(&*self.common.entropy));
        let (hash, state, now) = (sessions::hash(&token), json(&pending)?, self.common.clock.now());
        let asked = self
            .common
            .writer
            .job(move |tx| Box::pin(async move { store::ask(&mut tx.link(), now, &hash, account, &state).await }));
        asked.await.map_err(|error| internal(&error))?;
        Ok(Question { options, cookie: Accepted { cookie: self.cookies.passkey(&token) } })
    }

    async fn sign_in(
        &self,
        visitor: &Visitor,
        lang: Lang,
        credential: &str,
    ) -> Result<Result<Accepted, Problem>, AppError> {
        self.check_network(visitor)?;
        let used = match self.check(visitor, None, credential).await? {
            Ok(used) => used,
            Err(problem) => return Ok(Err(problem)),
        };
        let (now, account) = (self.common.clock.now(), used.account);
        let mail = self.mail(account, About::SignedIn, lang).await?;
        let token = URL_SAFE_NO_PAD.encode(random::<32>(&*self.common.entropy));
        let (session, hash) = (SessionId::new(&*self.common.entropy), sessions::hash(&token));
        let (old, entropy) = (visitor.session.as_deref().map(sessions::hash), Arc::clone(&self.common.entropy));
        let signed_in = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if !store::used(&mut link, &used.credential, &used.before, &used.after).await? {
                    return Ok(false);
                }
                let role = sessions::role_of(&mut link, account).await?.ok_or(StoreError::Raced)?;
                staff::accept(&mut link, &*entropy, now, &used.digest, account, role).await?;
                if let Some(old) = &old {
                    sessions::end_of_token(&mut link, old).await?;
                }
                sessions::add(&mut link, now, session, &hash, account).await?;
                proof::proved(&mut link, account, session, now).await?;
                outbox::insert(&mut link, now, &[mail]).await?;
                Ok(true)
            })
        });
        if !signed_in.await.map_err(|error| proof::raced_or(&error))? {
            return Ok(Err(Problem::NotFit));
        }
        self.common.mail.wake();
        Ok(Ok(Accepted { cookie: self.cookies.session(&token, sessions::LONGEST_DAYS) }))
    }

    async fn prove(&self, visitor: &Visitor, credential: &str) -> Result<Result<(), Problem>, AppError> {
        self.check_network(visitor)?;
        let session = self.session(visitor).await?;
        let used = match self.check(visitor, Some(session.account), credential).await? {
            Ok(used) => used,
            Err(problem) => return Ok(Err(problem)),
        };
        let (account, id, now) = (session.account, session.id, self.common.clock.now());
        let proved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if !store::used(&mut link, &used.credential, &used.before, &used.after).await? {
                    return Ok(false);
                }
                proof::proved(&mut link, account, id, now).await?;
                Ok(true)
            })
        });
        let proved = proved.await.map_err(|error| proof::raced_or(&error))?;
        Ok(if proved { Ok(()) } else { Err(Problem::NotFit) })
    }

    async fn list(&self, visitor: &Visitor, lang: Lang) -> Result<PasskeysView, AppError> {
        let session = self.session(visitor).await?;
        let has = self.has(session.account).await?;
        let access = self.access(&session, &has);
        let last_removable = session.role == Role::Campaigner || has.app;
        let shown = |passkey: store::Listed| {
            let day = Timestamp::from_second(passkey.created_day * 86_400).ok();
            let since = day.and_then(|day| day_text(day.to_zoned(TimeZone::UTC).date(), lang));
            let since = since.ok_or(AppError::Internal)?;
            Ok(Shown { id: URL_SAFE_NO_PAD.encode(&passkey.credential_id), name: passkey.name, since })
        };
        let passkeys = has.passkeys.into_iter().map(shown).collect::<Result<_, AppError>>()?;
        Ok(PasskeysView { passkeys, access, last_removable })
    }

    async fn change(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &PasskeyForm,
    ) -> Result<Result<PasskeyChange, Problem>, AppError> {
        if form.action == "remove" {
            self.remove(visitor, lang, form).await
        } else {
            self.add(visitor, lang, form).await
        }
    }
}
