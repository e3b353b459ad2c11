//! Who is at a campaign, and what keeps a moderator from deciding on it.

use crate::clock::ago;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, TeamId, each_db};
use jiff::Timestamp;

/// Minutes for which a campaign is taken.
const MINUTES: i64 = 30;

crate::store::statements! {
    LOCK_OF = "SELECT l.account_id, a.contact, l.until FROM review_locks l JOIN accounts a ON a.id = l.account_id
        WHERE l.campaign_id = $1 AND l.until > $2";
    TAKE = "INSERT INTO review_locks (campaign_id, account_id, until) VALUES ($1, $2, $3)
        ON CONFLICT (campaign_id) DO UPDATE SET account_id = $2, until = $3";
    LEAVE = "DELETE FROM review_locks WHERE campaign_id = $1 AND account_id = $2";
    RELEASE = "DELETE FROM review_locks WHERE campaign_id = $1";
    IS_MEMBER = "SELECT COUNT(*) FROM team_members WHERE team_id = $1 AND account_id = $2";
    MODERATORS = "SELECT COUNT(*) FROM accounts WHERE role IN ('moderator', 'admin')";
}

/// What keeps a moderator from deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Somebody else is at it.
    Held(AccountId),
    /// It is of a team of theirs, and there are others who could decide: four eyes.
    OwnTeam,
    /// Its team has changed it since it was looked at.
    Changed,
}

/// A lock that holds.
#[derive(sqlx::FromRow)]
pub(super) struct Lock {
    account_id: Vec<u8>,
    /// The address of who holds it, encrypted.
    pub(super) contact: Vec<u8>,
    until: i64,
}

impl Lock {
    pub(super) fn account(&self) -> Result<AccountId> {
        AccountId::read(&self.account_id)
    }

    pub(super) fn until(&self) -> Result<Timestamp> {
        Timestamp::from_microsecond(self.until).map_err(|_| StoreError::Corrupt("time"))
    }
}

/// The lock on a campaign.
pub(super) async fn of(link: &mut Link<'_>, now: Timestamp, campaign: CampaignId) -> Result<Option<Lock>> {
    Ok(each_db!(link, c => sqlx::query_as(LOCK_OF)
        .bind(campaign.bytes())
        .bind(now.as_microsecond())
        .fetch_optional(&mut **c).await)?)
}

/// Takes a campaign, from somebody else too.
pub(super) async fn take(link: &mut Link<'_>, now: Timestamp, campaign: CampaignId, by: AccountId) -> Result<()> {
    each_db!(link, c => sqlx::query(TAKE)
        .bind(campaign.bytes())
        .bind(by.bytes())
        .bind(ago(now, -MINUTES))
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Leaves a campaign, if it is one's own.
pub(super) async fn leave(link: &mut Link<'_>, campaign: CampaignId, by: AccountId) -> Result<()> {
    each_db!(link, c =>
        sqlx::query(LEAVE).bind(campaign.bytes()).bind(by.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Drops the lock on a campaign that was decided on.
pub(crate) async fn release(link: &mut Link<'_>, campaign: CampaignId) -> Result<()> {
    each_db!(link, c => sqlx::query(RELEASE).bind(campaign.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Whether a campaign of this team is for others to decide on.
pub(crate) async fn is_own(link: &mut Link<'_>, team: TeamId, by: AccountId) -> Result<bool> {
    let member: i64 = each_db!(&mut *link, c =>
        sqlx::query_scalar(IS_MEMBER).bind(team.bytes()).bind(by.bytes()).fetch_one(&mut **c).await)?;
    if member == 0 {
        return Ok(false);
    }
    let moderators: i64 = each_db!(link, c => sqlx::query_scalar(MODERATORS).fetch_one(&mut **c).await)?;
    Ok(moderators > 1)
}

/// What keeps `by` from deciding on a campaign of this team, as the transaction sees it.
pub(crate) async fn stop(
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    team: TeamId,
    by: AccountId,
) -> Result<Option<Stop>> {
    if is_own(link, team, by).await? {
        return Ok(Some(Stop::OwnTeam));
    }
    let holder = of(link, now, campaign).await?.map(|lock| lock.account()).transpose()?;
    Ok(holder.filter(|holder| *holder != by).map(Stop::Held))
}
