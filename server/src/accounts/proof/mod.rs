//! The second proof of who uses an account: the port, and what the command line does for a lost app.

mod enrolment;
mod store;
mod totp;

pub(super) use store::{STATEMENTS, forget, proved};

use super::sessions::{self, FRESH_MINUTES, Proof, Session};
use super::{passkeys, store as accounts};
use crate::audit::{self, Action, Entry};
use crate::campaigns::internal;
use crate::clock::{ago, random};
use crate::privacy::SecretBox;
use crate::services::Common;
use crate::signatures::outbox::{self, About, Queued};
use crate::store::{AccountId, Result, StoreError};
use app::accounts::Role;
use app::accounts::proof::{ProofAnswer, ProofForm, ProofView, Proofs};
use app::error::AppError;
use app::i18n::Lang;
use app::signatures::Problem;
use app::visitor::Visitor;
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use totp::SECRET_LENGTH;
use zeroize::Zeroizing;

/// Codes that may be wrong before the next one has to wait.
const TRIES: i64 = 5;
/// Minutes of the first wait. Each further wrong code doubles it, up to a day.
const WAIT_MINUTES: i64 = 15;
const LONGEST_WAIT_MINUTES: i64 = 24 * 60;

type Secret = Zeroizing<[u8; SECRET_LENGTH]>;

/// The second proof.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Encrypts the secrets of apps.
    pub secrets: SecretBox,
    /// The name of the house, for the app.
    pub house: String,
}

/// What a code did, within its transaction.
enum Tried {
    Proved,
    Wrong,
    /// Minutes until the next may be tried.
    Wait(i64),
    /// There is no app any more.
    NoApp,
}

impl Service {
    async fn session(&self, visitor: &Visitor) -> Result<Session, AppError> {
        self.common.sessions.of(visitor).await?.ok_or(AppError::SignIn)
    }

    async fn read(&self, account: AccountId) -> Result<store::Row, AppError> {
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::read(&mut conn.link(), account).await
        };
        found.await.map_err(|error| internal(&error))?.ok_or(AppError::SignIn)
    }

    async fn passkeys(&self, account: AccountId) -> Result<i64, AppError> {
        let counted = async { passkeys::count(&mut self.common.db.read().await?.link(), account).await };
        counted.await.map_err(|error| internal(&error))
    }

    /// Whether an app can be set up in this session: where there are passkeys by whoever has just used one, else in its first hour.
    fn may_set_up(&self, session: &Session, passkeys: i64) -> bool {
        let now = self.common.clock.now();
        session.proved(now, Proof::JustNow)
            || passkeys == 0 && session.created_at.as_microsecond() > ago(now, FRESH_MINUTES)
    }

    /// The secret that a form brings back, if this session was shown it.
    fn brought_back(&self, session: &Session, sealed: &str) -> Option<Secret> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        secret(&self.secrets.open(&shown_to(session), &sealed)?)
    }

    /// A mail to the owner of the account.
    async fn mail(&self, account: AccountId, contact: &[u8], about: About, lang: Lang) -> Result<Queued> {
        let address = Zeroizing::new(accounts::address_of(&self.common.contact, account, contact)?);
        self.common.mail_to(lang, about, &address).await
    }

    async fn set_up(
        &self,
        session: Session,
        lang: Lang,
        form: &ProofForm,
        typed: [u8; 6],
    ) -> Result<ProofAnswer, AppError> {
        let now = self.common.clock.now();
        let row = self.read(session.account).await?;
        let passkeys = self.passkeys(session.account).await?;
        let open = row.totp.is_none() && self.may_set_up(&session, passkeys);
        let secret = self.brought_back(&session, &form.sealed).filter(|_| open);
        let Some(secret) = secret else { return Ok(ProofAnswer::Overtaken) };
        let Some(step) = totp::matching(&secret, now, None, &typed) else {
            return Ok(ProofAnswer::Refused(Problem::WrongCode));
        };
        let (account, id) = (session.account, session.id);
        let sealed = self.secrets.seal(&*self.common.entropy, account.bytes(), &*secret);
        let mail = self.mail(account, &row.contact, About::ProofSetUp, lang).await.map_err(|error| internal(&error))?;
        let entry = (session.role > Role::Campaigner).then(|| {
            Entry::new(&*self.common.entropy, now, Some(account), Action::ProofSetUp, account.hex(), String::new())
        });
        let set = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if !store::set(&mut link, account, &sealed, step).await? {
                    return Ok(false);
                }
                store::proved(&mut link, account, id, now).await?;
                if let Some(entry) = &entry {
                    audit::add(&mut link, entry).await?;
                }
                outbox::insert(&mut link, now, &[mail]).await?;
                Ok(true)
            })
        });
        let set = set.await.map_err(|error| raced_or(&error))?;
        self.common.mail.wake();
        Ok(if set { ProofAnswer::SetUp } else { ProofAnswer::Overtaken })
    }

    async fn prove(&self, session: Session, typed: [u8; 6]) -> Result<ProofAnswer, AppError> {
        let (now, secrets) = (self.common.clock.now(), self.secrets.clone());
        let (account, id) = (session.account, session.id);
        let tried = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let Some(row) = store::read(&mut link, account).await? else { return Ok(Tried::NoApp) };
                let Some(sealed) = &row.totp else { return Ok(Tried::NoApp) };
                let wait = minutes_to_wait(now, row.totp_tries, row.totp_tried_at);
                if wait > 0 {
                    return Ok(Tried::Wait(wait));
                }
                let secret = secrets.open(account.bytes(), sealed).and_then(|bytes| secret(&bytes));
                let secret = secret.ok_or(StoreError::Corrupt("secret of an app"))?;
                match totp::matching(&secret, now, row.totp_step, &typed) {
                    Some(step) => {
                        store::use_step(&mut link, account, step, row.totp_tries).await?;
                        store::proved(&mut link, account, id, now).await?;
                        Ok(Tried::Proved)
                    }
                    None => {
                        store::count_try(&mut link, account, now, row.totp_tries).await?;
                        Ok(match minutes_to_wait(now, row.totp_tries + 1, Some(now.as_microsecond())) {
                            0 => Tried::Wrong,
                            wait => Tried::Wait(wait),
                        })
                    }
                }
            })
        });
        Ok(match tried.await.map_err(|error| raced_or(&error))? {
            Tried::Proved => ProofAnswer::Proved,
            Tried::Wrong => ProofAnswer::Refused(Problem::WrongCode),
            Tried::Wait(minutes) => {
                ProofAnswer::Refused(Problem::Wait { minutes: u32::try_from(minutes).unwrap_or(u32::MAX) })
            }
            Tried::NoApp => ProofAnswer::Overtaken,
        })
    }

    async fn remove(&self, visitor: &Visitor, lang: Lang) -> Result<ProofAnswer, AppError> {
        let session = self.common.sessions.with_role(visitor, Role::Campaigner, Proof::JustNow).await?;
        if session.role > Role::Campaigner && self.passkeys(session.account).await? == 0 {
            return Err(AppError::NotFound);
        }
        let (account, now) = (session.account, self.common.clock.now());
        let row = self.read(account).await?;
        let mail =
            self.mail(account, &row.contact, About::ProofRemoved, lang).await.map_err(|error| internal(&error))?;
        let removed = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                // The role may have been raised a moment ago, the last passkey removed.
                let role = passkeys::hold(&mut link, account).await?;
                if role != Some(Role::Campaigner) && passkeys::count(&mut link, account).await? == 0 {
                    return Ok(false);
                }
                let removed = store::remove(&mut link, account).await?;
                if removed {
                    outbox::insert(&mut link, now, &[mail]).await?;
                }
                Ok(removed)
            })
        });
        let removed = removed.await.map_err(|error| internal(&error))?;
        self.common.mail.wake();
        Ok(if removed { ProofAnswer::Removed } else { ProofAnswer::Overtaken })
    }
}

/// To what a shown secret is bound: it comes back in the same session alone, which sets it up in its first hour or not at all.
fn shown_to(session: &Session) -> Vec<u8> {
    [b"shown to session".as_slice(), session.id.bytes()].concat()
}

fn secret(bytes: &[u8]) -> Option<Secret> {
    bytes.try_into().ok().map(Zeroizing::new)
}

/// Minutes until a code may be tried again after so many wrong ones, the last at `tried_at`.
fn minutes_to_wait(now: Timestamp, tries: i64, tried_at: Option<i64>) -> i64 {
    let (over, Some(tried_at)) = (tries - TRIES, tried_at) else { return 0 };
    if over < 0 {
        return 0;
    }
    // Beyond seven doublings a day is over.
    let wait = (WAIT_MINUTES << over.min(7)).min(LONGEST_WAIT_MINUTES);
    let left = tried_at + wait * 60_000_000 - now.as_microsecond();
    // Rounded up: whoever waits for as long as was told is let in.
    left.max(0).saturating_add(59_999_999) / 60_000_000
}

/// Two proofs at the same moment are no fault of ours: the second may be tried again.
pub(super) fn raced_or(error: &StoreError) -> AppError {
    if error.is_conflict() { AppError::Busy { retry_after: 1 } } else { internal(error) }
}

#[async_trait]
impl Proofs for Service {
    async fn view(&self, visitor: &Visitor, sealed: &str) -> Result<ProofView, AppError> {
        let session = self.session(visitor).await?;
        let row = self.read(session.account).await?;
        let (app, passkeys) = (row.totp.is_some(), self.passkeys(session.account).await?);
        let proved = session.proved(self.common.clock.now(), Proof::JustNow);
        if app && proved {
            return Ok(ProofView::Proved { removable: session.role == Role::Campaigner || passkeys > 0 });
        }
        if (app || passkeys > 0) && !proved {
            return Ok(ProofView::Ask { app, passkeys: passkeys > 0 });
        }
        if !self.may_set_up(&session, passkeys) {
            return Ok(ProofView::SignInAgain);
        }
        let secret = self
            .brought_back(&session, sealed)
            .unwrap_or_else(|| Zeroizing::new(random::<SECRET_LENGTH>(&*self.common.entropy)));
        let sealed = URL_SAFE_NO_PAD.encode(self.secrets.seal(&*self.common.entropy, &shown_to(&session), &*secret));
        let address = accounts::address_of(&self.common.contact, session.account, &row.contact);
        let address = address.map_err(|error| internal(&error))?;
        // Fails only for more than 2,000 bytes.
        let new = enrolment::shown(&secret, &self.house, &address, sealed).map_err(|_| AppError::Internal)?;
        Ok(ProofView::SetUp { new, passkeys: passkeys > 0 })
    }

    async fn give(&self, visitor: &Visitor, lang: Lang, form: &ProofForm) -> Result<ProofAnswer, AppError> {
        if form.action == "remove" {
            return self.remove(visitor, lang).await;
        }
        let session = self.session(visitor).await?;
        match form.validate() {
            Err(problem) => Ok(ProofAnswer::Refused(problem)),
            Ok(typed) if form.action == "set_up" => self.set_up(session, lang, form, typed).await,
            Ok(typed) => self.prove(session, typed).await,
        }
    }
}

/// Takes app and passkeys from an account, and signs it out everywhere: for a lost telephone, by the command line. Whether there was one.
pub(crate) async fn reset(link: &mut crate::store::Link<'_>, account: AccountId) -> Result<bool> {
    let passkeys = passkeys::remove_all(link, account).await?;
    let removed = store::remove(link, account).await? || passkeys > 0;
    if removed {
        sessions::end_all(link, account).await?;
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end_at_a_day() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let ago = |minutes: i64| Some(now.as_microsecond() - minutes * 60_000_000);
        assert_eq!(minutes_to_wait(now, 4, ago(0)), 0);
        assert_eq!(minutes_to_wait(now, 5, ago(0)), 15);
        assert_eq!(minutes_to_wait(now, 5, ago(14)), 1);
        assert_eq!(minutes_to_wait(now, 5, ago(15)), 0);
        assert_eq!(minutes_to_wait(now, 6, ago(15)), 15);
        assert_eq!(minutes_to_wait(now, 12, ago(0)), 24 * 60);
        assert_eq!(minutes_to_wait(now, i64::MAX, ago(24 * 60)), 0);
        assert_eq!(minutes_to_wait(now, 5, Some(now.as_microsecond() - 1)), 15);
    }
}
