//! Adding and removing passkeys.

use super::{Has, Pending, Service, json, store};
use crate::accounts::proof;
use crate::accounts::sessions::{FRESH_MINUTES, Proof, Session};
use crate::audit::{self, Action, Entry};
use crate::clock::ago;
use crate::privacy::day_of;
use crate::signatures::outbox::{self, About};
use crate::store::StoreError;
use app::accounts::Role;
use app::accounts::passkeys::{PASSKEYS_MAX, PasskeyAccess, PasskeyChange, PasskeyForm, PasskeyProblem as Problem};
use app::error::AppError;
use app::i18n::Lang;
use app::visitor::Visitor;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use webauthn_rs::prelude::RegisterPublicKeyCredential;

/// What a removal did, within its transaction.
enum Removal {
    Done,
    NotThere,
    Last,
}

impl Service {
    /// Whether this session may change the passkeys of its account. What guards more than the mailbox does is not changed by whoever
    /// can read the mail alone.
    pub(super) fn access(&self, session: &Session, has: &Has) -> PasskeyAccess {
        let now = self.common.clock.now();
        if session.proved(now, Proof::JustNow) {
            PasskeyAccess::Open
        } else if has.app || session.role > Role::Campaigner && !has.passkeys.is_empty() {
            PasskeyAccess::Prove
        } else if session.created_at.as_microsecond() > ago(now, FRESH_MINUTES) {
            PasskeyAccess::Open
        } else {
            PasskeyAccess::SignInAgain
        }
    }

    /// The session of whoever may change the passkeys, and what there is; nothing where the session is too old.
    pub(super) async fn changer(&self, visitor: &Visitor) -> Result<Option<(Session, Has)>, AppError> {
        let session = self.session(visitor).await?;
        let has = self.has(session.account).await?;
        match self.access(&session, &has) {
            PasskeyAccess::Open => Ok(Some((session, has))),
            PasskeyAccess::Prove => Err(AppError::SecondProof),
            PasskeyAccess::SignInAgain => Ok(None),
        }
    }

    fn entry(&self, now: Timestamp, session: &Session, action: Action) -> Option<Entry> {
        let account = session.account;
        let entry = || Entry::new(&*self.common.entropy, now, Some(account), action, account.hex(), String::new());
        (session.role > Role::Campaigner).then(entry)
    }

    pub(super) async fn add(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &PasskeyForm,
    ) -> Result<Result<PasskeyChange, Problem>, AppError> {
        let checker = self.checker()?;
        let Some((session, _)) = self.changer(visitor).await? else { return Ok(Err(Problem::Old)) };
        let name = match form.validate() {
            Ok(name) => name,
            Err(problem) => return Ok(Err(Problem::Name(problem))),
        };
        let (account, id, now) = (session.account, session.id, self.common.clock.now());
        let taken = self.take(visitor, Some(account)).await?;
        let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(&form.credential) else {
            return Ok(Err(Problem::NotFit));
        };
        let Some(Pending::Add(state)) = taken else { return Ok(Err(Problem::TooLate)) };
        let Ok(passkey) = checker.finish_passkey_registration(&answer, &state) else {
            return Ok(Err(Problem::NotFit));
        };
        let (credential, data) = (passkey.cred_id().to_vec(), json(&passkey)?);
        let mail = self.mail(account, About::PasskeyAdded, lang).await?;
        let entry = self.entry(now, &session, Action::PasskeyAdded);
        let added = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                store::hold(&mut link, account).await?.ok_or(StoreError::Raced)?;
                if store::count(&mut link, account).await? >= i64::from(PASSKEYS_MAX) {
                    return Ok(Err(Problem::Full));
                }
                if !store::add(&mut link, &credential, account, &data, &name, day_of(now)).await? {
                    return Ok(Err(Problem::Taken));
                }
                proof::proved(&mut link, account, id, now).await?;
                if let Some(entry) = &entry {
                    audit::add(&mut link, entry).await?;
                }
                outbox::insert(&mut link, now, &[mail]).await?;
                Ok(Ok(PasskeyChange::Added))
            })
        });
        let added = added.await.map_err(|error| proof::raced_or(&error))?;
        self.common.mail.wake();
        Ok(added)
    }

    pub(super) async fn remove(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &PasskeyForm,
    ) -> Result<Result<PasskeyChange, Problem>, AppError> {
        let Some((session, _)) = self.changer(visitor).await? else { return Ok(Err(Problem::Old)) };
        let (account, now) = (session.account, self.common.clock.now());
        let Ok(credential) = URL_SAFE_NO_PAD.decode(&form.id) else { return Ok(Ok(PasskeyChange::Removed)) };
        let mail = self.mail(account, About::PasskeyRemoved, lang).await?;
        let entry = self.entry(now, &session, Action::PasskeyRemoved);
        let removed = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let role = store::hold(&mut link, account).await?.ok_or(StoreError::Raced)?;
                let left = store::count(&mut link, account).await? - 1;
                let needed = role > Role::Campaigner && left < 1 && !store::has_app(&mut link, account).await?;
                if needed {
                    return Ok(Removal::Last);
                }
                if !store::remove(&mut link, &credential, account).await? {
                    return Ok(Removal::NotThere);
                }
                // Whoever has the device that it was on may have given their proof by it elsewhere.
                proof::forget(&mut link, account).await?;
                if let Some(entry) = &entry {
                    audit::add(&mut link, entry).await?;
                }
                outbox::insert(&mut link, now, &[mail]).await?;
                Ok(Removal::Done)
            })
        });
        let removed = removed.await.map_err(|error| proof::raced_or(&error))?;
        self.common.mail.wake();
        Ok(match removed {
            Removal::Last => Err(Problem::Last),
            Removal::Done | Removal::NotThere => Ok(PasskeyChange::Removed),
        })
    }
}
