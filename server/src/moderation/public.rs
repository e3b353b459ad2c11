//! Campaigns that are public, or were until they were hidden.

use super::{catalogue, unread};
use crate::audit::{self, Entry};
use crate::signatures::outbox::{self, Queued};
use crate::store::{CampaignId, Link, Result, TeamId, each_db};
use app::moderation::CampaignFilter;
use jiff::Timestamp;

/// Words of a query that are looked for.
const WORDS: usize = 4;

crate::store::statements! {
    FIND_CAMPAIGNS = "SELECT c.slug, c.state, t.title, t.locale
        FROM campaigns c
        JOIN revisions r ON r.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = r.id AND t.locale = r.default_locale
        WHERE (c.state IN ('hidden', 'rejected') OR ($1 = 0 AND c.state IN ('published', 'closed', 'archived')))
        AND c.search LIKE $2 AND c.search LIKE $3 AND c.search LIKE $4 AND c.search LIKE $5
        ORDER BY c.published_at DESC, c.id LIMIT $6 OFFSET $7";
    TEAM_AND_LOCALE = "SELECT c.team_id, r.default_locale FROM campaigns c JOIN revisions r ON r.id = c.revision_id WHERE c.id = $1";
    KEEP_STATE = "INSERT INTO hidden_campaigns (campaign_id, was)
        SELECT id, state FROM campaigns WHERE id = $1 AND state IN ('published', 'closed', 'archived')
        ON CONFLICT (campaign_id) DO NOTHING";
    HIDE = "UPDATE campaigns SET state = 'hidden' WHERE id = $1 AND state IN ('published', 'closed', 'archived')";
    REFUSE = "UPDATE campaigns SET state = 'rejected' WHERE id = $1 AND state IN ('published', 'closed', 'archived')
        AND EXISTS (SELECT 1 FROM unread_campaigns u WHERE u.campaign_id = campaigns.id)";
    SHOW = "UPDATE campaigns SET state =
        COALESCE((SELECT h.was FROM hidden_campaigns h WHERE h.campaign_id = campaigns.id), 'published')
        WHERE id = $1 AND state = 'hidden'";
    FORGET_STATE = "DELETE FROM hidden_campaigns WHERE campaign_id = $1";
}

/// A campaign in a list.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) slug: String,
    pub(super) state: String,
    pub(super) title: String,
    /// The language of the title.
    pub(super) locale: String,
}

/// Campaigns whose texts have all of these words (folded), the newest first.
pub(super) async fn find(
    link: &mut Link<'_>,
    words: &[String],
    filter: &CampaignFilter,
    (limit, offset): (i64, i64),
) -> Result<Vec<Row>> {
    let mut patterns = words.iter().take(WORDS).map(|word| format!("%{word}%")).collect::<Vec<_>>();
    patterns.resize(WORDS, "%".to_owned());
    each_db!(link, c => {
        let mut query = sqlx::query_as(FIND_CAMPAIGNS).bind(i64::from(filter.hidden));
        for pattern in patterns {
            query = query.bind(pattern);
        }
        Ok(query.bind(limit).bind(offset).fetch_all(&mut **c).await?)
    })
}

/// The team of a campaign, and the language in which it is written to.
pub(super) async fn team(link: &mut Link<'_>, campaign: CampaignId) -> Result<Option<(TeamId, String)>> {
    let row: Option<(Vec<u8>, String)> =
        each_db!(link, c => sqlx::query_as(TEAM_AND_LOCALE).bind(campaign.bytes()).fetch_optional(&mut **c).await)?;
    row.map(|(team, locale)| Ok((TeamId::read(&team)?, locale))).transpose()
}

/// Hides a campaign for these reasons. Whether it was public.
pub(super) async fn hide(
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    grounds: &[String],
    (entry, mails): (&Entry, &[Queued]),
) -> Result<bool> {
    for sql in [FORGET_STATE, KEEP_STATE] {
        each_db!(&mut *link, c => sqlx::query(sql).bind(campaign.bytes()).execute(&mut **c).await.map(drop))?;
    }
    take_away(link, now, HIDE, campaign, grounds, (entry, mails)).await
}

/// Refuses for these reasons a campaign that became public before anybody had read it. Whether it was one.
pub(super) async fn refuse(
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    grounds: &[String],
    (entry, mails): (&Entry, &[Queued]),
) -> Result<bool> {
    take_away(link, now, REFUSE, campaign, grounds, (entry, mails)).await
}

/// Takes a campaign from the public by this statement, for these reasons. Whether it changed anything.
async fn take_away(
    link: &mut Link<'_>,
    now: Timestamp,
    sql: &'static str,
    campaign: CampaignId,
    grounds: &[String],
    (entry, mails): (&Entry, &[Queued]),
) -> Result<bool> {
    let taken = each_db!(&mut *link, c =>
        sqlx::query(sql).bind(campaign.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if taken == 1 {
        unread::read(link, campaign).await?;
        catalogue::set_of(link, campaign, grounds).await?;
        audit::add(link, entry).await?;
        outbox::insert(link, now, mails).await?;
    }
    Ok(taken == 1)
}

/// Lets a campaign stay public that nobody had read before. Whether it was one.
pub(super) async fn approve(link: &mut Link<'_>, campaign: CampaignId, entry: &Entry) -> Result<bool> {
    let read = unread::read(link, campaign).await?;
    if read {
        audit::add(link, entry).await?;
    }
    Ok(read)
}

/// Shows a hidden campaign again. Whether it was hidden.
pub(super) async fn show(
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    (entry, mails): (&Entry, &[Queued]),
) -> Result<bool> {
    let shown = each_db!(&mut *link, c =>
        sqlx::query(SHOW).bind(campaign.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if shown == 1 {
        each_db!(&mut *link, c =>
            sqlx::query(FORGET_STATE).bind(campaign.bytes()).execute(&mut **c).await.map(drop))?;
        catalogue::set_of(link, campaign, &[]).await?;
        audit::add(link, entry).await?;
        outbox::insert(link, now, mails).await?;
    }
    Ok(shown == 1)
}
