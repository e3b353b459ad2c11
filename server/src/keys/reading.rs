//! What key holders may read of a campaign's signers, as a moderator decides it.

use crate::audit::{self, Entry};
use crate::moderation;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, TeamId, each_db};
use app::campaigns::Reading;
use app::keys::ReadingProblem;

crate::store::statements! {
    TEAM_AND_READING = "SELECT team_id, reading FROM campaigns WHERE id = $1";
    KEYS_OF = "SELECT COUNT(*) FROM campaign_keys WHERE campaign_id = $1";
    SET_READING = "UPDATE campaigns SET reading = $2 WHERE id = $1 AND reading = $3";
}

/// What stands in the way of a moderator.
pub(super) struct Now {
    pub(super) has_key: bool,
    pub(super) own: bool,
    reading: String,
}

/// How things stand.
pub(super) async fn now(link: &mut Link<'_>, campaign: CampaignId, by: AccountId) -> Result<Now> {
    let (team, reading): (Vec<u8>, String) =
        each_db!(&mut *link, c => sqlx::query_as(TEAM_AND_READING).bind(campaign.bytes()).fetch_one(&mut **c).await)?;
    let keys: i64 =
        each_db!(&mut *link, c => sqlx::query_scalar(KEYS_OF).bind(campaign.bytes()).fetch_one(&mut **c).await)?;
    let own = moderation::is_own(link, TeamId::read(&team)?, by).await?;
    Ok(Now { has_key: keys > 0, own, reading })
}

/// Sets what may be read from now on, and tells the log; `entry` makes its entry from the words for the change.
pub(super) async fn set(
    link: &mut Link<'_>,
    campaign: CampaignId,
    by: AccountId,
    reading: Reading,
    entry: impl FnOnce(String) -> Entry,
) -> Result<std::result::Result<(), ReadingProblem>> {
    let now = now(link, campaign, by).await?;
    if now.own {
        return Ok(Err(ReadingProblem::OwnTeam));
    }
    if !now.has_key && reading != Reading::None {
        return Ok(Err(ReadingProblem::NoKey));
    }
    if now.reading == reading.code() {
        return Ok(Ok(()));
    }
    let changed = each_db!(&mut *link, c => sqlx::query(SET_READING)
        .bind(campaign.bytes())
        .bind(reading.code())
        .bind(&now.reading)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed != 1 {
        return Err(StoreError::Raced);
    }
    audit::add(link, &entry(format!("{} -> {}", now.reading, reading.code()))).await?;
    Ok(Ok(()))
}
