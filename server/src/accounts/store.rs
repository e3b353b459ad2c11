//! Accounts as they are stored, and what is dropped when its time is over.

use super::{sessions, sign_ins};
use crate::drafts;
use crate::privacy::SecretBox;
use crate::store::writer::Writer;
use crate::store::{AccountId, Link, Result, StoreError, each_db};
use jiff::Timestamp;

crate::store::statements! {
    ADD_ACCOUNT = "INSERT INTO accounts (id, digest, contact, created_day) VALUES ($1, $2, $3, $4)
        ON CONFLICT (digest) DO NOTHING";
    FIND_ACCOUNT = "SELECT id FROM accounts WHERE digest = $1";
    READ_ACCOUNT = "SELECT contact, created_day FROM accounts WHERE id = $1";
    DELETE_ACCOUNT = "DELETE FROM accounts WHERE id = $1";
}

/// What is stored of an account.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    /// The address, under the contact key and bound to the account's id.
    pub(super) contact: Vec<u8>,
    /// UTC day since 1970.
    pub(super) created_day: i64,
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

/// The account of an address.
pub(super) async fn of_digest(link: &mut Link<'_>, digest: &[u8]) -> Result<Option<AccountId>> {
    let id: Option<Vec<u8>> =
        each_db!(link, c => sqlx::query_scalar(FIND_ACCOUNT).bind(digest).fetch_optional(&mut **c).await)?;
    id.map(|id| AccountId::read(&id)).transpose()
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

/// Deletes an account with the drafts that are nobody else's, and signs it out everywhere.
pub(super) async fn close(link: &mut Link<'_>, id: AccountId) -> Result<()> {
    drafts::close_teams(link, id).await?;
    sessions::end_all(link, id).await?;
    each_db!(link, c => sqlx::query(DELETE_ACCOUNT).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Drops sign-in mails of more than an hour ago and sessions that have ended.
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, now: Timestamp) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                sign_ins::delete_old(&mut link, now).await?;
                sessions::delete_ended(&mut link, now).await
            })
        })
        .await
}
