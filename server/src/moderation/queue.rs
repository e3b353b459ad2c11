//! Campaigns that wait, by how long.

use crate::clock::ago;
use crate::config::Review as Settings;
use crate::store::{CampaignId, Link, Result, each_db};
use app::i18n::Lang;
use app::moderation::AgeBand;
use jiff::Timestamp;

crate::store::statements! {
    QUEUE = "SELECT d.id, d.form, d.submitted_at, a.id AS taken_by, a.contact,
        (SELECT COUNT(*) FROM campaigns c WHERE c.id = d.id) AS public
        FROM drafts d
        LEFT JOIN review_locks l ON l.campaign_id = d.id AND l.until > $6
        LEFT JOIN accounts a ON a.id = l.account_id
        WHERE d.state = 'submitted' AND d.submitted_at > $1 AND d.submitted_at <= $2 AND d.form LIKE $3
        ORDER BY d.submitted_at, d.id LIMIT $4 OFFSET $5";
    HOW_MANY = "SELECT COUNT(*) FROM drafts WHERE state = 'submitted' AND submitted_at > $1 AND submitted_at <= $2";
    BEFORE = "SELECT id FROM drafts
        WHERE state = 'submitted' AND (submitted_at < $1 OR (submitted_at = $1 AND id < $2))
        ORDER BY submitted_at DESC, id DESC LIMIT 1";
    AFTER = "SELECT id FROM drafts
        WHERE state = 'submitted' AND (submitted_at > $1 OR (submitted_at = $1 AND id > $2))
        ORDER BY submitted_at, id LIMIT 1";
}

/// A campaign that waits.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Vec<u8>,
    pub(super) form: String,
    pub(super) submitted_at: i64,
    /// The moderator who is at it.
    pub(super) taken_by: Option<Vec<u8>>,
    /// Their address, encrypted.
    pub(super) contact: Option<Vec<u8>>,
    /// 1 if its campaign is public already.
    pub(super) public: i64,
}

/// Microseconds after which, and until which, what is in a band was submitted.
pub(super) fn bounds(now: Timestamp, settings: Settings, band: Option<AgeBand>) -> (i64, i64) {
    let before = |days: u32| ago(now, i64::from(days) * 24 * 60);
    let (due, overdue) = (before(settings.due_days), before(settings.overdue_days));
    match band {
        None => (i64::MIN, i64::MAX),
        Some(AgeBand::New) => (due, i64::MAX),
        Some(AgeBand::Due) => (overdue, due),
        Some(AgeBand::Overdue) => (i64::MIN, overdue),
    }
}

/// The band of what was submitted then, and whole days since.
pub(crate) fn age(now: Timestamp, settings: Settings, submitted_at: i64) -> (AgeBand, i64) {
    let band = AgeBand::ALL.into_iter().find(|band| {
        let (after, until) = bounds(now, settings, Some(*band));
        submitted_at > after && submitted_at <= until
    });
    let days = (now.as_microsecond() - submitted_at).max(0) / 86_400_000_000;
    (band.unwrap_or(AgeBand::Overdue), days)
}

/// What waits, the oldest first.
pub(super) async fn list(
    link: &mut Link<'_>,
    now: Timestamp,
    settings: Settings,
    (band, locale): (Option<AgeBand>, Option<Lang>),
    (limit, offset): (i64, i64),
) -> Result<Vec<Row>> {
    let (after, until) = bounds(now, settings, band);
    // Quotes within a text are escaped in JSON, so this stands nowhere but where the language is.
    let written = locale.map_or("%".to_owned(), |lang| format!("%\"locale\":\"{}\"%", lang.code()));
    Ok(each_db!(link, c => sqlx::query_as(QUEUE)
        .bind(after)
        .bind(until)
        .bind(&written)
        .bind(limit)
        .bind(offset)
        .bind(now.as_microsecond())
        .fetch_all(&mut **c).await)?)
}

/// How many wait, in the order of the bands.
pub(super) async fn how_many(link: &mut Link<'_>, now: Timestamp, settings: Settings) -> Result<[i64; 3]> {
    let mut counts = [0; 3];
    for (band, count) in AgeBand::ALL.into_iter().zip(&mut counts) {
        let (after, until) = bounds(now, settings, Some(band));
        *count = each_db!(&mut *link, c =>
            sqlx::query_scalar(HOW_MANY).bind(after).bind(until).fetch_one(&mut **c).await)?;
    }
    Ok(counts)
}

/// The campaigns before and after one in the queue.
pub(super) async fn neighbours(
    link: &mut Link<'_>,
    campaign: CampaignId,
    submitted: Timestamp,
) -> Result<[Option<CampaignId>; 2]> {
    let mut found = [None; 2];
    for (sql, neighbour) in [BEFORE, AFTER].into_iter().zip(&mut found) {
        let id: Option<Vec<u8>> = each_db!(&mut *link, c => sqlx::query_scalar(sql)
            .bind(submitted.as_microsecond())
            .bind(campaign.bytes())
            .fetch_optional(&mut **c).await)?;
        *neighbour = id.map(|id| CampaignId::read(&id)).transpose()?;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_grows_due_and_overdue_by_whole_days() {
        let now: Timestamp = "2026-03-10T12:00:00Z".parse().unwrap();
        let settings = Settings { due_days: 3, overdue_days: 7, supporters: 0 };
        let age = |text: &str| age(now, settings, text.parse::<Timestamp>().unwrap().as_microsecond());
        assert_eq!(age("2026-03-10T11:59:59Z"), (AgeBand::New, 0));
        assert_eq!(age("2026-03-07T12:00:01Z"), (AgeBand::New, 2));
        assert_eq!(age("2026-03-07T12:00:00Z"), (AgeBand::Due, 3));
        assert_eq!(age("2026-03-03T12:00:01Z"), (AgeBand::Due, 6));
        assert_eq!(age("2026-03-03T12:00:00Z"), (AgeBand::Overdue, 7));
        assert_eq!(age("2026-03-10T12:00:05Z"), (AgeBand::New, 0), "another server's clock may be ahead");
    }
}
