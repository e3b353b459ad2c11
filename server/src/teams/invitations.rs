//! Invitations that nobody has answered yet, and how many mails a team may send.

use super::role::read_role;
use crate::clock::ago;
use crate::store::{AccountId, Link, Result, TeamId, TeamInvitationId, each_db};
use app::teams::{TeamRole, team_limits};
use jiff::Timestamp;

crate::store::statements! {
    COUNT_MAIL = "UPDATE teams SET mails_hour = $2, mails = CASE WHEN mails_hour = $2 THEN mails + 1 ELSE 1 END
        WHERE id = $1 AND (mails_hour <> $2 OR mails < $3)";
    OPEN_INVITATIONS = "SELECT COUNT(*) FROM team_invitations WHERE team_id = $1 AND created_at > $2";
    DROP_OLD_INVITATION = "DELETE FROM team_invitations WHERE team_id = $1 AND digest = $2 AND created_at <= $3";
    ADD_INVITATION = "INSERT INTO team_invitations (id, team_id, role, digest, address, created_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (team_id, digest) DO NOTHING";
    WITHDRAW = "DELETE FROM team_invitations WHERE id = $1 AND team_id = $2";
    INVITATIONS_OF_TEAM = "SELECT id, role, address, created_at FROM team_invitations WHERE team_id = $1 AND created_at > $2
        ORDER BY created_at, id";
    INVITATION_FOR = "SELECT i.team_id, i.role, t.name FROM team_invitations i
        JOIN teams t ON t.id = i.team_id
        JOIN accounts a ON a.digest = i.digest
        WHERE i.id = $1 AND a.id = $2 AND i.created_at > $3";
    USE_INVITATION = "DELETE FROM team_invitations WHERE id = $1";
    MEMBER_OF_ADDRESS = "SELECT COUNT(*) FROM team_members m JOIN accounts a ON a.id = m.account_id
        WHERE m.team_id = $1 AND a.digest = $2";
}

/// The moment (microseconds) before which an invitation or an offer is too old.
pub(super) fn oldest(now: Timestamp) -> i64 {
    ago(now, i64::from(team_limits::DAYS) * 24 * 60)
}

/// An invitation as it is added.
pub(super) struct New {
    pub(super) id: TeamInvitationId,
    pub(super) role: TeamRole,
    pub(super) digest: [u8; 32],
    /// The address under the contact key, bound to `id`.
    pub(super) address: Vec<u8>,
}

/// Counts a mail of this hour. Whether there was one left.
pub(super) async fn count_mail(link: &mut Link<'_>, team: TeamId, now: Timestamp) -> Result<bool> {
    let counted = each_db!(link, c => sqlx::query(COUNT_MAIL)
        .bind(team.bytes())
        .bind(now.as_second() / 3_600)
        .bind(i64::from(team_limits::MAILS))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(counted == 1)
}

/// How many wait for an answer.
pub(super) async fn how_many(link: &mut Link<'_>, team: TeamId, now: Timestamp) -> Result<i64> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(OPEN_INVITATIONS).bind(team.bytes()).bind(oldest(now)).fetch_one(&mut **c).await)?)
}

/// Whether this address is in the team.
pub(super) async fn is_member(link: &mut Link<'_>, team: TeamId, digest: &[u8; 32]) -> Result<bool> {
    let n: i64 = each_db!(link, c =>
        sqlx::query_scalar(MEMBER_OF_ADDRESS).bind(team.bytes()).bind(&digest[..]).fetch_one(&mut **c).await)?;
    Ok(n > 0)
}

/// Adds one, unless the address has one that still holds. Whether it was added.
pub(super) async fn add(link: &mut Link<'_>, team: TeamId, new: &New, now: Timestamp) -> Result<bool> {
    each_db!(&mut *link, c => sqlx::query(DROP_OLD_INVITATION)
        .bind(team.bytes())
        .bind(&new.digest[..])
        .bind(oldest(now))
        .execute(&mut **c).await.map(drop))?;
    let added = each_db!(link, c => sqlx::query(ADD_INVITATION)
        .bind(new.id.bytes())
        .bind(team.bytes())
        .bind(new.role.code())
        .bind(&new.digest[..])
        .bind(&new.address)
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(added == 1)
}

/// Takes one back. Whether it was there.
pub(super) async fn withdraw(link: &mut Link<'_>, team: TeamId, id: TeamInvitationId) -> Result<bool> {
    let gone = each_db!(link, c =>
        sqlx::query(WITHDRAW).bind(id.bytes()).bind(team.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(gone == 1)
}

/// One that waits.
#[derive(sqlx::FromRow)]
pub(super) struct Waiting {
    pub(super) id: Vec<u8>,
    pub(super) role: String,
    /// The address under the contact key, bound to `id`.
    pub(super) address: Vec<u8>,
    pub(super) created_at: i64,
}

/// Those of a team that wait.
pub(super) async fn list(link: &mut Link<'_>, team: TeamId, now: Timestamp) -> Result<Vec<Waiting>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(INVITATIONS_OF_TEAM).bind(team.bytes()).bind(oldest(now)).fetch_all(&mut **c).await)?)
}

/// One that still holds and was mailed to the address of this account: the team, the role, the team's name.
pub(super) async fn find(
    link: &mut Link<'_>,
    id: TeamInvitationId,
    account: AccountId,
    now: Timestamp,
) -> Result<Option<(TeamId, TeamRole, String)>> {
    let row: Option<(Vec<u8>, String, String)> = each_db!(link, c => sqlx::query_as(INVITATION_FOR)
        .bind(id.bytes())
        .bind(account.bytes())
        .bind(oldest(now))
        .fetch_optional(&mut **c).await)?;
    row.map(|(team, role, name)| Ok((TeamId::read(&team)?, read_role(&role)?, name))).transpose()
}

/// Uses one up. Whether nobody else has.
pub(super) async fn use_up(link: &mut Link<'_>, id: TeamInvitationId) -> Result<bool> {
    let gone = each_db!(link, c =>
        sqlx::query(USE_INVITATION).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(gone == 1)
}
