//! The second proof as it is stored: beside the account the encrypted secret and the last step used, beside the session when it was given.

use crate::store::{AccountId, Link, Result, SessionId, StoreError, each_db};
use jiff::Timestamp;

crate::store::statements! {
    READ_TOTP = "SELECT contact, totp, totp_step, totp_tries, totp_tried_at FROM accounts WHERE id = $1";
    SET_TOTP = "UPDATE accounts SET totp = $2, totp_step = $3, totp_tries = 0, totp_tried_at = NULL WHERE id = $1 AND totp IS NULL";
    USE_STEP = "UPDATE accounts SET totp_step = $2, totp_tries = 0, totp_tried_at = NULL
        WHERE id = $1 AND totp IS NOT NULL AND totp_tries = $3 AND (totp_step IS NULL OR totp_step < $2)";
    COUNT_TOTP_TRY = "UPDATE accounts SET totp_tries = totp_tries + 1, totp_tried_at = $2
        WHERE id = $1 AND totp IS NOT NULL AND totp_tries = $3";
    REMOVE_TOTP = "UPDATE accounts SET totp = NULL, totp_step = NULL, totp_tries = 0, totp_tried_at = NULL
        WHERE id = $1 AND totp IS NOT NULL";
    PROVED = "UPDATE sessions SET proved_at = $3 WHERE id = $1 AND account_id = $2";
    FORGET_PROOFS = "UPDATE sessions SET proved_at = NULL WHERE account_id = $1 AND proved_at IS NOT NULL";
}

/// What is stored of an account's second proof.
#[derive(Clone, sqlx::FromRow)]
pub(super) struct Row {
    /// The address, under the contact key and bound to the account's id.
    pub(super) contact: Vec<u8>,
    /// The secret, under a key of its own and bound to the account's id.
    pub(super) totp: Option<Vec<u8>>,
    /// The last step of which a code was used.
    pub(super) totp_step: Option<i64>,
    /// Codes that did not fit since the last one that did.
    pub(super) totp_tries: i64,
    /// When the last of them was typed.
    pub(super) totp_tried_at: Option<i64>,
}

pub(super) async fn read(link: &mut Link<'_>, account: AccountId) -> Result<Option<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(READ_TOTP).bind(account.bytes()).fetch_optional(&mut **c).await)?)
}

/// Sets up an app. Whether there was none.
pub(super) async fn set(link: &mut Link<'_>, account: AccountId, sealed: &[u8], step: i64) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(SET_TOTP)
        .bind(account.bytes())
        .bind(sealed)
        .bind(step)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Uses a step up.
///
/// # Errors
/// [`StoreError::Raced`] if another code was tried meanwhile.
pub(super) async fn use_step(link: &mut Link<'_>, account: AccountId, step: i64, tries: i64) -> Result<()> {
    let changed = each_db!(link, c => sqlx::query(USE_STEP)
        .bind(account.bytes())
        .bind(step)
        .bind(tries)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Raced) }
}

/// Counts a code that did not fit, after `tries` others.
///
/// # Errors
/// As [`use_step`].
pub(super) async fn count_try(link: &mut Link<'_>, account: AccountId, now: Timestamp, tries: i64) -> Result<()> {
    let changed = each_db!(link, c => sqlx::query(COUNT_TOTP_TRY)
        .bind(account.bytes())
        .bind(now.as_microsecond())
        .bind(tries)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Raced) }
}

/// Removes the app, and with it the proofs that were given by it. Whether there was one.
pub(super) async fn remove(link: &mut Link<'_>, account: AccountId) -> Result<bool> {
    let changed = each_db!(&mut *link, c =>
        sqlx::query(REMOVE_TOTP).bind(account.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    forget(link, account).await?;
    Ok(changed == 1)
}

/// Forgets the proofs that sessions of this account have given.
pub(in crate::accounts) async fn forget(link: &mut Link<'_>, account: AccountId) -> Result<()> {
    each_db!(link, c => sqlx::query(FORGET_PROOFS).bind(account.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Notes that a session has given its proof.
///
/// # Errors
/// [`StoreError::Raced`] if it was ended meanwhile.
pub(in crate::accounts) async fn proved(
    link: &mut Link<'_>,
    account: AccountId,
    session: SessionId,
    now: Timestamp,
) -> Result<()> {
    let changed = each_db!(link, c => sqlx::query(PROVED)
        .bind(session.bytes())
        .bind(account.bytes())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Raced) }
}
