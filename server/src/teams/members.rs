//! Who is in a team. What changes that locks the team first, so that two owners who leave at once do not both see the other stay.

use super::role::read_role;
use crate::pictures;
use crate::store::{AccountId, Link, Result, TeamId, each_db};
use app::teams::TeamRole;

crate::store::statements! {
    LOCK_TEAM = "UPDATE teams SET mails = mails WHERE id = $1";
    ROLE_IN_TEAM = "SELECT role FROM team_members WHERE team_id = $1 AND account_id = $2";
    OWNERS_OF_TEAM = "SELECT account_id FROM team_members WHERE team_id = $1 AND role = 'owner' ORDER BY account_id";
    COUNT_MEMBERS = "SELECT COUNT(*) FROM team_members WHERE team_id = $1";
    COUNT_OWNED = "SELECT COUNT(*) FROM team_members WHERE account_id = $1 AND role = 'owner'";
    MAKE_TEAM = "INSERT INTO teams (id, name, created_at) VALUES ($1, $2, $3)";
    PUT_MEMBER = "INSERT INTO team_members (team_id, account_id, role) VALUES ($1, $2, $3)
        ON CONFLICT (team_id, account_id) DO UPDATE SET role = excluded.role";
    SET_ROLE = "UPDATE team_members SET role = $3 WHERE team_id = $1 AND account_id = $2";
    REMOVE_MEMBER = "DELETE FROM team_members WHERE team_id = $1 AND account_id = $2";
    RENAME_TEAM = "UPDATE teams SET name = $2 WHERE id = $1";
    TEAMS_OF_ACCOUNT = "SELECT t.id, t.name, m.role FROM teams t JOIN team_members m ON m.team_id = t.id
        WHERE m.account_id = $1 ORDER BY t.created_at, t.id";
    PUBLIC_CAMPAIGNS = "SELECT slug FROM campaigns WHERE team_id = $1 ORDER BY published_at DESC, id";
    DELETE_DRAFTS_OF_TEAM = "DELETE FROM drafts WHERE team_id = $1";
    DELETE_INVITATIONS_OF_TEAM = "DELETE FROM team_invitations WHERE team_id = $1";
    DELETE_OFFERS_OF_TEAM = "DELETE FROM campaign_offers WHERE team_id = $1";
    DELETE_EMPTY_TEAM = "DELETE FROM teams WHERE id = $1";
}

/// A team as it is listed: id, name, the account's role.
pub(super) type Listed = (TeamId, String, TeamRole);

/// Keeps others from changing this team until the transaction is over. Whether there is such a team.
pub(super) async fn lock(link: &mut Link<'_>, team: TeamId) -> Result<bool> {
    let found = each_db!(link, c =>
        sqlx::query(LOCK_TEAM).bind(team.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(found == 1)
}

/// An account's role in a team.
pub(crate) async fn role_of(link: &mut Link<'_>, team: TeamId, account: AccountId) -> Result<Option<TeamRole>> {
    let found: Option<String> = each_db!(link, c =>
        sqlx::query_scalar(ROLE_IN_TEAM).bind(team.bytes()).bind(account.bytes()).fetch_optional(&mut **c).await)?;
    found.as_deref().map(read_role).transpose()
}

/// Whether this account is the only owner.
pub(super) async fn is_last_owner(link: &mut Link<'_>, team: TeamId, account: AccountId) -> Result<bool> {
    let owners: Vec<Vec<u8>> =
        each_db!(link, c => sqlx::query_scalar(OWNERS_OF_TEAM).bind(team.bytes()).fetch_all(&mut **c).await)?;
    Ok(owners.len() == 1 && owners[0] == account.bytes())
}

pub(super) async fn count(link: &mut Link<'_>, team: TeamId) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(COUNT_MEMBERS).bind(team.bytes()).fetch_one(&mut **c).await)?)
}

/// How many teams an account owns.
pub(super) async fn owned(link: &mut Link<'_>, account: AccountId) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(COUNT_OWNED).bind(account.bytes()).fetch_one(&mut **c).await)?)
}

/// Makes a team of one.
pub(crate) async fn make(link: &mut Link<'_>, id: TeamId, name: &str, owner: AccountId, now: i64) -> Result<()> {
    each_db!(&mut *link, c =>
        sqlx::query(MAKE_TEAM).bind(id.bytes()).bind(name).bind(now).execute(&mut **c).await.map(drop))?;
    put(link, id, owner, TeamRole::Owner).await
}

/// Makes somebody a member with this role, whichever role they had.
pub(super) async fn put(link: &mut Link<'_>, team: TeamId, account: AccountId, role: TeamRole) -> Result<()> {
    each_db!(link, c => sqlx::query(PUT_MEMBER)
        .bind(team.bytes())
        .bind(account.bytes())
        .bind(role.code())
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Changes a member's role. Whether there is such a member.
pub(super) async fn set_role(link: &mut Link<'_>, team: TeamId, account: AccountId, role: TeamRole) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(SET_ROLE)
        .bind(team.bytes())
        .bind(account.bytes())
        .bind(role.code())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Takes somebody out of a team. Whether they were in it.
pub(super) async fn remove(link: &mut Link<'_>, team: TeamId, account: AccountId) -> Result<bool> {
    let gone = each_db!(link, c => sqlx::query(REMOVE_MEMBER)
        .bind(team.bytes())
        .bind(account.bytes())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(gone == 1)
}

/// Gives a team another name. Whether there is such a team.
pub(super) async fn rename(link: &mut Link<'_>, team: TeamId, name: &str) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(RENAME_TEAM).bind(team.bytes()).bind(name).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// The teams of an account, the oldest first.
pub(super) async fn teams_of(link: &mut Link<'_>, account: AccountId) -> Result<Vec<Listed>> {
    let rows: Vec<(Vec<u8>, String, String)> =
        each_db!(link, c => sqlx::query_as(TEAMS_OF_ACCOUNT).bind(account.bytes()).fetch_all(&mut **c).await)?;
    rows.into_iter().map(|(id, name, stored)| Ok((TeamId::read(&id)?, name, read_role(&stored)?))).collect()
}

/// Names of the teams of an account with its roles, for its owner's own copy.
pub(crate) async fn names_and_roles(link: &mut Link<'_>, account: AccountId) -> Result<Vec<(String, TeamRole)>> {
    Ok(teams_of(link, account).await?.into_iter().map(|(_, name, role)| (name, role)).collect())
}

/// The slugs of a team's campaigns that were published.
async fn campaigns(link: &mut Link<'_>, team: TeamId) -> Result<Vec<String>> {
    Ok(each_db!(link, c => sqlx::query_scalar(PUBLIC_CAMPAIGNS).bind(team.bytes()).fetch_all(&mut **c).await)?)
}

/// A team that would be without an owner: its id and name, and the slugs of its campaigns.
pub(crate) struct Ending {
    pub(crate) team: TeamId,
    pub(crate) name: String,
    pub(crate) slugs: Vec<String>,
}

/// Takes an account that is being closed out of its teams. Those without anyone else vanish with their drafts. Where others or public
/// campaigns would be left without an owner, nothing is changed, and these teams are returned.
pub(crate) async fn close(link: &mut Link<'_>, account: AccountId) -> Result<Vec<Ending>> {
    let mut teams = teams_of(link, account).await?;
    // In one order for all, so that two that close at once wait for each other in turn.
    teams.sort_by_key(|(team, ..)| *team);
    let (mut stuck, mut lone) = (Vec::new(), Vec::new());
    for (team, name, _) in &teams {
        lock(link, *team).await?;
        let alone = count(link, *team).await? == 1;
        let slugs = campaigns(link, *team).await?;
        let last = is_last_owner(link, *team, account).await?;
        if last && (!alone || !slugs.is_empty()) {
            stuck.push(Ending { team: *team, name: name.clone(), slugs });
        } else if alone {
            lone.push(*team);
        }
    }
    if !stuck.is_empty() {
        return Ok(stuck);
    }
    for (team, ..) in &teams {
        remove(link, *team, account).await?;
    }
    for team in lone {
        pictures::drop_drafts_of_team(link, team).await?;
        for sql in [DELETE_DRAFTS_OF_TEAM, DELETE_INVITATIONS_OF_TEAM, DELETE_OFFERS_OF_TEAM, DELETE_EMPTY_TEAM] {
            each_db!(&mut *link, c => sqlx::query(sql).bind(team.bytes()).execute(&mut **c).await.map(drop))?;
        }
    }
    Ok(stuck)
}
