//! Passkeys as they are stored, and the questions to devices that wait for an answer.

use crate::clock::ago;
use crate::store::{AccountId, Link, Result, StoreError, each_db};
use app::accounts::Role;
use app::accounts::passkeys::PASSKEY_MINUTES;
use jiff::Timestamp;

crate::store::statements! {
    PASSKEYS = "SELECT credential_id, name, created_day FROM passkeys WHERE account_id = $1 ORDER BY created_day, credential_id";
    COUNT_PASSKEYS = "SELECT count(*) FROM passkeys WHERE account_id = $1";
    FIND_PASSKEY = "SELECT p.account_id, p.data, a.digest
        FROM passkeys p JOIN accounts a ON a.id = p.account_id WHERE p.credential_id = $1";
    ADD_PASSKEY = "INSERT INTO passkeys (credential_id, account_id, data, name, created_day) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (credential_id) DO NOTHING";
    USE_PASSKEY = "UPDATE passkeys SET data = $3 WHERE credential_id = $1 AND data = $2";
    REMOVE_PASSKEY = "DELETE FROM passkeys WHERE credential_id = $1 AND account_id = $2";
    REMOVE_PASSKEYS = "DELETE FROM passkeys WHERE account_id = $1";
    ADD_CHALLENGE = "INSERT INTO passkey_challenges (id, account_id, state, created_at) VALUES ($1, $2, $3, $4)";
    TAKE_CHALLENGE = "DELETE FROM passkey_challenges WHERE id = $1 RETURNING account_id, state, created_at";
    REMOVE_CHALLENGES = "DELETE FROM passkey_challenges WHERE account_id = $1";
    DELETE_CHALLENGES = "DELETE FROM passkey_challenges WHERE created_at <= $1";
    // Nobody else changes what hangs on the account until the transaction ends.
    HOLD_ACCOUNT = "UPDATE accounts SET role = role WHERE id = $1 RETURNING role";
    HAS_APP = "SELECT CAST(CASE WHEN totp IS NULL THEN 0 ELSE 1 END AS BIGINT) FROM accounts WHERE id = $1";
}

/// A passkey in its account's list.
#[derive(sqlx::FromRow)]
pub(in crate::accounts) struct Listed {
    /// The number that the device gave it.
    pub(in crate::accounts) credential_id: Vec<u8>,
    /// What its owner calls it.
    pub(in crate::accounts) name: String,
    /// UTC day since 1970.
    pub(in crate::accounts) created_day: i64,
}

/// A passkey that is used.
#[derive(sqlx::FromRow)]
pub(super) struct Found {
    pub(super) account_id: Vec<u8>,
    /// What webauthn-rs keeps of it, as JSON.
    pub(super) data: String,
    /// The fingerprint of the account's address.
    pub(super) digest: Vec<u8>,
}

/// A question to a device.
#[derive(sqlx::FromRow)]
pub(super) struct Challenge {
    account_id: Option<Vec<u8>>,
    pub(super) state: String,
    created_at: i64,
}

impl Challenge {
    /// Whether it was asked of this account, or of anybody, within the time that there is.
    pub(super) fn holds(&self, now: Timestamp, account: Option<AccountId>) -> bool {
        self.account_id.as_deref() == account.as_ref().map(AccountId::bytes) && self.created_at > oldest(now)
    }
}

/// Microseconds before which a question has had its time.
fn oldest(now: Timestamp) -> i64 {
    ago(now, i64::from(PASSKEY_MINUTES))
}

/// Those of an account, the oldest first.
pub(in crate::accounts) async fn list(link: &mut Link<'_>, account: AccountId) -> Result<Vec<Listed>> {
    Ok(each_db!(link, c => sqlx::query_as(PASSKEYS).bind(account.bytes()).fetch_all(&mut **c).await)?)
}

pub(in crate::accounts) async fn count(link: &mut Link<'_>, account: AccountId) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(COUNT_PASSKEYS).bind(account.bytes()).fetch_one(&mut **c).await)?)
}

pub(super) async fn find(link: &mut Link<'_>, credential: &[u8]) -> Result<Option<Found>> {
    Ok(each_db!(link, c => sqlx::query_as(FIND_PASSKEY).bind(credential).fetch_optional(&mut **c).await)?)
}

/// Adds one. Whether its number was free.
pub(super) async fn add(
    link: &mut Link<'_>,
    credential: &[u8],
    account: AccountId,
    data: &str,
    name: &str,
    created_day: i64,
) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(ADD_PASSKEY)
        .bind(credential)
        .bind(account.bytes())
        .bind(data)
        .bind(name)
        .bind(created_day)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Writes down what has changed with its use. Whether it was neither removed nor used meanwhile.
pub(super) async fn used(link: &mut Link<'_>, credential: &[u8], before: &str, after: &str) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(USE_PASSKEY)
        .bind(credential)
        .bind(before)
        .bind(after)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Removes one of this account. Whether it was there.
pub(super) async fn remove(link: &mut Link<'_>, credential: &[u8], account: AccountId) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(REMOVE_PASSKEY)
        .bind(credential)
        .bind(account.bytes())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Removes all of an account, and its questions. How many there were.
pub(in crate::accounts) async fn remove_all(link: &mut Link<'_>, account: AccountId) -> Result<u64> {
    each_db!(&mut *link, c => sqlx::query(REMOVE_CHALLENGES).bind(account.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(each_db!(link, c =>
        sqlx::query(REMOVE_PASSKEYS).bind(account.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?)
}

/// Asks: the answer has to bring back what has this hash.
pub(super) async fn ask(
    link: &mut Link<'_>,
    now: Timestamp,
    hash: &[u8; 32],
    account: Option<AccountId>,
    state: &str,
) -> Result<()> {
    each_db!(link, c => sqlx::query(ADD_CHALLENGE)
        .bind(&hash[..])
        .bind(account.as_ref().map(AccountId::bytes))
        .bind(state)
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Takes a question for good.
pub(super) async fn take(link: &mut Link<'_>, hash: &[u8; 32]) -> Result<Option<Challenge>> {
    Ok(each_db!(link, c => sqlx::query_as(TAKE_CHALLENGE).bind(&hash[..]).fetch_optional(&mut **c).await)?)
}

/// Drops questions that nobody has answered in time.
pub(in crate::accounts) async fn delete_old(link: &mut Link<'_>, now: Timestamp) -> Result<()> {
    each_db!(link, c => sqlx::query(DELETE_CHALLENGES).bind(oldest(now)).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Holds an account until the transaction ends. What it may do; `None` once it is closed.
pub(in crate::accounts) async fn hold(link: &mut Link<'_>, account: AccountId) -> Result<Option<Role>> {
    let role: Option<String> =
        each_db!(link, c => sqlx::query_scalar(HOLD_ACCOUNT).bind(account.bytes()).fetch_optional(&mut **c).await)?;
    role.map(|role| Role::parse(&role).ok_or(StoreError::Corrupt("role"))).transpose()
}

/// Whether there is an authenticator app.
pub(super) async fn has_app(link: &mut Link<'_>, account: AccountId) -> Result<bool> {
    let has: Option<i64> =
        each_db!(link, c => sqlx::query_scalar(HAS_APP).bind(account.bytes()).fetch_optional(&mut **c).await)?;
    Ok(has == Some(1))
}
