//! The port of keys.

use super::{handout, making, reading};
use crate::accounts::{Proof, Session};
use crate::audit::{self, Action, Entry};
use crate::campaigns::{day_text, internal};
use crate::drafts::read_form;
use crate::services::Common;
use crate::store::{AccountId, CampaignId, Result as Stored, StoreError};
use crate::teams::Member;
use app::accounts::Role;
use app::campaigns::{Reading, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::keys::{
    KeyForm, KeyPage, KeyProblem, KeyState, Keys, LockedCopy, MadeKey, ReadingForm, ReadingPage, ReadingProblem,
    SealedPart, SignersPage,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Keys of campaigns.
pub struct Service(pub Common);

/// A day in UTC, in words.
fn day(at: Timestamp, lang: Lang) -> Option<String> {
    day_text(at.to_zoned(TimeZone::UTC).date(), lang)
}

impl Service {
    /// Who asks, and a draft of a team that they own.
    async fn owned(&self, visitor: &Visitor, id: &str) -> Result<(Session, CampaignId, making::OwnedDraft), AppError> {
        let session = self.0.sessions.of(visitor).await?.ok_or(AppError::SignIn)?;
        let id = CampaignId::parse(id).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.0.db.read().await?;
            making::find(&mut conn.link(), session.account, id).await
        };
        let draft = found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok((session, id, draft))
    }

    fn entry(&self, account: AccountId, action: Action, object: &str, detail: String) -> Entry {
        Entry::new(&*self.0.entropy, self.0.clock.now(), Some(account), action, object, detail)
    }

    /// Does this, and tells the log if it did anything.
    async fn change(&self, id: CampaignId, change: Change, entry: Entry) -> Result<bool, AppError> {
        let now = self.0.clock.now().as_microsecond();
        let changed = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let changed = match &change {
                    Change::Set(sent) => making::set(&mut link, id, sent, now).await?,
                    Change::Remove => making::remove(&mut link, id).await?,
                    Change::DeleteCopy => making::delete_copy(&mut link, id).await?,
                };
                if changed {
                    audit::add(&mut link, &entry).await?;
                }
                Ok(changed)
            })
        });
        changed.await.map_err(|error| internal(&error))
    }
}

/// What owners do to a key.
enum Change {
    Set(Box<making::Sent>),
    Remove,
    DeleteCopy,
}

/// How the log names a draft: by the address that it asks for, or by its id while it asks for none.
fn name(draft: &making::OwnedDraft, id: CampaignId) -> Stored<String> {
    let slug = read_form(&draft.form)?.slug.trim().to_owned();
    Ok(if slug.is_empty() { id.hex() } else { slug })
}

#[async_trait]
impl Keys for Service {
    async fn signers(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<SignersPage, AppError> {
        let Member { record, session, .. } = self.0.owner(visitor, slug).await?;
        let copy = async {
            let mut conn = self.0.db.read().await?;
            making::copy(&mut conn.link(), record.id).await
        };
        let copy = match copy.await.map_err(|error| internal(&error))? {
            None => LockedCopy::None,
            Some(_) if session.proved(self.0.clock.now(), Proof::JustNow) => LockedCopy::Ready,
            Some(_) => LockedCopy::AsksProof,
        };
        let summary = self.0.directory.summary(slug, lang, self.0.clock.now()).await?;
        let (title, text_lang, count) = (summary.title, summary.text_lang, summary.count);
        Ok(SignersPage { slug: summary.slug, title, text_lang, count, reading: record.form.reading, copy })
    }

    async fn sealed(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        part: SealedPart,
        after: Option<[u8; 16]>,
    ) -> Result<Vec<u8>, AppError> {
        let member = self.0.owner(visitor, slug).await?;
        if !member.reads_signers() {
            return Err(AppError::NotFound);
        }
        let (account, id) = (member.session.account, member.record.id);
        let page = async {
            if part == SealedPart::Rows {
                handout::note(&self.0, account, slug.as_str(), after.is_none()).await?;
            }
            handout::page(&self.0.db, id, slug.as_str(), part, after).await
        };
        page.await.map_err(|error| internal(&error))
    }

    async fn copy(&self, visitor: &Visitor, slug: &Slug) -> Result<Vec<u8>, AppError> {
        let member = self.0.owner(visitor, slug).await?;
        if !member.reads_signers() {
            return Err(AppError::NotFound);
        }
        if !member.session.proved(self.0.clock.now(), Proof::JustNow) {
            return Err(AppError::SecondProof);
        }
        let id = member.record.id;
        let entry = self.entry(member.session.account, Action::KeyCopyTaken, slug.as_str(), String::new());
        let taken = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let copy = making::copy(&mut link, id).await?;
                if copy.is_some() {
                    audit::add(&mut link, &entry).await?;
                }
                Ok(copy)
            })
        });
        taken.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
    }

    async fn delete_copy(&self, visitor: &Visitor, slug: &Slug) -> Result<(), AppError> {
        let Member { session, record, .. } = self.0.owner(visitor, slug).await?;
        let entry = self.entry(session.account, Action::KeyCopyDeleted, slug.as_str(), String::new());
        self.change(record.id, Change::DeleteCopy, entry).await.map(drop)
    }

    async fn draft(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<KeyPage, AppError> {
        let (session, id, draft) = self.owned(visitor, id).await?;
        let (now, id) = (self.0.clock.now(), id.hex());
        let read = || {
            let form = read_form(&draft.form)?;
            let key = draft.key()?;
            Ok::<_, StoreError>((form, key))
        };
        let (form, key) = read().map_err(|error| internal(&error))?;
        let state = match key {
            Some((key, made, copy)) => KeyState::Made(MadeKey {
                id: key.key_id().to_string(),
                day: Timestamp::from_microsecond(made).ok().and_then(|made| day(made, lang)).unwrap_or_default(),
                copy,
                removable: draft.is_written(),
            }),
            None if draft.is_written() => KeyState::Making { may_copy: session.proved(now, Proof::Today) },
            None => KeyState::Closed,
        };
        let slug = form.slug.trim();
        Ok(KeyPage {
            label: Slug::parse(slug).map_or_else(|| id.clone(), |slug| slug.as_str().to_owned()),
            title: form.title,
            today: day(now, lang).unwrap_or_default(),
            state,
            id,
        })
    }

    async fn set(&self, visitor: &Visitor, id: &str, form: &KeyForm) -> Result<Result<(), KeyProblem>, AppError> {
        let (session, id, draft) = self.owned(visitor, id).await?;
        let sent = match making::Sent::read(form) {
            Ok(sent) => sent,
            Err(problem) => return Ok(Err(problem)),
        };
        if sent.copy.is_some() && !session.proved(self.0.clock.now(), Proof::Today) {
            return Err(AppError::SecondProof);
        }
        let object = name(&draft, id).map_err(|error| internal(&error))?;
        let copied = if sent.copy.is_some() { ", with a locked copy" } else { "" };
        let detail = format!("{}{copied}", sent.key.key_id());
        let entry = self.entry(session.account, Action::KeyMade, &object, detail);
        let set = self.change(id, Change::Set(Box::new(sent)), entry).await?;
        Ok(if set { Ok(()) } else { Err(KeyProblem::Closed) })
    }

    async fn remove(&self, visitor: &Visitor, id: &str) -> Result<(), AppError> {
        let (session, id, draft) = self.owned(visitor, id).await?;
        let named = || Ok::<_, StoreError>((name(&draft, id)?, draft.key()?));
        let (object, key) = named().map_err(|error| internal(&error))?;
        let detail = key.map(|(key, ..)| key.key_id().to_string()).unwrap_or_default();
        let entry = self.entry(session.account, Action::KeyRemoved, &object, detail);
        self.change(id, Change::Remove, entry).await.map(drop)
    }

    async fn reading(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<ReadingPage, AppError> {
        let by = self.0.sessions.with_role(visitor, Role::Moderator, Proof::Today).await?.account;
        let record = self.0.directory.any(slug).await?;
        let now = async {
            let mut conn = self.0.db.read().await?;
            reading::now(&mut conn.link(), record.id, by).await
        };
        let now = now.await.map_err(|error| internal(&error))?;
        let text = record.text(lang)?;
        Ok(ReadingPage {
            slug: record.slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            reading: record.form.reading,
            has_key: now.has_key,
            own: now.own,
        })
    }

    async fn set_reading(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        form: &ReadingForm,
    ) -> Result<Result<(), ReadingProblem>, AppError> {
        let by = self.0.sessions.with_role(visitor, Role::Moderator, Proof::JustNow).await?.account;
        let record = self.0.directory.any(slug).await?;
        let Some(reading) = Reading::parse(&form.reading) else { return Ok(Err(ReadingProblem::Missing)) };
        let (id, now, entropy, object) =
            (record.id, self.0.clock.now(), self.0.entropy.clone(), slug.as_str().to_owned());
        let set = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let entry = |detail| Entry::new(&*entropy, now, Some(by), Action::ReadingSet, object, detail);
                reading::set(&mut tx.link(), id, by, reading, entry).await
            })
        });
        let set = set.await.map_err(|error| internal(&error))?;
        self.0.directory.forget(&record).await;
        Ok(set)
    }
}
