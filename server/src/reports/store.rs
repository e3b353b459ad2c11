//! Reports as they are stored. Of when one came only the day is known.

use crate::store::writer::Writer;
use crate::store::{CampaignId, Link, ReportId, Result, StoreError, each_db};
use app::reports::{Outcome, ReportKind};

/// Days that a report is kept once it is closed.
const KEPT: i64 = 30;
/// Reports on one campaign that can wait.
const MOST: i64 = 200;

crate::store::statements! {
    WAIT_ON = "SELECT COUNT(*) FROM reports WHERE campaign_id = $1 AND outcome IS NULL";
    ADD_REPORT = "INSERT INTO reports (id, campaign_id, kind, text, locale, contact, created_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    REPORTS_WAIT = "SELECT r.id, c.slug, c.state, r.kind, r.text, r.locale, r.contact, r.created_day, r.outcome
        FROM reports r JOIN campaigns c ON c.id = r.campaign_id
        WHERE r.outcome IS NULL ORDER BY r.created_day, r.id LIMIT $1 OFFSET $2";
    REPORTS_CLOSED = "SELECT r.id, c.slug, c.state, r.kind, r.text, r.locale, r.contact, r.created_day, r.outcome
        FROM reports r JOIN campaigns c ON c.id = r.campaign_id
        WHERE r.closed_day IS NOT NULL ORDER BY r.closed_day DESC, r.id LIMIT $1 OFFSET $2";
    ONE_REPORT = "SELECT r.id, c.slug, c.state, r.kind, r.text, r.locale, r.contact, r.created_day, r.outcome
        FROM reports r JOIN campaigns c ON c.id = r.campaign_id WHERE r.id = $1";
    HOW_MANY_REPORTS = "SELECT COUNT(*) FROM reports WHERE outcome IS NULL";
    CLOSE_REPORT = "UPDATE reports SET outcome = $2, closed_day = $3, contact = NULL WHERE id = $1 AND outcome IS NULL";
    OLD_REPORTS = "DELETE FROM reports WHERE closed_day IS NOT NULL AND closed_day <= $1";
}

/// A report with the address and the state of its campaign.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Vec<u8>,
    pub(super) slug: String,
    pub(super) state: String,
    kind: String,
    pub(super) text: String,
    pub(super) locale: String,
    /// Where to answer, encrypted.
    pub(super) contact: Option<Vec<u8>>,
    /// UTC day since 1970.
    pub(super) created_day: i64,
    outcome: Option<String>,
}

impl Row {
    pub(super) fn id(&self) -> Result<ReportId> {
        ReportId::read(&self.id)
    }

    pub(super) fn kind(&self) -> Result<ReportKind> {
        ReportKind::parse(&self.kind).ok_or(StoreError::Corrupt("report"))
    }

    pub(super) fn outcome(&self) -> Result<Option<Outcome>> {
        let read = |code: &str| Outcome::parse(code).ok_or(StoreError::Corrupt("report"));
        self.outcome.as_deref().map(read).transpose()
    }
}

/// A new report.
pub(super) struct New {
    pub(super) id: ReportId,
    pub(super) campaign: CampaignId,
    pub(super) kind: ReportKind,
    pub(super) text: String,
    pub(super) locale: &'static str,
    pub(super) contact: Option<Vec<u8>>,
    pub(super) day: i64,
}

/// Adds a report, unless so many on its campaign wait that more would tell nothing new.
pub(super) async fn add(link: &mut Link<'_>, new: &New) -> Result<()> {
    let waiting: i64 = each_db!(&mut *link, c =>
        sqlx::query_scalar(WAIT_ON).bind(new.campaign.bytes()).fetch_one(&mut **c).await)?;
    if waiting >= MOST {
        return Ok(());
    }
    each_db!(link, c => sqlx::query(ADD_REPORT)
        .bind(new.id.bytes())
        .bind(new.campaign.bytes())
        .bind(new.kind.code())
        .bind(&new.text)
        .bind(new.locale)
        .bind(&new.contact)
        .bind(new.day)
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Reports that wait, the oldest first, or closed ones, those that were closed last first.
pub(super) async fn list(link: &mut Link<'_>, closed: bool, (limit, offset): (i64, i64)) -> Result<Vec<Row>> {
    let sql = if closed { REPORTS_CLOSED } else { REPORTS_WAIT };
    Ok(each_db!(link, c => sqlx::query_as(sql).bind(limit).bind(offset).fetch_all(&mut **c).await)?)
}

pub(super) async fn find(link: &mut Link<'_>, id: ReportId) -> Result<Option<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(ONE_REPORT).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// How many wait.
pub(crate) async fn how_many(link: &mut Link<'_>) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(HOW_MANY_REPORTS).fetch_one(&mut **c).await)?)
}

/// Closes a report and forgets where to answer. Whether it was open.
pub(super) async fn close(link: &mut Link<'_>, id: ReportId, outcome: Outcome, day: i64) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(CLOSE_REPORT)
        .bind(id.bytes())
        .bind(outcome.code())
        .bind(day)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Drops reports that were closed thirty days before `today` (UTC day since 1970).
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, today: i64) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                let before = today - KEPT;
                each_db!(tx.link(), c => sqlx::query(OLD_REPORTS).bind(before).execute(c).await.map(drop))?;
                Ok(())
            })
        })
        .await
}
