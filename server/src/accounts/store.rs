//! Accounts as they are stored, and what is dropped when its time is over.

use super::{passkeys, sessions, sign_ins};
use crate::privacy::SecretBox;
use crate::settings;
use crate::staff;
use crate::store::writer::Writer;
use crate::store::{AccountId, Link, Result, StoreError, each_db};
use crate::teams::{self, Ending};
use app::accounts::Role;
use jiff::Timestamp;

crate::store::statements! {
    ADD_ACCOUNT = "INSERT INTO accounts (id, digest, contact, created_day) VALUES ($1, $2, $3, $4)
        ON CONFLICT (digest) DO NOTHING";
    FIND_ACCOUNT = "SELECT id, role FROM accounts WHERE digest = $1";
    READ_ACCOUNT = "SELECT contact, created_day, CAST(CASE WHEN totp IS NULL THEN 0 ELSE 1 END AS BIGINT) AS second_proof
        FROM accounts WHERE id = $1";
    DELETE_ACCOUNT = "DELETE FROM accounts WHERE id = $1";
}

/// What is stored of an account.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    /// The address, under the contact key and bound to the account's id.
    pub(super) contact: Vec<u8>,
    /// UTC day since 1970.
    pub(super) created_day: i64,
    /// 1 where there is an authenticator app.
    pub(super) second_proof: i64,
}

/// Adds an account, unless the address has one. Whether it was added.
pub(super) async fn add(
    link: &mut Link<'_>,
    id: AccountId,
    digest: &[u8],
    contact: &[u8],
    created_day: i64,
) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(ADD_ACCOUNT)
        .bind(id.bytes())
        .bind(digest)
        .bind(contact)
        .bind(created_day)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// The account of an address, and what it may do.
pub(crate) async fn with_role(link: &mut Link<'_>, digest: &[u8]) -> Result<Option<(AccountId, Role)>> {
    let found: Option<(Vec<u8>, String)> =
        each_db!(link, c => sqlx::query_as(FIND_ACCOUNT).bind(digest).fetch_optional(&mut **c).await)?;
    let read = |(id, role): (Vec<u8>, String)| {
        Ok((AccountId::read(&id)?, Role::parse(&role).ok_or(StoreError::Corrupt("role"))?))
    };
    found.map(read).transpose()
}

/// Reads an account.
pub(super) async fn read(link: &mut Link<'_>, id: AccountId) -> Result<Option<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(READ_ACCOUNT).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// The encrypted address of an account; `None` once it is closed.
pub(crate) async fn contact_of(link: &mut Link<'_>, id: AccountId) -> Result<Option<Vec<u8>>> {
    Ok(read(link, id).await?.map(|row| row.contact))
}

/// The address of an account.
pub(crate) fn address_of(contact: &SecretBox, account: AccountId, sealed: &[u8]) -> Result<String> {
    let address = contact.open(account.bytes(), sealed).ok_or(StoreError::Corrupt("contact"))?;
    String::from_utf8(address.to_vec()).map_err(|_| StoreError::Corrupt("contact"))
}

/// What came of closing an account.
pub(super) enum Closed {
    /// It is closed.
    Done,
    /// It is that of the only admin; nothing was changed.
    LastAdmin,
    /// These teams would be without an owner; nothing was changed.
    Stuck(Vec<Ending>),
}

/// Deletes an account with the drafts that are nobody else's, and signs it out everywhere.
pub(super) async fn close(link: &mut Link<'_>, id: AccountId) -> Result<Closed> {
    if staff::is_last_admin(link, id).await? {
        return Ok(Closed::LastAdmin);
    }
    let stuck = teams::close(link, id).await?;
    if !stuck.is_empty() {
        return Ok(Closed::Stuck(stuck));
    }
    sessions::end_all(link, id).await?;
    passkeys::remove_all(link, id).await?;
    settings::forget_campaigner(link, id).await?;
    each_db!(link, c => sqlx::query(DELETE_ACCOUNT).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(Closed::Done)
}

/// Drops sign-in mails of more than an hour ago, unanswered questions for passkeys, and sessions and invitations that have ended.
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, now: Timestamp) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                sign_ins::delete_old(&mut link, now).await?;
                passkeys::delete_old(&mut link, now).await?;
                sessions::delete_ended(&mut link, now).await?;
                staff::delete_old(&mut link, now).await
            })
        })
        .await
}
