//! Roles and invitations as they are stored.

use crate::audit::{self, Action, Entry};
use crate::clock::{Entropy, ago};
use crate::store::{AccountId, Link, Result, StoreError, each_db};
use app::accounts::Role;
use jiff::Timestamp;
use sqlx::QueryBuilder;

/// Days that an invitation can be accepted; the mail says so.
pub(super) const INVITED_DAYS: i64 = 14;

crate::store::statements! {
    // The condition is that of the index.
    STAFF = "SELECT id, contact, role, CAST(CASE WHEN totp IS NULL
            AND NOT EXISTS (SELECT 1 FROM passkeys WHERE account_id = accounts.id) THEN 0 ELSE 1 END AS BIGINT) AS second_proof
        FROM accounts WHERE role <> 'campaigner' ORDER BY role, id LIMIT 1000";
    ADMINS = "SELECT id FROM accounts WHERE role <> 'campaigner' AND role = 'admin' ORDER BY id";
    SET_ROLE = "UPDATE accounts SET role = $2 WHERE id = $1 AND role = $3";
    INVITATIONS = "SELECT id, contact, role, created_at FROM staff_invitations WHERE created_at > $1 ORDER BY created_at, id LIMIT 1000";
    INVITATION = "SELECT id, role FROM staff_invitations WHERE digest = $1 AND created_at > $2";
    INVITE = "INSERT INTO staff_invitations (id, digest, contact, role, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (digest) DO UPDATE SET id = excluded.id, contact = excluded.contact, role = excluded.role, created_at = excluded.created_at";
    DROP_INVITATION = "DELETE FROM staff_invitations WHERE id = $1";
    DROP_OLD_INVITATIONS = "DELETE FROM staff_invitations WHERE created_at <= $1";
}

/// A moderator or an admin.
#[derive(sqlx::FromRow)]
pub(super) struct Person {
    pub(super) id: Vec<u8>,
    /// The address, under the contact key and bound to the id.
    pub(super) contact: Vec<u8>,
    pub(super) role: String,
    /// 1 where there is an authenticator app or a passkey.
    pub(super) second_proof: i64,
}

/// An invitation that waits.
#[derive(sqlx::FromRow)]
pub(super) struct Invited {
    pub(super) id: Vec<u8>,
    /// The address, under the contact key and bound to the id.
    pub(super) contact: Vec<u8>,
    pub(super) role: String,
    pub(super) created_at: i64,
}

/// Microseconds before which an invitation has had its time.
fn oldest(now: Timestamp) -> i64 {
    ago(now, INVITED_DAYS * 24 * 60)
}

pub(super) fn role(stored: &str) -> Result<Role> {
    Role::parse(stored).ok_or(StoreError::Corrupt("role"))
}

pub(super) async fn people(link: &mut Link<'_>) -> Result<Vec<Person>> {
    Ok(each_db!(link, c => sqlx::query_as(STAFF).fetch_all(&mut **c).await)?)
}

pub(super) async fn invitations(link: &mut Link<'_>, now: Timestamp) -> Result<Vec<Invited>> {
    Ok(each_db!(link, c => sqlx::query_as(INVITATIONS).bind(oldest(now)).fetch_all(&mut **c).await)?)
}

/// The invitation of an address, with its role.
async fn invitation(link: &mut Link<'_>, now: Timestamp, digest: &[u8]) -> Result<Option<(AccountId, Role)>> {
    let found: Option<(Vec<u8>, String)> = each_db!(link, c =>
        sqlx::query_as(INVITATION).bind(digest).bind(oldest(now)).fetch_optional(&mut **c).await)?;
    found.map(|(id, name)| Ok((AccountId::read(&id)?, role(&name)?))).transpose()
}

/// The id that the account of an invited address is to have, so that the log's entry about the invitation names it.
pub(crate) async fn waiting(link: &mut Link<'_>, now: Timestamp, digest: &[u8]) -> Result<Option<AccountId>> {
    Ok(invitation(link, now, digest).await?.map(|(id, _)| id))
}

pub(super) async fn invite(
    link: &mut Link<'_>,
    id: AccountId,
    digest: &[u8],
    contact: &[u8],
    role: Role,
    now: Timestamp,
) -> Result<()> {
    each_db!(link, c => sqlx::query(INVITE)
        .bind(id.bytes())
        .bind(digest)
        .bind(contact)
        .bind(role.code())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Takes an invitation back. Whether it was there.
pub(super) async fn withdraw(link: &mut Link<'_>, id: AccountId) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(DROP_INVITATION).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Gives an account another role. Whether it still had `from`.
pub(super) async fn set_role(link: &mut Link<'_>, account: AccountId, from: Role, to: Role) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(SET_ROLE)
        .bind(account.bytes())
        .bind(to.code())
        .bind(from.code())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Whether this account is the only admin. Holds all admins until the transaction ends, so that two do not dismiss each other at once.
pub(crate) async fn is_last_admin(link: &mut Link<'_>, account: AccountId) -> Result<bool> {
    let ids: Vec<Vec<u8>> = match link {
        Link::Sqlite(c) => sqlx::query_scalar(ADMINS).fetch_all(&mut **c).await?,
        Link::Postgres(c) => {
            QueryBuilder::new(ADMINS).push(" FOR UPDATE").build_query_scalar().fetch_all(&mut **c).await?
        }
    };
    Ok(ids == [account.bytes()])
}

/// Gives whoever signs in the role that waits for their address.
pub(crate) async fn accept(
    link: &mut Link<'_>,
    entropy: &dyn Entropy,
    now: Timestamp,
    digest: &[u8],
    account: AccountId,
    has: Role,
) -> Result<()> {
    let Some((id, role)) = invitation(link, now, digest).await? else { return Ok(()) };
    withdraw(link, id).await?;
    if has < role && set_role(link, account, has, role).await? {
        let detail = change(has, role);
        audit::add(link, &Entry::new(entropy, now, Some(account), Action::RoleChanged, account.hex(), detail)).await?;
    }
    Ok(())
}

/// A change of role, as the log tells it.
pub(super) fn change(from: Role, to: Role) -> String {
    format!("{} -> {}", from.code(), to.code())
}

/// Drops invitations that have had their time.
pub(crate) async fn delete_old(link: &mut Link<'_>, now: Timestamp) -> Result<()> {
    each_db!(link, c => sqlx::query(DROP_OLD_INVITATIONS).bind(oldest(now)).execute(&mut **c).await.map(drop))?;
    Ok(())
}
