//! The port of accounts: what is computed before a transaction, and what is read for the pages.

use super::{passkeys, sessions, sessions::Session, sign_ins, sign_ins::Asking, store};
use crate::campaigns::{day_text, internal};
use crate::clock::{Entropy, random};
use crate::drafts;
use crate::limits::NetworkLimits;
use crate::privacy::{CookieSealer, Tokens, Visit, account_digest, day_of};
use crate::services::Common;
use crate::settings;
use crate::signatures::outbox::{self, About, Queued};
use crate::staff;
use crate::store::{AccountId, CampaignId, OutboxId, Result, SessionId, SignInId, StoreError, Tx};
use crate::teams;
use app::accounts::{
    Account, AccountChange, AccountForm, AccountSession, Accounts, AskForm, Asked, Invitation, LinkUsed, SignInCodeForm,
};
use app::campaigns::Slug;
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::signatures::{Accepted, Field};
use app::teams::StuckTeam;
use app::visitor::Visitor;
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::Arc;

/// In place of a campaign where one is asked for.
const NO_CAMPAIGN: CampaignId = CampaignId([0; 16]);

/// Signing in, and the account's page.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Links and codes.
    pub tokens: Tokens,
    /// Our cookies.
    pub cookies: CookieSealer,
    /// For fingerprints of the addresses of accounts.
    pub digest_key: [u8; 32],
    /// What networks may do.
    pub limits: NetworkLimits,
}

/// Everything of a sign-in that is made outside of its transaction.
struct NewSession {
    account: AccountId,
    contact: Vec<u8>,
    session: SessionId,
    hash: [u8; 32],
    /// The session that this browser had, if it had one.
    old: Option<[u8; 32]>,
    digest: Vec<u8>,
    mail: Queued,
    now: Timestamp,
    entropy: Arc<dyn Entropy>,
}

/// An account with its sessions.
struct Stored {
    this: Session,
    email: String,
    /// The day of the first sign-in (ISO 8601, UTC).
    since: String,
    /// Whether it has an authenticator app.
    second_proof: bool,
    /// Names and days (ISO 8601, UTC) of its passkeys.
    passkeys: Vec<(String, String)>,
    sessions: Vec<Session>,
}

impl Service {
    fn check_network(&self, visitor: &Visitor) -> Result<(), AppError> {
        let checked = self.limits.check(self.common.clock.now(), visitor.network, &NO_CAMPAIGN.0);
        checked.map_err(|wait| AppError::TooMany { retry_after: wait.0 })
    }

    fn visit(&self, visitor: &Visitor) -> Option<(SignInId, String)> {
        match self.cookies.open(self.common.clock.now(), NO_CAMPAIGN, visitor.cookie.as_deref()?)? {
            Visit::SignIn(id, address) => Some((id, address)),
            Visit::Inbox(_) | Visit::Thanks(_) => None,
        }
    }

    fn asked_here(&self, visitor: &Visitor, id: SignInId) -> bool {
        self.visit(visitor).is_some_and(|(asked, _)| asked == id)
    }

    async fn find(&self, id: SignInId) -> Result<sign_ins::SignIn, AppError> {
        let found = async {
            let mut conn = self.common.db.read().await?;
            sign_ins::find(&mut conn.link(), self.common.clock.now(), id).await
        };
        found.await.map_err(|error| internal(&error))?.ok_or(AppError::LinkInvalid)
    }

    /// All that is stored of the account that this browser is signed in to.
    async fn stored(&self, visitor: &Visitor) -> Result<Option<Stored>, AppError> {
        let Some(this) = self.common.sessions.of(visitor).await? else { return Ok(None) };
        let read = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let Some(row) = store::read(&mut link, this.account).await? else { return Ok(None) };
            let sessions = sessions::list(&mut link, self.common.clock.now(), this.account).await?;
            let email = store::address_of(&self.common.contact, this.account, &row.contact)?;
            let since = iso_day(row.created_day)?;
            let passkeys = passkeys::list(&mut link, this.account).await?;
            let passkeys = passkeys.into_iter().map(|passkey| Ok((passkey.name, iso_day(passkey.created_day)?)));
            let passkeys = passkeys.collect::<Result<_>>()?;
            Ok(Some(Stored { this, email, since, second_proof: row.second_proof != 0, passkeys, sessions }))
        };
        read.await.map_err(|error: StoreError| internal(&error))
    }

    /// Teams that keep an account from being closed, with the titles of their campaigns.
    async fn stuck(&self, lang: Lang, teams: Vec<teams::Ending>) -> Vec<StuckTeam> {
        let mut stuck = Vec::new();
        for teams::Ending { team, name, slugs } in teams {
            let mut campaigns = Vec::new();
            for slug in slugs.iter().filter_map(|slug| Slug::parse(slug)) {
                // One that is hidden has no title to show, and its address says why.
                let found = self.common.directory.summary(&slug, lang, self.common.clock.now()).await;
                let title = found.map_or_else(|_| slug.as_str().to_owned(), |found| found.title);
                campaigns.push((slug, title));
            }
            stuck.push(StuckTeam { id: team.hex(), name, campaigns });
        }
        stuck
    }

    /// Signs in whoever owns the address of this row; `None` if somebody else was faster.
    async fn sign_in(&self, visitor: &Visitor, lang: Lang, id: SignInId) -> Result<Option<Accepted>, AppError> {
        let now = self.common.clock.now();
        let row = self.find(id).await?;
        let address = self.common.day_keys.open(id.bytes(), &row.address).await.map_err(|error| internal(&error))?;
        let address = address.ok_or(AppError::LinkInvalid)?;
        let day = self.common.day_keys.today(now).await.map_err(|error| internal(&error))?;
        let invited = async {
            let mut conn = self.common.db.read().await?;
            staff::waiting(&mut conn.link(), now, &row.digest).await
        };
        let invited = invited.await.map_err(|error| internal(&error))?;
        let account = invited.unwrap_or_else(|| AccountId::new(&*self.common.entropy));
        let token = URL_SAFE_NO_PAD.encode(random::<32>(&*self.common.entropy));
        let new = NewSession {
            account,
            contact: self.common.contact.seal(&*self.common.entropy, account.bytes(), &address),
            session: SessionId::new(&*self.common.entropy),
            hash: sessions::hash(&token),
            old: visitor.session.as_deref().map(sessions::hash),
            digest: row.digest,
            mail: Queued::new(&*self.common.entropy, &day, About::SignedIn, lang.code(), &address),
            now,
            entropy: Arc::clone(&self.common.entropy),
        };
        let written = self.common.writer.job(move |tx| {
            Box::pin(async move {
                if !sign_ins::use_up(&mut tx.link(), now, id).await? {
                    return Ok(false);
                }
                add_session(tx, &new).await?;
                Ok(true)
            })
        });
        if !written.await.map_err(|error| internal(&error))? {
            return Ok(None);
        }
        self.common.mail.wake();
        Ok(Some(Accepted { cookie: self.cookies.session(&token, sessions::LONGEST_DAYS) }))
    }
}

/// A UTC day since 1970 in ISO 8601.
fn iso_day(day: i64) -> Result<String> {
    let start = Timestamp::from_second(day * 86_400).map_err(|_| StoreError::Corrupt("day"))?;
    Ok(start.to_zoned(TimeZone::UTC).date().to_string())
}

/// Adds the session, and the account if it is its first. One that was there is written to, for it may not have been its owner.
async fn add_session(tx: &mut Tx, new: &NewSession) -> Result<()> {
    let mut link = tx.link();
    let first = store::add(&mut link, new.account, &new.digest, &new.contact, day_of(new.now)).await?;
    let (account, role) = store::with_role(&mut link, &new.digest).await?.ok_or(StoreError::Raced)?;
    staff::accept(&mut link, &*new.entropy, new.now, &new.digest, account, role).await?;
    if let Some(old) = &new.old {
        sessions::end_of_token(&mut link, old).await?;
    }
    sessions::add(&mut link, new.now, new.session, &new.hash, account).await?;
    if !first {
        outbox::insert(&mut link, new.now, std::slice::from_ref(&new.mail)).await?;
    }
    Ok(())
}

#[async_trait]
impl Accounts for Service {
    async fn ask(&self, visitor: &Visitor, lang: Lang, form: &AskForm) -> Result<Asked, AppError> {
        let address = match form.validate() {
            Ok(address) => address,
            Err(problem) => return Ok(Asked::Refused(vec![FieldError { field: Field::Email, problem }])),
        };
        self.check_network(visitor)?;
        let now = self.common.clock.now();
        let day = self.common.day_keys.today(now).await.map_err(|error| internal(&error))?;
        let (id, mail) = (SignInId::new(&*self.common.entropy), OutboxId::new(&*self.common.entropy));
        let sealed = |context: &[u8]| day.seal(&*self.common.entropy, context, address.as_str().as_bytes());
        let asking = Asking {
            id,
            digest: account_digest(&self.digest_key, &address),
            address: sealed(id.bytes()),
            locale: lang.code(),
            mail,
            mailed: sealed(mail.bytes()),
        };
        let written =
            self.common.writer.job(move |tx| Box::pin(async move { sign_ins::ask(&mut tx.link(), now, asking).await }));
        written.await.map_err(|error| internal(&error))?;
        self.common.mail.wake();
        let visit = Visit::SignIn(id, form.email.trim().to_owned());
        Ok(Asked::Accepted(Accepted { cookie: self.cookies.seal(&*self.common.entropy, now, NO_CAMPAIGN, &visit) }))
    }

    fn asked(&self, visitor: &Visitor) -> Option<String> {
        self.visit(visitor).map(|(_, address)| address)
    }

    async fn invitation(&self, visitor: &Visitor, token: &str) -> Result<Invitation, AppError> {
        let id = self.tokens.check_sign_in(token).ok_or(AppError::LinkInvalid)?;
        self.find(id).await?;
        Ok(if self.asked_here(visitor, id) { Invitation::Here } else { Invitation::Elsewhere })
    }

    async fn use_link(&self, visitor: &Visitor, lang: Lang, token: &str) -> Result<LinkUsed, AppError> {
        let id = self.tokens.check_sign_in(token).ok_or(AppError::LinkInvalid)?;
        if self.asked_here(visitor, id) {
            let accepted = self.sign_in(visitor, lang, id).await?;
            return accepted.map(LinkUsed::SignedIn).ok_or(AppError::LinkInvalid);
        }
        let now = self.common.clock.now();
        let opened =
            self.common.writer.job(move |tx| Box::pin(async move { sign_ins::open(&mut tx.link(), now, id).await }));
        if !opened.await.map_err(|error| internal(&error))? {
            return Err(AppError::LinkInvalid);
        }
        Ok(LinkUsed::Code(self.tokens.sign_in_code(id).iter().map(|digit| char::from(*digit)).collect()))
    }

    async fn use_code(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &SignInCodeForm,
    ) -> Result<Option<Accepted>, AppError> {
        self.check_network(visitor)?;
        let (Some((id, _)), Ok(code)) = (self.visit(visitor), form.validate()) else { return Ok(None) };
        let now = self.common.clock.now();
        // The try is counted by itself, so that what follows cannot undo it.
        let tried = self
            .common
            .writer
            .job(move |tx| Box::pin(async move { sign_ins::count_try(&mut tx.link(), now, id).await }));
        let tried = tried.await.map_err(|error| internal(&error))?;
        if !tried || !self.tokens.sign_in_code_fits(id, &code) {
            return Ok(None);
        }
        self.sign_in(visitor, lang, id).await
    }

    async fn account(&self, visitor: &Visitor, lang: Lang) -> Result<Option<Account>, AppError> {
        let Some(stored) = self.stored(visitor).await? else { return Ok(None) };
        let day = |time: Timestamp| day_text(time.to_zoned(TimeZone::UTC).date(), lang).ok_or(AppError::Internal);
        let sessions = stored.sessions.iter().map(|session| {
            Ok(AccountSession {
                id: URL_SAFE_NO_PAD.encode(session.id.bytes()),
                this: session.id == stored.this.id,
                since: day(session.created_at)?,
                seen: day(session.seen_at)?,
            })
        });
        let sessions = sessions.collect::<Result<_, AppError>>()?;
        Ok(Some(Account {
            email: stored.email,
            role: stored.this.role,
            second_proof: stored.second_proof,
            passkeys: u32::try_from(stored.passkeys.len()).unwrap_or(u32::MAX),
            sessions,
        }))
    }

    async fn change(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &AccountForm,
    ) -> Result<Option<AccountChange>, AppError> {
        let Some(this) = self.common.sessions.of(visitor).await? else { return Ok(None) };
        let (account, signed_out) = (this.account, || Accepted { cookie: self.cookies.end_of_session() });
        if form.action == "close" && form.sure.0 {
            let closed =
                self.common.writer.job(move |tx| Box::pin(async move { store::close(&mut tx.link(), account).await }));
            let closed = closed.await.map_err(|error| internal(&error))?;
            return Ok(Some(match closed {
                store::Closed::Done => AccountChange::Closed(signed_out()),
                store::Closed::LastAdmin => AccountChange::LastAdmin,
                store::Closed::Stuck(teams) => AccountChange::Stuck(self.stuck(lang, teams).await),
            }));
        }
        let other = URL_SAFE_NO_PAD.decode(&form.session).ok().and_then(|id| SessionId::read(&id).ok());
        let (id, change) = match (form.action.as_str(), other) {
            ("sign_out", _) => (this.id, AccountChange::SignedOut(signed_out())),
            ("end", Some(other)) => (other, AccountChange::Ended),
            ("close", _) => return Ok(Some(AccountChange::NotSure)),
            _ => return Ok(Some(AccountChange::Ended)),
        };
        let ended =
            self.common.writer.job(move |tx| Box::pin(async move { sessions::end(&mut tx.link(), account, id).await }));
        ended.await.map_err(|error| internal(&error))?;
        Ok(Some(change))
    }

    async fn export(&self, visitor: &Visitor) -> Result<Option<String>, AppError> {
        let Some(stored) = self.stored(visitor).await? else { return Ok(None) };
        let kept = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let drafts = drafts::forms_of(&mut link, stored.this.account).await?;
            let invited = settings::is_invited(&mut link, stored.this.account).await?;
            Ok((drafts, teams::names_and_roles(&mut link, stored.this.account).await?, invited))
        };
        let (drafts, teams, invited) = kept.await.map_err(|error: StoreError| internal(&error))?;
        let teams = teams.iter().map(|(name, role)| serde_json::json!({ "name": name, "role": role.code() }));
        let sessions = stored.sessions.iter().map(|session| {
            serde_json::json!({
                "signed_in": session.created_at.to_string(),
                "last_seen": session.seen_at.to_string(),
                "this_browser": session.id == stored.this.id,
            })
        });
        let passkeys = stored.passkeys.iter().map(|(name, added)| serde_json::json!({ "name": name, "added": added }));
        let data = serde_json::json!({
            "email": stored.email,
            "account_since": stored.since,
            "role": stored.this.role.code(),
            "invited_to_start_campaigns": invited,
            "second_proof": stored.second_proof,
            "passkeys": passkeys.collect::<Vec<_>>(),
            "sessions": sessions.collect::<Vec<_>>(),
            "teams": teams.collect::<Vec<_>>(),
            "drafts": drafts,
        });
        serde_json::to_string_pretty(&data).map(Some).map_err(|_| AppError::Internal)
    }
}
