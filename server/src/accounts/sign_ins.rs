//! Sign-in mails: one row for each, for an hour.

use crate::clock::ago;
use crate::signatures::outbox::{self, About, Queued};
use crate::store::{Link, OutboxId, Result, SignInId, each_db};
use jiff::Timestamp;

/// Sign-in mails that one address gets within an hour.
const AN_HOUR: i64 = 5;
/// Minutes that a link works.
pub(crate) const LINK_MINUTES: i64 = 15;
/// Codes that may be tried on one row.
const CODE_TRIES: i64 = 5;

crate::store::statements! {
    ASKED = "SELECT COUNT(*) FROM sign_ins WHERE digest = $1 AND created_at > $2";
    ADD_SIGN_IN = "INSERT INTO sign_ins (id, digest, address, created_at) VALUES ($1, $2, $3, $4)";
    FIND_SIGN_IN = "SELECT digest, address FROM sign_ins WHERE id = $1 AND used = 0 AND created_at > $2";
    OPEN = "UPDATE sign_ins SET opened = 1 WHERE id = $1 AND used = 0 AND created_at > $2";
    COUNT_SIGN_IN_TRY = "UPDATE sign_ins SET tries = tries + 1
        WHERE id = $1 AND used = 0 AND created_at > $2 AND opened = 1 AND tries < $3";
    USE = "UPDATE sign_ins SET used = 1 WHERE id = $1 AND used = 0 AND created_at > $2";
    DELETE_SIGN_INS = "DELETE FROM sign_ins WHERE created_at <= $1";
}

/// What is asked for.
pub(super) struct Asking {
    pub(super) id: SignInId,
    pub(super) digest: [u8; 32],
    /// The address under the day's key, bound to `id`.
    pub(super) address: Vec<u8>,
    pub(super) locale: &'static str,
    pub(super) mail: OutboxId,
    /// The address under the day's key, bound to `mail`.
    pub(super) mailed: Vec<u8>,
}

/// A link that works.
#[derive(Clone, sqlx::FromRow)]
pub(super) struct SignIn {
    pub(super) digest: Vec<u8>,
    pub(super) address: Vec<u8>,
}

/// Takes a request and queues its mail, unless the address has had its mails of this hour.
pub(super) async fn ask(link: &mut Link<'_>, now: Timestamp, new: Asking) -> Result<()> {
    let asked: i64 = each_db!(&mut *link, c =>
        sqlx::query_scalar(ASKED).bind(&new.digest[..]).bind(ago(now, 60)).fetch_one(&mut **c).await)?;
    if asked >= AN_HOUR {
        return Ok(());
    }
    each_db!(&mut *link, c => sqlx::query(ADD_SIGN_IN)
        .bind(new.id.bytes())
        .bind(&new.digest[..])
        .bind(&new.address)
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    let mail =
        Queued { id: new.mail, about: About::SignIn(new.id), locale: new.locale.to_owned(), address: new.mailed };
    outbox::insert(link, now, &[mail]).await
}

/// The row of a link that works.
pub(super) async fn find(link: &mut Link<'_>, now: Timestamp, id: SignInId) -> Result<Option<SignIn>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(FIND_SIGN_IN).bind(id.bytes()).bind(ago(now, LINK_MINUTES)).fetch_optional(&mut **c).await)?)
}

/// Lets the code of this row be typed where the mail was asked for. Whether the link still works.
pub(super) async fn open(link: &mut Link<'_>, now: Timestamp, id: SignInId) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(OPEN)
        .bind(id.bytes())
        .bind(ago(now, LINK_MINUTES))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Counts a try at the code. Whether one was left.
pub(super) async fn count_try(link: &mut Link<'_>, now: Timestamp, id: SignInId) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(COUNT_SIGN_IN_TRY)
        .bind(id.bytes())
        .bind(ago(now, LINK_MINUTES))
        .bind(CODE_TRIES)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Uses a link up. Whether nobody else has.
pub(super) async fn use_up(link: &mut Link<'_>, now: Timestamp, id: SignInId) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(USE)
        .bind(id.bytes())
        .bind(ago(now, LINK_MINUTES))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Drops the rows that are older than an hour.
pub(super) async fn delete_old(link: &mut Link<'_>, now: Timestamp) -> Result<()> {
    each_db!(link, c => sqlx::query(DELETE_SIGN_INS).bind(ago(now, 60)).execute(&mut **c).await.map(drop))?;
    Ok(())
}
