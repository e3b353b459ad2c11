//! Campaigns that one team would hand over to another.

use super::invitations::oldest;
use crate::store::{AccountId, CampaignId, Link, Result, TeamId, each_db};
use jiff::Timestamp;

crate::store::statements! {
    /// Whether a team has a draft or a campaign of this id.
    OWNS_CAMPAIGN = "SELECT (SELECT COUNT(*) FROM drafts d WHERE d.id = $1 AND d.team_id = $2)
        + (SELECT COUNT(*) FROM campaigns c WHERE c.id = $1 AND c.team_id = $2)";
    DRAFT_STATE = "SELECT state FROM drafts WHERE id = $1 AND team_id = $2";
    COUNT_DRAFTS_OF_TEAM = "SELECT COUNT(*) FROM drafts WHERE team_id = $1";
    DROP_OLD_OFFER = "DELETE FROM campaign_offers WHERE campaign_id = $1 AND (created_at <= $2 OR team_id <> $3)";
    ADD_OFFER = "INSERT INTO campaign_offers (campaign_id, team_id, digest, address, created_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (campaign_id) DO NOTHING";
    TAKE_OFFER_BACK = "DELETE FROM campaign_offers WHERE campaign_id = $1 AND team_id = $2";
    OFFERS_OF_TEAM = "SELECT campaign_id, address, created_at FROM campaign_offers WHERE team_id = $1 AND created_at > $2
        ORDER BY created_at, campaign_id";
    OFFERS_FOR = "SELECT o.campaign_id, o.team_id, t.name, o.created_at FROM campaign_offers o
        JOIN accounts a ON a.digest = o.digest
        JOIN teams t ON t.id = o.team_id
        WHERE a.id = $1 AND o.created_at > $2 ORDER BY o.created_at, o.campaign_id";
    OFFER_FOR = "SELECT o.team_id FROM campaign_offers o JOIN accounts a ON a.digest = o.digest
        WHERE o.campaign_id = $1 AND a.id = $2 AND o.created_at > $3";
    END_OFFER = "DELETE FROM campaign_offers WHERE campaign_id = $1";
    SLUG_OF_CAMPAIGN = "SELECT slug FROM campaigns WHERE id = $1";
    /// Another team makes a key of its own: it cannot know who else has this one.
    MOVE_DRAFT = "UPDATE drafts SET team_id = $3, public_key = CASE WHEN team_id = $3 THEN public_key END,
        key_copy = CASE WHEN team_id = $3 THEN key_copy END, keyed_at = CASE WHEN team_id = $3 THEN keyed_at END
        WHERE id = $1 AND team_id = $2 AND state <> 'submitted'";
    MOVE_CAMPAIGN = "UPDATE campaigns SET team_id = $3 WHERE id = $1 AND team_id = $2";
}

/// Whether this campaign, or draft, is the team's.
pub(super) async fn owns(link: &mut Link<'_>, team: TeamId, campaign: CampaignId) -> Result<bool> {
    let n: i64 = each_db!(link, c =>
        sqlx::query_scalar(OWNS_CAMPAIGN).bind(campaign.bytes()).bind(team.bytes()).fetch_one(&mut **c).await)?;
    Ok(n > 0)
}

/// The state of a draft of this team; none of what is public.
pub(super) async fn draft_state(link: &mut Link<'_>, team: TeamId, campaign: CampaignId) -> Result<Option<String>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(DRAFT_STATE).bind(campaign.bytes()).bind(team.bytes()).fetch_optional(&mut **c).await)?)
}

pub(super) async fn drafts(link: &mut Link<'_>, team: TeamId) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(COUNT_DRAFTS_OF_TEAM).bind(team.bytes()).fetch_one(&mut **c).await)?)
}

/// An offer as it is added.
pub(super) struct New {
    pub(super) campaign: CampaignId,
    pub(super) digest: [u8; 32],
    /// The address under the contact key, bound to the campaign's id.
    pub(super) address: Vec<u8>,
}

/// Adds one, unless the campaign is offered already. Whether it was added.
pub(super) async fn add(link: &mut Link<'_>, team: TeamId, new: &New, now: Timestamp) -> Result<bool> {
    each_db!(&mut *link, c => sqlx::query(DROP_OLD_OFFER)
        .bind(new.campaign.bytes())
        .bind(oldest(now))
        .bind(team.bytes())
        .execute(&mut **c).await.map(drop))?;
    let added = each_db!(link, c => sqlx::query(ADD_OFFER)
        .bind(new.campaign.bytes())
        .bind(team.bytes())
        .bind(&new.digest[..])
        .bind(&new.address)
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(added == 1)
}

/// Takes one back. Whether it was there.
pub(super) async fn take_back(link: &mut Link<'_>, team: TeamId, campaign: CampaignId) -> Result<bool> {
    let gone = each_db!(link, c => sqlx::query(TAKE_OFFER_BACK)
        .bind(campaign.bytes())
        .bind(team.bytes())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(gone == 1)
}

/// One that a team has made.
pub(super) struct Made {
    pub(super) campaign: CampaignId,
    /// The address under the contact key, bound to the campaign's id.
    pub(super) address: Vec<u8>,
    pub(super) created_at: i64,
}

/// Those of a team.
pub(super) async fn of_team(link: &mut Link<'_>, team: TeamId, now: Timestamp) -> Result<Vec<Made>> {
    let rows: Vec<(Vec<u8>, Vec<u8>, i64)> = each_db!(link, c =>
        sqlx::query_as(OFFERS_OF_TEAM).bind(team.bytes()).bind(oldest(now)).fetch_all(&mut **c).await)?;
    let read = |(campaign, address, created_at): (Vec<u8>, _, _)| {
        Ok(Made { campaign: CampaignId::read(&campaign)?, address, created_at })
    };
    rows.into_iter().map(read).collect()
}

/// One that was made to an account.
pub(super) struct Received {
    pub(super) campaign: CampaignId,
    /// The team that has the campaign.
    pub(super) from: TeamId,
    /// Its name.
    pub(super) name: String,
    pub(super) created_at: i64,
}

/// Those to the address of this account.
pub(super) async fn for_account(link: &mut Link<'_>, account: AccountId, now: Timestamp) -> Result<Vec<Received>> {
    let rows: Vec<(Vec<u8>, Vec<u8>, String, i64)> = each_db!(link, c =>
        sqlx::query_as(OFFERS_FOR).bind(account.bytes()).bind(oldest(now)).fetch_all(&mut **c).await)?;
    let read = |(campaign, from, name, created_at): (Vec<u8>, Vec<u8>, _, _)| {
        Ok(Received { campaign: CampaignId::read(&campaign)?, from: TeamId::read(&from)?, name, created_at })
    };
    rows.into_iter().map(read).collect()
}

/// The team that offers this campaign to this account.
pub(super) async fn find(
    link: &mut Link<'_>,
    campaign: CampaignId,
    account: AccountId,
    now: Timestamp,
) -> Result<Option<TeamId>> {
    let row: Option<Vec<u8>> = each_db!(link, c => sqlx::query_scalar(OFFER_FOR)
        .bind(campaign.bytes())
        .bind(account.bytes())
        .bind(oldest(now))
        .fetch_optional(&mut **c).await)?;
    row.map(|team| TeamId::read(&team)).transpose()
}

/// Ends an offer. Whether it was there.
pub(super) async fn end(link: &mut Link<'_>, campaign: CampaignId) -> Result<bool> {
    let gone = each_db!(link, c =>
        sqlx::query(END_OFFER).bind(campaign.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(gone == 1)
}

/// Gives a draft or a campaign to another team. Whether it was where it was thought to be.
pub(super) async fn move_to(link: &mut Link<'_>, campaign: CampaignId, from: TeamId, to: TeamId) -> Result<bool> {
    let mut moved = 0;
    for sql in [MOVE_DRAFT, MOVE_CAMPAIGN] {
        moved += each_db!(&mut *link, c => sqlx::query(sql)
            .bind(campaign.bytes())
            .bind(from.bytes())
            .bind(to.bytes())
            .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    }
    // What is public may have a draft besides.
    Ok(moved >= 1)
}

/// How the log names a campaign: by its address, or by its id while it has none.
pub(super) async fn name(link: &mut Link<'_>, campaign: CampaignId) -> Result<String> {
    let slug: Option<String> = each_db!(link, c =>
        sqlx::query_scalar(SLUG_OF_CAMPAIGN).bind(campaign.bytes()).fetch_optional(&mut **c).await)?;
    Ok(slug.unwrap_or_else(|| campaign.hex()))
}
