//! Campaigns that became public before a moderator had read them.

use super::queue::bounds;
use crate::config::Review as Settings;
use crate::store::{CampaignId, Link, Result, each_db};
use app::moderation::AgeBand;
use jiff::Timestamp;

/// Campaigns that are listed; others come up as these are decided on.
const MOST: i64 = 50;

crate::store::statements! {
    ADD_UNREAD = "INSERT INTO unread_campaigns (campaign_id, since) VALUES ($1, $2)";
    UNREAD = "SELECT u.since, c.slug, t.title, t.locale
        FROM unread_campaigns u
        JOIN campaigns c ON c.id = u.campaign_id
        JOIN revisions r ON r.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = r.id AND t.locale = r.default_locale
        ORDER BY u.since, u.campaign_id LIMIT $1";
    UNREAD_SINCE = "SELECT since FROM unread_campaigns WHERE campaign_id = $1";
    HOW_MANY_UNREAD = "SELECT COUNT(*) FROM unread_campaigns WHERE since > $1 AND since <= $2";
    READ = "DELETE FROM unread_campaigns WHERE campaign_id = $1";
}

/// One of them.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    /// Microseconds.
    pub(super) since: i64,
    pub(super) slug: String,
    pub(super) title: String,
    /// The language of the title.
    pub(super) locale: String,
}

/// Lets a campaign wait that has just become public.
pub(crate) async fn add(link: &mut Link<'_>, campaign: CampaignId, now: Timestamp) -> Result<()> {
    each_db!(link, c => sqlx::query(ADD_UNREAD)
        .bind(campaign.bytes())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Those that wait, the oldest first.
pub(super) async fn list(link: &mut Link<'_>) -> Result<Vec<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(UNREAD).bind(MOST).fetch_all(&mut **c).await)?)
}

/// How many wait, in the order of the bands.
pub(super) async fn how_many(link: &mut Link<'_>, now: Timestamp, settings: Settings) -> Result<[i64; 3]> {
    let mut counts = [0; 3];
    for (band, count) in AgeBand::ALL.into_iter().zip(&mut counts) {
        let (after, until) = bounds(now, settings, Some(band));
        *count = each_db!(&mut *link, c =>
            sqlx::query_scalar(HOW_MANY_UNREAD).bind(after).bind(until).fetch_one(&mut **c).await)?;
    }
    Ok(counts)
}

/// Since when (microseconds) a campaign waits; `None` if a moderator has read it.
pub(crate) async fn since(link: &mut Link<'_>, campaign: CampaignId) -> Result<Option<i64>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(UNREAD_SINCE).bind(campaign.bytes()).fetch_optional(&mut **c).await)?)
}

/// It was read. Whether it had not been.
pub(super) async fn read(link: &mut Link<'_>, campaign: CampaignId) -> Result<bool> {
    let gone = each_db!(link, c =>
        sqlx::query(READ).bind(campaign.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(gone == 1)
}
