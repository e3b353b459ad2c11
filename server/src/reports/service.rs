//! The port of reports.

use super::store::{self, New};
use crate::accounts::{Proof, Session};
use crate::audit::{self, Action, Entry};
use crate::campaigns::internal;
use crate::limits::NetworkLimits;
use crate::privacy::day_of;
use crate::services::Common;
use crate::signatures::outbox::{self, About, Queued};
use crate::store::{ReportId, Result, StoreError};
use app::accounts::Role;
use app::campaigns::Slug;
use app::error::AppError;
use app::i18n::Lang;
use app::reports::{
    CloseAnswer, OpenReport, Outcome, ReportAnswer, ReportForm, ReportList, ReportPage, ReportedCampaign, Reports,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// Reports on a page.
const PAGE: usize = 25;

/// Reports by the public.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// What networks may do.
    pub limits: NetworkLimits,
}

impl Service {
    async fn moderator(&self, visitor: &Visitor) -> Result<Session, AppError> {
        self.common.sessions.with_role(visitor, Role::Moderator, Proof::Today).await
    }

    async fn find(&self, id: &str) -> Result<(ReportId, store::Row), AppError> {
        let id = ReportId::parse(id).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::find(&mut conn.link(), id).await
        };
        let row = found.await.map_err(|error: StoreError| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok((id, row))
    }

    async fn campaign(&self, lang: Lang, slug: &str) -> Result<ReportedCampaign, AppError> {
        let slug = Slug::parse(slug).ok_or(AppError::Internal)?;
        let record = self.common.directory.any(&slug).await?;
        let text = record.text(lang)?;
        Ok(ReportedCampaign { title: text.title.clone(), text_lang: text.locale.clone(), slug })
    }

    async fn open(&self, lang: Lang, row: &store::Row) -> Result<OpenReport, AppError> {
        let told = |error: StoreError| internal(&error);
        Ok(OpenReport {
            id: row.id().map_err(told)?.hex(),
            kind: row.kind().map_err(told)?,
            campaign: self.campaign(lang, &row.slug).await?,
            days: (day_of(self.common.clock.now()) - row.created_day).max(0),
            outcome: row.outcome().map_err(told)?,
        })
    }

    /// The answer to whoever asked for one, encrypted for the mail.
    async fn answer(&self, id: ReportId, row: &store::Row, outcome: Outcome) -> Result<Vec<Queued>> {
        let Some(sealed) = &row.contact else { return Ok(Vec::new()) };
        let address = self.common.contact.open(id.bytes(), sealed).ok_or(StoreError::Corrupt("contact"))?;
        let day = self.common.day_keys.today(self.common.clock.now()).await?;
        Ok(vec![Queued::new(&*self.common.entropy, &day, About::ReportClosed(outcome), &row.locale, &address)])
    }
}

#[async_trait]
impl Reports for Service {
    async fn about(&self, lang: Lang, slug: &Slug) -> Result<ReportedCampaign, AppError> {
        self.common.directory.public(slug).await?;
        self.campaign(lang, slug.as_str()).await
    }

    async fn report(
        &self,
        visitor: &Visitor,
        lang: Lang,
        slug: &Slug,
        form: &ReportForm,
    ) -> Result<ReportAnswer, AppError> {
        let record = self.common.directory.public(slug).await?;
        let report = match form.validate() {
            Ok(report) => report,
            Err(errors) => return Ok(ReportAnswer::Refused(errors)),
        };
        let now = self.common.clock.now();
        let checked = self.limits.check(now, visitor.network, &record.id.0);
        checked.map_err(|wait| AppError::TooMany { retry_after: wait.0 })?;
        let id = ReportId::new(&*self.common.entropy);
        let sealed = report
            .email
            .map(|email| self.common.contact.seal(&*self.common.entropy, id.bytes(), email.as_str().as_bytes()));
        let new = New {
            id,
            campaign: record.id,
            kind: report.kind,
            text: report.text,
            locale: lang.code(),
            contact: sealed,
            day: day_of(now),
        };
        let added = self.common.writer.job(move |tx| Box::pin(async move { store::add(&mut tx.link(), &new).await }));
        added.await.map(|()| ReportAnswer::Accepted).map_err(|error| internal(&error))
    }

    async fn list(&self, visitor: &Visitor, lang: Lang, closed: bool, page: u32) -> Result<ReportList, AppError> {
        self.moderator(visitor).await?;
        let window = crate::moderation::window(page, PAGE);
        let read = async {
            let mut conn = self.common.db.read().await?;
            store::list(&mut conn.link(), closed, window).await
        };
        let rows = read.await.map_err(|error: StoreError| internal(&error))?;
        let mut reports = Vec::new();
        for row in rows.iter().take(PAGE) {
            reports.push(self.open(lang, row).await?);
        }
        Ok(ReportList { reports, more: rows.len() > PAGE })
    }

    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<ReportPage, AppError> {
        self.moderator(visitor).await?;
        let (_, row) = self.find(id).await?;
        let report = self.open(lang, &row).await?;
        let (wants_answer, hidden) = (row.contact.is_some(), row.state == "hidden");
        Ok(ReportPage { report, text: row.text, lang: row.locale, wants_answer, hidden })
    }

    async fn close(&self, visitor: &Visitor, id: &str, outcome: Outcome) -> Result<CloseAnswer, AppError> {
        let by = self.moderator(visitor).await?.account;
        let (id, row) = self.find(id).await?;
        // Whoever asked for an answer must not be told what is not so.
        if outcome == Outcome::Hidden && row.state != "hidden" {
            return Ok(CloseAnswer::NotHidden);
        }
        let now = self.common.clock.now();
        let answer = self.answer(id, &row, outcome).await.map_err(|error| internal(&error))?;
        let entry = Entry::new(&*self.common.entropy, now, Some(by), Action::ReportClosed, row.slug, outcome.code());
        let closed = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if store::close(&mut link, id, outcome, day_of(now)).await? {
                    audit::add(&mut link, &entry).await?;
                    outbox::insert(&mut link, now, &answer).await?;
                }
                Ok(())
            })
        });
        closed.await.map_err(|error| internal(&error))?;
        self.common.mail.wake();
        Ok(CloseAnswer::Done)
    }
}
