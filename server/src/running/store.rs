//! Public campaigns as those who run them change them, and answers as they are stored.

use crate::store::{CampaignId, Link, ReplyId, Result, each_db};

crate::store::statements! {
    FIND = "SELECT c.state, c.closes_at, CAST(CASE WHEN c.digest_key IS NULL THEN 0 ELSE 1 END AS BIGINT) AS has_key
        FROM campaigns c WHERE c.id = $1 AND c.state IN ('published', 'closed', 'archived')";
    SET_CLOSING = "UPDATE campaigns SET closes_at = $2, state = 'published'
        WHERE id = $1 AND state IN ('published', 'closed', 'archived') AND digest_key IS NOT NULL";
    CLOSE = "UPDATE campaigns SET closes_at = $2 WHERE id = $1 AND state = 'published' AND (closes_at IS NULL OR closes_at > $2)";
    ARCHIVE = "UPDATE campaigns SET state = 'archived' WHERE id = $1 AND state IN ('published', 'closed') AND closes_at <= $2";
    SHOW_AGAIN = "UPDATE campaigns SET state = 'published' WHERE id = $1 AND state = 'archived'";
    MILESTONES = "SELECT n, day FROM milestones WHERE campaign_id = $1 ORDER BY n DESC";
    GOAL_DAY = "SELECT day FROM milestones WHERE campaign_id = $1 AND n = $2";
    REPLIES = "SELECT state, answered_by, text, day, link, remark FROM replies WHERE campaign_id = $1";
    SHOWN = "SELECT answered_by, html, day, link, locale FROM replies WHERE campaign_id = $1 AND state = 'shown'";
    WAITING = "SELECT r.id, c.slug, t.title, r.answered_by, r.html, r.day, r.link, r.locale
        FROM replies r JOIN campaigns c ON c.id = r.campaign_id JOIN revisions v ON v.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = v.id AND t.locale = v.default_locale
        WHERE r.state = 'waiting' AND r.remark IS NULL ORDER BY r.created_at, r.id LIMIT 100";
    REPLIES_WAIT = "SELECT COUNT(*) FROM replies WHERE state = 'waiting' AND remark IS NULL";
    ADD_REPLY = "INSERT INTO replies (id, campaign_id, state, answered_by, text, html, day, link, locale, created_at)
        VALUES ($1, $2, 'waiting', $3, $4, $5, $6, $7, $8, $9)";
    DELETE_WAITING = "DELETE FROM replies WHERE campaign_id = $1 AND state = 'waiting'";
    DELETE_REPLIES = "DELETE FROM replies WHERE campaign_id = $1";
    CAMPAIGN_OF = "SELECT r.campaign_id, c.slug FROM replies r JOIN campaigns c ON c.id = r.campaign_id
        WHERE r.id = $1 AND r.state = 'waiting' AND r.remark IS NULL";
    DELETE_SHOWN = "DELETE FROM replies WHERE campaign_id = $1 AND state = 'shown'";
    SHOW = "UPDATE replies SET state = 'shown' WHERE id = $1 AND state = 'waiting' AND remark IS NULL";
    SEND_BACK = "UPDATE replies SET remark = $2 WHERE id = $1 AND state = 'waiting' AND remark IS NULL";
}

/// A campaign as its page for those who run it needs it.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    /// `published`, `closed` or `archived`.
    pub(super) state: String,
    pub(super) closes_at: Option<i64>,
    /// Whether the key of its digests is still there.
    pub(super) has_key: i64,
}

/// An answer.
#[derive(sqlx::FromRow)]
pub(super) struct ReplyRow {
    pub(super) state: String,
    pub(super) answered_by: String,
    pub(super) text: String,
    pub(super) day: String,
    pub(super) link: Option<String>,
    pub(super) remark: Option<String>,
}

/// An answer that waits for a moderator.
#[derive(sqlx::FromRow)]
pub(super) struct WaitingRow {
    pub(super) id: Vec<u8>,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) answered_by: String,
    pub(super) html: String,
    pub(super) day: String,
    pub(super) link: Option<String>,
    pub(super) locale: String,
}

/// An answer as the public reads it.
#[derive(sqlx::FromRow)]
pub(crate) struct PublicReply {
    /// Who has answered.
    pub(crate) answered_by: String,
    /// Sanitised HTML.
    pub(crate) html: String,
    /// ISO 8601.
    pub(crate) day: String,
    /// Where it is to be read.
    pub(crate) link: Option<String>,
    /// BCP 47 code.
    pub(crate) locale: String,
}

/// An answer that is to be stored.
pub(super) struct NewReply {
    pub(super) id: ReplyId,
    pub(super) answered_by: String,
    pub(super) text: String,
    pub(super) html: String,
    pub(super) day: String,
    pub(super) link: Option<String>,
    pub(super) locale: String,
    pub(super) now: i64,
}

/// A public campaign as it stands.
pub(super) async fn find(link: &mut Link<'_>, id: CampaignId) -> Result<Option<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(FIND).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// Sets the end, which opens what is closed, unless its digests have lost their key. Whether that was so.
pub(super) async fn set_closing(link: &mut Link<'_>, id: CampaignId, closes: Option<i64>) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(SET_CLOSING).bind(id.bytes()).bind(closes).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Closes what is open. Whether it was.
pub(super) async fn close(link: &mut Link<'_>, id: CampaignId, now: i64) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(CLOSE).bind(id.bytes()).bind(now).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Archives what is closed. Whether it was.
pub(super) async fn archive(link: &mut Link<'_>, id: CampaignId, now: i64) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(ARCHIVE).bind(id.bytes()).bind(now).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Puts what is archived back into the list. Whether it was.
pub(super) async fn show_again(link: &mut Link<'_>, id: CampaignId) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(SHOW_AGAIN).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Numbers that were reached with their days, the greatest first.
pub(crate) async fn milestones(link: &mut Link<'_>, id: CampaignId) -> Result<Vec<(i64, i64)>> {
    Ok(each_db!(link, c => sqlx::query_as(MILESTONES).bind(id.bytes()).fetch_all(&mut **c).await)?)
}

/// The answers of a campaign: one that waits, one that is shown.
pub(super) async fn replies(link: &mut Link<'_>, id: CampaignId) -> Result<Vec<ReplyRow>> {
    Ok(each_db!(link, c => sqlx::query_as(REPLIES).bind(id.bytes()).fetch_all(&mut **c).await)?)
}

/// What the public reads of a campaign's answer, and the day (since 1970) on which its goal was reached.
pub(crate) async fn public_reply(
    link: &mut Link<'_>,
    id: CampaignId,
    goal: i64,
) -> Result<(Option<PublicReply>, Option<i64>)> {
    let reply = each_db!(link, c => sqlx::query_as(SHOWN).bind(id.bytes()).fetch_optional(&mut **c).await)?;
    let day =
        each_db!(link, c => sqlx::query_scalar(GOAL_DAY).bind(id.bytes()).bind(goal).fetch_optional(&mut **c).await)?;
    Ok((reply, day))
}

/// How many answers wait for a moderator.
pub(crate) async fn how_many_wait(link: &mut Link<'_>) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(REPLIES_WAIT).fetch_one(&mut **c).await)?)
}

/// Answers that wait for a moderator, the oldest first.
pub(super) async fn waiting(link: &mut Link<'_>) -> Result<Vec<WaitingRow>> {
    Ok(each_db!(link, c => sqlx::query_as(WAITING).fetch_all(&mut **c).await)?)
}

/// Puts an answer in the place of the one that waits.
pub(super) async fn add_reply(link: &mut Link<'_>, campaign: CampaignId, reply: &NewReply) -> Result<()> {
    each_db!(link, c => {
        sqlx::query(DELETE_WAITING).bind(campaign.bytes()).execute(&mut **c).await?;
        sqlx::query(ADD_REPLY)
            .bind(reply.id.bytes())
            .bind(campaign.bytes())
            .bind(&reply.answered_by)
            .bind(&reply.text)
            .bind(&reply.html)
            .bind(&reply.day)
            .bind(&reply.link)
            .bind(&reply.locale)
            .bind(reply.now)
            .execute(&mut **c).await.map(drop)
    })?;
    Ok(())
}

/// Takes all answers of a campaign away.
pub(super) async fn delete_replies(link: &mut Link<'_>, campaign: CampaignId) -> Result<()> {
    each_db!(link, c => sqlx::query(DELETE_REPLIES).bind(campaign.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// The campaign, by id and address, of an answer that still waits.
pub(super) async fn campaign_of(link: &mut Link<'_>, reply: ReplyId) -> Result<Option<(CampaignId, String)>> {
    let row: Option<(Vec<u8>, String)> =
        each_db!(link, c => sqlx::query_as(CAMPAIGN_OF).bind(reply.bytes()).fetch_optional(&mut **c).await)?;
    row.map(|(id, slug)| Ok((CampaignId::read(&id)?, slug))).transpose()
}

/// Shows an answer in the place of the one that was shown. Whether it still waited; without that, the transaction is not to be committed.
pub(super) async fn show(link: &mut Link<'_>, campaign: CampaignId, reply: ReplyId) -> Result<bool> {
    let changed = each_db!(link, c => {
        sqlx::query(DELETE_SHOWN).bind(campaign.bytes()).execute(&mut **c).await?;
        sqlx::query(SHOW).bind(reply.bytes()).execute(&mut **c).await.map(|done| done.rows_affected())
    })?;
    Ok(changed == 1)
}

/// Sends an answer back. Whether it still waited.
pub(super) async fn send_back(link: &mut Link<'_>, reply: ReplyId, remark: &str) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(SEND_BACK).bind(reply.bytes()).bind(remark).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}
