//! The port of review.

use super::besides::Turn;
use super::{catalogue, changes, locks, notes, queue, reasons, unread};
use crate::accounts::{Proof, Session, address_of};
use crate::campaigns::{day_text, internal};
use crate::drafts::{self, Decision, Review, Reviewed, Submitted};
use crate::pictures;
use crate::privacy::SecretBox;
use crate::reports;
use crate::running;
use crate::services::Common;
use crate::store::{AccountId, CampaignId, NoteId, Result, StoreError};
use crate::updates;
use app::accounts::Role;
use app::campaigns::{ReasonsMode, Slug};
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::moderation::{
    CampaignFilter, CampaignRows, Case, CaseAction, CaseAnswer, CaseField, CaseForm, CaseOrder, CaseStop, GroundAction,
    GroundAnswer, GroundForm, GroundRow, HideAnswer, Lock, Moderation, Note, PublicCase, Queue, QueueFilter, QueueItem,
    ReasonFilter, ReasonRows, TextProblem, UnreadItem, Waiting,
};
use app::paths;
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Campaigns on a page of the queue.
const PAGE: usize = 25;

/// What moderators do in the browser.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Wraps the keys of fingerprints.
    pub wrapping: SecretBox,
    /// Scheme, host and port of the public address.
    pub origin: String,
}

/// A moment as moderators read it, in UTC.
fn moment(at: Timestamp, lang: Lang) -> Option<String> {
    let zoned = at.to_zoned(TimeZone::UTC);
    Some(format!("{}, {}", day_text(zoned.date(), lang)?, time(at)))
}

/// A time of the day.
fn time(at: Timestamp) -> String {
    at.strftime("%H:%M UTC").to_string()
}

impl Service {
    async fn moderator(&self, visitor: &Visitor) -> Result<Session, AppError> {
        self.common.sessions.with_role(visitor, Role::Moderator, Proof::Today).await
    }

    async fn admin(&self, visitor: &Visitor) -> Result<Session, AppError> {
        self.common.sessions.with_role(visitor, Role::Admin, Proof::JustNow).await
    }

    pub(super) fn review(&self, by: AccountId) -> Review<'_> {
        self.common.review(&self.wrapping, Some(by))
    }

    async fn page_of_queue(&self, filter: &QueueFilter, role: Role) -> Result<Queue> {
        let now = self.common.clock.now();
        let settings = self.common.settings.review();
        let mut conn = self.common.db.read().await?;
        let mut link = conn.link();
        let page = i64::from(filter.page.clamp(1, 10_000)) - 1;
        let (limit, offset) = (PAGE as i64 + 1, page * PAGE as i64);
        let rows = queue::list(&mut link, now, settings, (filter.band, filter.locale), (limit, offset)).await?;
        let more = rows.len() > PAGE;
        let items = rows.into_iter().take(PAGE).map(|row| {
            let form = drafts::read_form(&row.form)?;
            let (band, days) = queue::age(now, settings, row.submitted_at);
            let taken_by = match (&row.taken_by, &row.contact) {
                (Some(account), Some(contact)) => {
                    Some(address_of(&self.common.contact, AccountId::read(account)?, contact)?)
                }
                _ => None,
            };
            Ok(QueueItem {
                id: CampaignId::read(&row.id)?.hex(),
                title: form.title,
                text_lang: form.locale,
                band,
                days,
                changes: row.public > 0,
                taken_by,
            })
        });
        let items = items.collect::<Result<Vec<_>>>()?;
        let unread = unread::list(&mut link).await?.into_iter().map(|row| {
            let (band, days) = queue::age(now, settings, row.since);
            let slug = Slug::parse(&row.slug).ok_or(StoreError::Corrupt("slug"))?;
            Ok(UnreadItem { slug, title: row.title, text_lang: row.locale, band, days })
        });
        let unread = unread.collect::<Result<Vec<_>>>()?;
        let mut campaigns = queue::how_many(&mut link, now, settings).await?;
        for (count, more) in campaigns.iter_mut().zip(unread::how_many(&mut link, now, settings).await?) {
            *count += more;
        }
        let waiting = Waiting {
            campaigns,
            reasons: reasons::how_many(&mut link).await?,
            reports: reports::how_many(&mut link).await?,
            replies: running::how_many_wait(&mut link).await?,
            updates: updates::how_many_wait(&mut link).await?,
        };
        Ok(Queue { items, more, unread, waiting, role, days: (settings.due_days, settings.overdue_days) })
    }

    async fn read_case(&self, by: AccountId, lang: Lang, draft: Submitted) -> Result<Option<Case>> {
        let now = self.common.clock.now();
        let mut conn = self.common.db.read().await?;
        let mut link = conn.link();
        let lock = match locks::of(&mut link, now, draft.id()).await? {
            None => Lock::Free,
            Some(lock) if lock.account()? == by => Lock::Mine(time(lock.until()?)),
            Some(lock) => Lock::Other {
                by: address_of(&self.common.contact, lock.account()?, &lock.contact)?,
                until: time(lock.until()?),
            },
        };
        let notes = notes::of(&mut link, draft.id()).await?.into_iter().map(|row| {
            let by = row.contact.as_deref().map(|contact| address_of(&self.common.contact, row.account()?, contact));
            let at = Timestamp::from_microsecond(row.created_at).ok().and_then(|at| moment(at, lang));
            Ok(Note { by: by.transpose()?, at: at.ok_or(StoreError::Corrupt("time"))?, text: row.text })
        });
        let notes = notes.collect::<Result<Vec<_>>>()?;
        let [previous, next] = queue::neighbours(&mut link, draft.id(), draft.since).await?;
        let (band, days) = queue::age(now, self.common.settings.review(), draft.since.as_microsecond());
        let changes = changes::of(&mut link, draft.id(), &draft.form).await?;
        let picture = match changes {
            Some(_) => pictures::change(&mut link, draft.id()).await?,
            None => None,
        };
        let reasons = self.common.settings.get().reasons.of(ReasonsMode::Reviewed);
        let mut page = drafts::page_of(&draft.form, lang, reasons).ok_or(StoreError::Corrupt("draft"))?;
        let path = |hash: &str| paths::review_picture_files(lang, &draft.name(), hash);
        let shown = pictures::of_draft(&mut link, draft.id()).await?;
        page.picture = shown.map(|shown| shown.picture(&page.text_lang, path));
        Ok(Some(Case {
            id: draft.name(),
            version: draft.version,
            time_zone: draft.form.time_zone.trim().to_owned(),
            band,
            days,
            lock,
            own: locks::is_own(&mut link, draft.team(), by).await?,
            unfit: drafts::unfit(&mut link, now, &draft).await?,
            changes,
            picture,
            notes,
            grounds: catalogue::current(&mut link, lang).await?,
            previous: previous.map(|id| id.hex()),
            next: next.map(|id| id.hex()),
            page,
        }))
    }

    /// What a decision came to, as the page says it.
    async fn told(&self, done: Reviewed, action: CaseAction) -> Result<CaseAnswer> {
        Ok(match done {
            Reviewed::Done => {
                self.common.mail.wake();
                CaseAnswer::Done(action)
            }
            Reviewed::Over => CaseAnswer::Over,
            Reviewed::Unfit(errors) => CaseAnswer::Stopped(CaseStop::Unfit(errors)),
            Reviewed::Stopped(locks::Stop::OwnTeam) => CaseAnswer::Stopped(CaseStop::OwnTeam),
            Reviewed::Stopped(locks::Stop::Changed) => CaseAnswer::Stopped(CaseStop::Changed),
            Reviewed::Stopped(locks::Stop::Held(account)) => {
                let mut conn = self.common.db.read().await?;
                let contact = crate::accounts::contact_of(&mut conn.link(), account).await?;
                let by = contact.map(|contact| address_of(&self.common.contact, account, &contact)).transpose()?;
                CaseAnswer::Stopped(CaseStop::Held(by.unwrap_or_default()))
            }
        })
    }

    async fn carry_out(
        &self,
        by: AccountId,
        draft: Submitted,
        action: CaseAction,
        order: CaseOrder,
    ) -> Result<CaseAnswer> {
        let (now, id) = (self.common.clock.now(), draft.id());
        let review = self.review(by);
        let done = match order {
            CaseOrder::Publish => {
                let done = review.publish(&draft).await?;
                if let Some(slug) = Slug::parse(draft.form.slug.trim())
                    && let Ok(record) = self.common.directory.any(&slug).await
                {
                    self.common.directory.forget(&record).await;
                }
                done
            }
            CaseOrder::SendBack(remark) => review.decide(&draft, Decision::SendBack, Some(remark), Vec::new()).await?,
            CaseOrder::Reject(grounds, remark) => {
                let mut conn = self.common.db.read().await?;
                let grounds = catalogue::known(&mut conn.link(), &grounds).await?;
                drop(conn);
                if grounds.is_empty() {
                    let missing = FieldError { field: CaseField::Grounds, problem: TextProblem::Missing };
                    return Ok(CaseAnswer::Refused(vec![missing]));
                }
                review.decide(&draft, Decision::Reject, remark, grounds).await?
            }
            CaseOrder::Take => {
                let taken = self
                    .common
                    .writer
                    .job(move |tx| Box::pin(async move { locks::take(&mut tx.link(), now, id, by).await }));
                return taken.await.map(|()| CaseAnswer::Done(action));
            }
            CaseOrder::Leave => {
                let left = self
                    .common
                    .writer
                    .job(move |tx| Box::pin(async move { locks::leave(&mut tx.link(), id, by).await }));
                return left.await.map(|()| CaseAnswer::Done(action));
            }
            CaseOrder::Note(text) => {
                let note = NoteId::new(&*self.common.entropy);
                let noted = self
                    .common
                    .writer
                    .job(move |tx| Box::pin(async move { notes::add(&mut tx.link(), now, note, id, by, &text).await }));
                return noted.await.map(|()| CaseAnswer::Done(action));
            }
        };
        self.told(done, action).await
    }
}

#[async_trait]
impl Moderation for Service {
    async fn queue(&self, visitor: &Visitor, filter: &QueueFilter) -> Result<Queue, AppError> {
        let role = self.moderator(visitor).await?.role;
        self.page_of_queue(filter, role).await.map_err(|error| internal(&error))
    }

    async fn case(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Option<Case>, AppError> {
        let by = self.moderator(visitor).await?.account;
        let read = async {
            match drafts::find_submitted(&self.common.db, id).await? {
                Some(draft) => self.read_case(by, lang, draft).await,
                None => Ok(None),
            }
        };
        read.await.map_err(|error| internal(&error))
    }

    async fn act(
        &self,
        visitor: &Visitor,
        id: &str,
        action: CaseAction,
        form: &CaseForm,
    ) -> Result<CaseAnswer, AppError> {
        let by = self.moderator(visitor).await?.account;
        let order = match form.validate(action) {
            Ok(order) => order,
            Err(errors) => return Ok(CaseAnswer::Refused(errors)),
        };
        let done = async {
            let Some(draft) = drafts::find_submitted(&self.common.db, id).await? else { return Ok(CaseAnswer::Over) };
            if action.decides() && draft.version != form.version {
                return Ok(CaseAnswer::Stopped(CaseStop::Changed));
            }
            self.carry_out(by, draft, action, order).await
        };
        done.await.map_err(|error| internal(&error))
    }

    async fn catalogue(&self, visitor: &Visitor) -> Result<Vec<GroundRow>, AppError> {
        self.admin(visitor).await?;
        self.all_grounds().await.map_err(|error| internal(&error))
    }

    async fn change_catalogue(
        &self,
        visitor: &Visitor,
        action: GroundAction,
        form: &GroundForm,
    ) -> Result<GroundAnswer, AppError> {
        let by = self.admin(visitor).await?.account;
        let changed = self.change_grounds(by, action, form).await.map_err(|error| internal(&error))?;
        changed.ok_or(AppError::NotFound)
    }

    async fn campaigns(&self, visitor: &Visitor, filter: &CampaignFilter) -> Result<CampaignRows, AppError> {
        self.moderator(visitor).await?;
        self.find_campaigns(filter).await.map_err(|error| internal(&error))
    }

    async fn campaign(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<PublicCase, AppError> {
        let by = self.moderator(visitor).await?.account;
        self.public_case(by, lang, slug).await
    }

    async fn hide(&self, visitor: &Visitor, slug: &Slug, grounds: &[String]) -> Result<HideAnswer, AppError> {
        let by = self.moderator(visitor).await?.account;
        self.turn(by, slug, Turn::Hide(grounds)).await
    }

    async fn refuse(&self, visitor: &Visitor, slug: &Slug, grounds: &[String]) -> Result<HideAnswer, AppError> {
        let by = self.moderator(visitor).await?.account;
        self.turn(by, slug, Turn::Refuse(grounds)).await
    }

    async fn approve(&self, visitor: &Visitor, slug: &Slug) -> Result<HideAnswer, AppError> {
        let by = self.moderator(visitor).await?.account;
        self.turn(by, slug, Turn::Approve).await
    }

    async fn show(&self, visitor: &Visitor, slug: &Slug) -> Result<HideAnswer, AppError> {
        let by = self.moderator(visitor).await?.account;
        self.turn(by, slug, Turn::Show).await
    }

    async fn reasons(&self, visitor: &Visitor, filter: &ReasonFilter) -> Result<ReasonRows, AppError> {
        self.moderator(visitor).await?;
        self.page_of_reasons(filter).await.map_err(|error| internal(&error))
    }

    async fn decide_reasons(&self, visitor: &Visitor, show: bool, ids: &[String]) -> Result<u32, AppError> {
        let by = self.moderator(visitor).await?.account;
        self.decide_on_reasons(by, show, ids).await.map_err(|error| internal(&error))
    }
}
