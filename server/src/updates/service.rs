//! The port of updates.

use super::mailings::{self, Begun};
use super::review::{Review, Waiting, waiting, waiting_one};
use super::store::{self, time};
use crate::accounts::{Proof, Session, address_of};
use crate::audit::{self, Action, Entry};
use crate::campaigns::{Record, day_text, internal, to_html};
use crate::services::Common;
use crate::signatures::outbox::{self, About, Queued};
use crate::store::{AccountId, Result, StoreError, UpdateId};
use app::accounts::Role;
use app::campaigns::{ShownUpdate, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::updates::{
    News, Update, UpdateAct, UpdateDecision, UpdateForm, UpdateList, UpdateSaved, UpdateState, UpdateSummary, Updates,
    WaitingUpdate,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::Timestamp;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Updates on one page.
const PAGE: u32 = 10;

/// News on campaigns.
pub struct Service(pub Common);

impl Service {
    /// Who may write for a campaign, and that campaign.
    async fn writer(&self, visitor: &Visitor, slug: &Slug) -> Result<(Session, Arc<Record>), AppError> {
        let member = self.0.writing_member(visitor, slug).await?;
        Ok((member.session, member.record))
    }

    /// An update of that campaign.
    async fn find(&self, record: &Record, id: &str) -> Result<(UpdateId, store::Row), AppError> {
        let id = UpdateId::parse(id).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.0.db.read().await?;
            store::find(&mut conn.link(), record.id, id).await
        };
        let row = found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok((id, row))
    }

    /// A mail of what is saved to whoever asks. `false` if there were as many as there may be.
    async fn test(&self, account: AccountId, record: &Record, update: UpdateId, row: &store::Row) -> Result<bool> {
        let now = self.0.clock.now();
        let mut conn = self.0.db.read().await?;
        let contact = store::contact(&mut conn.link(), account).await?.ok_or(StoreError::Corrupt("contact"))?;
        drop(conn);
        let address = Zeroizing::new(address_of(&self.0.contact, account, &contact)?);
        let day = self.0.day_keys.today(now).await?;
        let about = About::UpdateTest(record.id, update);
        let mail = Queued::new(&*self.0.entropy, &day, about, &row.form().locale, address.as_bytes());
        let counted = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let counted = store::count_test(&mut tx.link(), update).await?;
                if counted {
                    outbox::insert(&mut tx.link(), now, &[mail]).await?;
                }
                Ok(counted)
            })
        });
        let counted = counted.await?;
        if counted {
            self.0.mail.wake();
        }
        Ok(counted)
    }

    /// Begins or ends a mailing, and writes that down.
    async fn mail_or_cancel(&self, account: AccountId, record: &Record, id: UpdateId, begins: bool) -> Result<bool> {
        let (now, campaign) = (self.0.clock.now(), record.id);
        let action = if begins { Action::UpdateMailed } else { Action::MailingCancelled };
        let entry = Entry::new(&*self.0.entropy, now, Some(account), action, record.slug.as_str(), id.hex());
        let done = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let done = if begins {
                    mailings::begin(&mut link, campaign, id, now).await?
                } else if mailings::cancel(&mut link, id).await? {
                    Begun::Now
                } else {
                    Begun::Not
                };
                if done == Begun::Now {
                    audit::add(&mut link, &entry).await?;
                }
                Ok(done)
            })
        });
        let done = done.await?;
        if done == Begun::Now && !begins {
            mailings::drop_mails(&self.0.writer, id).await?;
        }
        Ok(done != Begun::TooMany)
    }

    async fn waiting_update(&self, lang: Lang, waiting: Waiting) -> Result<Option<WaitingUpdate>, AppError> {
        let slug = Slug::parse(&waiting.slug).ok_or(AppError::Internal)?;
        // One whose campaign is hidden waits until that is public again.
        let record = match self.0.directory.public(&slug).await {
            Ok(record) => record,
            Err(AppError::Gone | AppError::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let text = record.text(lang)?;
        let shown = shown(&record, lang, waiting.name(), &waiting.form, waiting.since);
        Ok(Some(WaitingUpdate {
            id: waiting.name(),
            version: waiting.version,
            slug,
            campaign: text.title.clone(),
            campaign_lang: text.locale.clone(),
            shown,
        }))
    }

    async fn moderator(&self, visitor: &Visitor) -> Result<Session, AppError> {
        self.0.sessions.with_role(visitor, Role::Moderator, Proof::Today).await
    }
}

/// What was typed, as the campaign's page would show it on that day.
fn shown(record: &Record, lang: Lang, id: String, form: &UpdateForm, at: Timestamp) -> ShownUpdate {
    ShownUpdate {
        id,
        title: form.title.split_whitespace().collect::<Vec<_>>().join(" "),
        html: to_html(&form.text),
        lang: form.locale.clone(),
        day: day_text(at.to_zoned(record.time_zone.clone()).date(), lang).unwrap_or_default(),
    }
}

#[async_trait]
impl Updates for Service {
    async fn list(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<UpdateList, AppError> {
        let (_, record) = self.writer(visitor, slug).await?;
        let text = record.text(lang)?;
        let read = async {
            let mut conn = self.0.db.read().await?;
            let rows = store::list(&mut conn.link(), record.id).await?;
            let updates = rows.into_iter().map(|row| {
                let state = store::state(&row.state)?;
                let day = row.approved_at.map(time).transpose()?;
                let day = day.and_then(|at| day_text(at.to_zoned(record.time_zone.clone()).date(), lang));
                Ok(UpdateSummary {
                    id: UpdateId::read(&row.id)?.hex(),
                    title: row.title,
                    state,
                    sent_back: state == UpdateState::Draft && row.remark.is_some(),
                    day,
                    mailing: row.mailing.as_deref().map(mailings::state).transpose()?,
                })
            });
            updates.collect::<Result<Vec<_>>>()
        };
        let updates = read.await.map_err(|error| internal(&error))?;
        Ok(UpdateList { slug: slug.clone(), title: text.title.clone(), text_lang: text.locale.clone(), updates })
    }

    async fn start(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<String>, AppError> {
        let (_, record) = self.writer(visitor, slug).await?;
        let (id, campaign, now) = (UpdateId::new(&*self.0.entropy), record.id, self.0.clock.now());
        let added = self
            .0
            .writer
            .job(move |tx| Box::pin(async move { store::add(&mut tx.link(), campaign, id, lang.code(), now).await }));
        let added = added.await.map_err(|error| internal(&error))?;
        Ok(added.then(|| id.hex()))
    }

    async fn read(&self, visitor: &Visitor, lang: Lang, slug: &Slug, id: &str) -> Result<Update, AppError> {
        let (_, record) = self.writer(visitor, slug).await?;
        let (id, row) = self.find(&record, id).await?;
        let now = self.0.clock.now();
        let read = async {
            let (form, at) = (row.form(), time(row.approved_at.unwrap_or(row.created_at))?);
            let at = if row.approved_at.is_some() { at } else { now };
            let mut conn = self.0.db.read().await?;
            let mut link = conn.link();
            Ok(Update {
                slug: slug.clone(),
                id: id.hex(),
                state: row.state()?,
                shown: shown(&record, lang, id.hex(), &form, at),
                mailing: mailings::find(&mut link, id).await?,
                readers: mailings::readers(&mut link, record.id).await?,
                mailings_left: mailings::left(&mut link, record.id, now).await?,
                remark: row.remark,
                version: row.version,
                form,
            })
        };
        read.await.map_err(|error: StoreError| internal(&error))
    }

    async fn save(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        id: &str,
        version: i64,
        submit: bool,
        form: &UpdateForm,
    ) -> Result<UpdateSaved, AppError> {
        let (_, record) = self.writer(visitor, slug).await?;
        let (id, _) = self.find(&record, id).await?;
        let checked = form.validate();
        // What is submitted is stored as it was checked; what is not finished, as it was typed.
        let stored = match &checked {
            Ok(input) if submit => UpdateForm {
                title: input.title.clone(),
                locale: input.locale.code().to_owned(),
                text: input.text.clone(),
            },
            _ => form.clone().cut(),
        };
        let errors = checked.err().filter(|_| submit);
        let submitted = (submit && errors.is_none()).then(|| self.0.clock.now());
        let saved = self
            .0
            .writer
            .job(move |tx| Box::pin(async move { store::save(&mut tx.link(), id, version, &stored, submitted).await }));
        Ok(match (saved.await.map_err(|error| internal(&error))?, errors) {
            (true, Some(errors)) => UpdateSaved::Refused(version + 1, errors),
            (true, None) if submit => UpdateSaved::Submitted,
            (true, None) => UpdateSaved::Saved,
            (false, _) => match self.find(&record, &id.hex()).await? {
                (_, row) if row.state().is_ok_and(|state| state == UpdateState::Draft) => {
                    UpdateSaved::Overtaken(row.version)
                }
                _ => UpdateSaved::Closed,
            },
        })
    }

    async fn act(&self, visitor: &Visitor, slug: &Slug, id: &str, act: UpdateAct) -> Result<bool, AppError> {
        let (session, record) = self.writer(visitor, slug).await?;
        let (id, row) = self.find(&record, id).await?;
        let plain = async |act| {
            let done = self.0.writer.job(move |tx| {
                Box::pin(async move {
                    let mut link = tx.link();
                    match act {
                        UpdateAct::TakeBack => store::take_back(&mut link, id).await,
                        UpdateAct::Delete => store::delete(&mut link, id).await,
                        UpdateAct::Pause => mailings::pause(&mut link, id).await,
                        UpdateAct::Resume => mailings::resume(&mut link, id).await,
                        UpdateAct::Test | UpdateAct::Mail | UpdateAct::Cancel => Ok(()),
                    }
                })
            });
            done.await.map(|()| true)
        };
        let done = match act {
            UpdateAct::Test => self.test(session.account, &record, id, &row).await,
            UpdateAct::Mail | UpdateAct::Cancel => {
                self.mail_or_cancel(session.account, &record, id, act == UpdateAct::Mail).await
            }
            act => plain(act).await,
        };
        done.map_err(|error| internal(&error))
    }

    async fn news(&self, lang: Lang, slug: &Slug, page: u32) -> Result<News, AppError> {
        let page = page.clamp(1, 1_000);
        let record = self.0.directory.public(slug).await?;
        let text = record.text(lang)?;
        let read = async {
            let mut conn = self.0.db.read().await?;
            store::public(&mut conn.link(), record.id, PAGE + 1, (page - 1) * PAGE).await
        };
        let rows = read.await.map_err(|error| internal(&error))?;
        let more = rows.len() > PAGE as usize;
        let updates = rows.iter().take(PAGE as usize).map(|row| row.shown(&record.time_zone, lang)).collect();
        let (title, text_lang) = (text.title.clone(), text.locale.clone());
        Ok(News { slug: slug.clone(), title, text_lang, updates, page, more })
    }

    async fn waiting(&self, visitor: &Visitor, lang: Lang) -> Result<Vec<WaitingUpdate>, AppError> {
        self.moderator(visitor).await?;
        let mut updates = Vec::new();
        for found in waiting(&self.0.db).await.map_err(|error| internal(&error))? {
            updates.extend(self.waiting_update(lang, found).await?);
        }
        Ok(updates)
    }

    async fn waiting_one(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<WaitingUpdate, AppError> {
        self.moderator(visitor).await?;
        let found = waiting_one(&self.0.db, id).await.map_err(|error| internal(&error))?;
        self.waiting_update(lang, found.ok_or(AppError::NotFound)?).await?.ok_or(AppError::NotFound)
    }

    async fn decide(
        &self,
        visitor: &Visitor,
        id: &str,
        version: i64,
        decision: UpdateDecision,
        remark: &str,
    ) -> Result<bool, AppError> {
        let session = self.moderator(visitor).await?;
        let found = waiting_one(&self.0.db, id).await.map_err(|error| internal(&error))?;
        let Some(found) = found.filter(|found| found.version == version) else { return Ok(false) };
        let parts = &self.0;
        let review = Review {
            db: &parts.db,
            writer: &parts.writer,
            contact: &parts.contact,
            day_keys: &parts.day_keys,
            clock: &*parts.clock,
            entropy: &*parts.entropy,
            actor: Some(session.account),
        };
        let decided = review.decide(&found, decision, remark).await.map_err(|error| internal(&error))?;
        if decided {
            parts.mail.wake();
            let slug = Slug::parse(&found.slug).ok_or(AppError::Internal)?;
            if let Ok(record) = parts.directory.public(&slug).await {
                parts.directory.forget(&record).await;
            }
        }
        Ok(decided)
    }
}
