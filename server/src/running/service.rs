//! The port of running campaigns.

use super::store;
use crate::accounts::Proof;
use crate::audit::{self, Action, Entry};
use crate::campaigns::{Record, closing, closing_day, day_text, internal, to_html};
use crate::services::Common;
use crate::store::{AccountId, CampaignId, ReplyId, Result as Stored, StoreError, Tx};
use crate::teams::Member;
use app::accounts::Role;
use app::campaigns::Slug;
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::running::{
    Milestone, OwnReply, Ran, ReplyForm, ReplyState, RunField, RunForm, RunPage, RunProblem, RunState, Running,
    WaitingReply,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::Arc;

/// Running campaigns.
pub struct Service(pub Common);

/// A campaign that is to be changed, and who changes it.
struct Run {
    account: AccountId,
    id: CampaignId,
    record: Arc<Record>,
    row: store::Row,
    /// Whether this member may have the list of signers.
    signers: bool,
}

fn refused(field: RunField, problem: RunProblem) -> Ran {
    Ran::Refused(vec![FieldError { field, problem }])
}

impl Service {
    async fn find(&self, visitor: &Visitor, slug: &Slug) -> Result<Run, AppError> {
        let member = self.0.writing_member(visitor, slug).await?;
        let signers = member.reads_signers();
        let Member { session, record, .. } = member;
        let found = async {
            let mut conn = self.0.db.read().await?;
            store::find(&mut conn.link(), record.id).await
        };
        let row = found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok(Run { account: session.account, id: record.id, record, row, signers })
    }

    fn state(&self, row: &store::Row) -> RunState {
        let closed = row.closes_at.is_some_and(|closes| closes <= self.0.clock.now().as_microsecond());
        match row.state.as_str() {
            "archived" => RunState::Archived,
            _ if closed => RunState::Closed,
            _ => RunState::Open,
        }
    }

    /// Changes the campaign and tells the log, in one transaction; nothing is changed where `how` finds it in another state than it takes.
    async fn write(
        &self,
        run: &Run,
        action: Action,
        detail: String,
        how: impl for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Stored<bool>> + Send + 'static,
    ) -> Result<(), AppError> {
        let slug = run.record.slug.as_str();
        let entry = Entry::new(&*self.0.entropy, self.0.clock.now(), Some(run.account), action, slug, detail);
        let written = self.0.writer.job(move |tx| {
            Box::pin(async move {
                if how(tx).await? {
                    audit::add(&mut tx.link(), &entry).await?;
                }
                Ok(())
            })
        });
        written.await.map_err(|error| internal(&error))?;
        self.0.directory.forget(&run.record).await;
        Ok(())
    }

    async fn set_last_day(&self, run: &Run, form: &RunForm) -> Result<Ran, AppError> {
        let day = form.closes_on.trim().to_owned();
        let closes = match day.as_str() {
            "" => None,
            day => match closing(day, &run.record.time_zone) {
                None => return Ok(refused(RunField::ClosesOn, RunProblem::NotADate)),
                Some(closes) if closes <= self.0.clock.now() => {
                    return Ok(refused(RunField::ClosesOn, RunProblem::Past));
                }
                Some(closes) => Some(closes.as_microsecond()),
            },
        };
        let id = run.id;
        let set = self.write(run, Action::LastDaySet, day, move |tx| {
            Box::pin(async move { store::set_closing(&mut tx.link(), id, closes).await })
        });
        set.await.map(|()| Ran::Done)
    }

    async fn reply(&self, run: &Run, form: &RunForm) -> Result<Ran, AppError> {
        let answer = match form.answer() {
            Ok(answer) => answer,
            Err(errors) => return Ok(Ran::Refused(errors)),
        };
        let now = self.0.clock.now();
        match answer.day.parse::<Date>() {
            Err(_) => return Ok(refused(RunField::Day, RunProblem::NotADate)),
            Ok(day) if day > now.to_zoned(run.record.time_zone.clone()).date() => {
                return Ok(refused(RunField::Day, RunProblem::Future));
            }
            Ok(_) => {}
        }
        let reply = store::NewReply {
            id: ReplyId::new(&*self.0.entropy),
            html: to_html(&answer.text),
            answered_by: answer.answered_by,
            text: answer.text,
            day: answer.day,
            link: answer.link,
            locale: run.record.texts.first().map(|text| text.locale.clone()).unwrap_or_default(),
            now: now.as_microsecond(),
        };
        let id = run.id;
        let added = self.write(run, Action::ReplySubmitted, String::new(), move |tx| {
            Box::pin(async move { store::add_reply(&mut tx.link(), id, &reply).await.map(|()| true) })
        });
        added.await.map(|()| Ran::Done)
    }
}

fn own(row: store::ReplyRow) -> OwnReply {
    let state = match (row.state.as_str(), row.remark) {
        ("shown", _) => ReplyState::Shown,
        (_, Some(remark)) => ReplyState::SentBack(remark),
        (_, None) => ReplyState::Waiting,
    };
    OwnReply { answered_by: row.answered_by, text: row.text, day: row.day, link: row.link.unwrap_or_default(), state }
}

/// A day as the reader's language writes it, or as it is stored.
fn spoken(day: &str, lang: Lang) -> String {
    day.parse().ok().and_then(|day| day_text(day, lang)).unwrap_or_else(|| day.to_owned())
}

#[async_trait]
impl Running for Service {
    async fn read(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<RunPage, AppError> {
        let run = self.find(visitor, slug).await?;
        let read = async {
            let mut conn = self.0.db.read().await?;
            let mut link = conn.link();
            Ok((store::replies(&mut link, run.id).await?, store::milestones(&mut link, run.id).await?))
        };
        let (replies, milestones) = read.await.map_err(|error: StoreError| internal(&error))?;
        let (shown, waiting): (Vec<_>, Vec<_>) =
            replies.into_iter().map(own).partition(|reply| reply.state == ReplyState::Shown);
        let closes = run.row.closes_at.and_then(|closes| Timestamp::from_microsecond(closes).ok());
        let last_day = closes.and_then(|closes| closing_day(closes, &run.record.time_zone));
        let text = run.record.text(lang)?;
        Ok(RunPage {
            slug: slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            state: self.state(&run.row),
            closes_on: last_day.map(|day| day.to_string()).unwrap_or_default(),
            closes: last_day.and_then(|day| day_text(day, lang)),
            time_zone: run.record.time_zone.iana_name().unwrap_or("UTC").to_owned(),
            can_open: run.row.has_key != 0,
            shown: shown.into_iter().next(),
            waiting: waiting.into_iter().next(),
            signers: run.signers,
            milestones: milestones
                .into_iter()
                .filter_map(|(n, day)| {
                    let day = Timestamp::from_second(day.checked_mul(86_400)?).ok()?.to_zoned(TimeZone::UTC).date();
                    Some(Milestone { n, day: day_text(day, lang)? })
                })
                .collect(),
        })
    }

    async fn change(&self, visitor: &Visitor, slug: &Slug, form: &RunForm) -> Result<Ran, AppError> {
        let run = self.find(visitor, slug).await?;
        let (id, now) = (run.id, self.0.clock.now().as_microsecond());
        match form.action.as_str() {
            "extend" => return self.set_last_day(&run, form).await,
            "reply" => return self.reply(&run, form).await,
            "close" if !form.sure.0 => return Ok(refused(RunField::Sure, RunProblem::NotTicked)),
            "close" => {
                self.write(&run, Action::Closed, String::new(), move |tx| {
                    Box::pin(async move { store::close(&mut tx.link(), id, now).await })
                })
                .await?;
            }
            "archive" => {
                self.write(&run, Action::Archived, String::new(), move |tx| {
                    Box::pin(async move { store::archive(&mut tx.link(), id, now).await })
                })
                .await?;
            }
            "show_again" => {
                self.write(&run, Action::ShownAgain, String::new(), move |tx| {
                    Box::pin(async move { store::show_again(&mut tx.link(), id).await })
                })
                .await?;
            }
            "remove_reply" => {
                self.write(&run, Action::ReplyRemoved, String::new(), move |tx| {
                    Box::pin(async move { store::delete_replies(&mut tx.link(), id).await.map(|()| true) })
                })
                .await?;
            }
            _ => {}
        }
        Ok(Ran::Done)
    }

    async fn waiting(&self, visitor: &Visitor, lang: Lang) -> Result<Vec<WaitingReply>, AppError> {
        self.0.sessions.with_role(visitor, Role::Moderator, Proof::Today).await?;
        let read = async {
            let mut conn = self.0.db.read().await?;
            store::waiting(&mut conn.link()).await
        };
        let rows = read.await.map_err(|error| internal(&error))?.into_iter().filter_map(|row| {
            Some(WaitingReply {
                id: URL_SAFE_NO_PAD.encode(&row.id),
                slug: Slug::parse(&row.slug)?,
                title: row.title,
                answered_by: row.answered_by,
                html: row.html,
                day: spoken(&row.day, lang),
                link: row.link,
                text_lang: row.locale,
            })
        });
        Ok(rows.collect())
    }

    async fn decide(&self, visitor: &Visitor, form: &ReplyForm) -> Result<Ran, AppError> {
        let session = self.0.sessions.with_role(visitor, Role::Moderator, Proof::Today).await?;
        let id = URL_SAFE_NO_PAD.decode(&form.reply).ok().and_then(|id| ReplyId::read(&id).ok());
        let id = id.ok_or(AppError::NotFound)?;
        let remark = match (form.action.as_str(), form.remark()) {
            ("show", _) => None,
            ("send_back", Ok(remark)) => Some(remark),
            ("send_back", Err(problem)) => return Ok(refused(RunField::Remark, problem)),
            _ => return Ok(Ran::Done),
        };
        let (now, entropy) = (self.0.clock.now(), Arc::clone(&self.0.entropy));
        let action = if remark.is_none() { Action::ReplyShown } else { Action::ReplySentBack };
        let decided = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let Some((campaign, slug)) = store::campaign_of(&mut link, id).await? else { return Ok(None) };
                let done = match &remark {
                    None => store::show(&mut link, campaign, id).await?,
                    Some(remark) => store::send_back(&mut link, id, remark).await?,
                };
                if !done {
                    return Err(StoreError::Raced);
                }
                let entry = Entry::new(&*entropy, now, Some(session.account), action, slug.as_str(), "");
                audit::add(&mut link, &entry).await?;
                Ok(Some(slug))
            })
        });
        let decided = decided.await.map_err(|error| internal(&error))?;
        if let Some(slug) = decided.as_deref().and_then(Slug::parse)
            && let Ok(record) = self.0.directory.public(&slug).await
        {
            self.0.directory.forget(&record).await;
        }
        Ok(Ran::Done)
    }
}
