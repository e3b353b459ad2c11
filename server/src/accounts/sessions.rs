//! Sessions: who is signed in where. Only the hash of a session's secret is stored.

use crate::campaigns::internal;
use crate::clock::{Clock, ago};
use crate::store::writer::Writer;
use crate::store::{AccountId, Db, Link, Result, SessionId, StoreError, each_db};
use app::accounts::Role;
use app::error::AppError;
use app::visitor::Visitor;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Days after which a session ends that nobody uses, and in any case.
const IDLE_DAYS: i64 = 14;
pub(super) const LONGEST_DAYS: i64 = 90;
/// Minutes between two writes of when a session was last seen.
const SEEN_MINUTES: i64 = 5;
/// Minutes after signing in within which a second proof can be set up.
pub(super) const FRESH_MINUTES: i64 = 60;

crate::store::statements! {
    ADD_SESSION = "INSERT INTO sessions (id, token_hash, account_id, created_at, seen_at) VALUES ($1, $2, $3, $4, $4)";
    FIND_SESSION = "SELECT s.id, s.account_id, s.created_at, s.seen_at, s.proved_at, a.role
        FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.created_at > $3";
    SESSIONS = "SELECT s.id, s.account_id, s.created_at, s.seen_at, s.proved_at, a.role
        FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.account_id = $1 AND s.seen_at > $2 AND s.created_at > $3 ORDER BY s.created_at DESC";
    ROLE = "SELECT role FROM accounts WHERE id = $1";
    SEEN = "UPDATE sessions SET seen_at = $2 WHERE id = $1";
    END_SESSION = "DELETE FROM sessions WHERE id = $1 AND account_id = $2";
    END_SESSION_OF_TOKEN = "DELETE FROM sessions WHERE token_hash = $1";
    END_SESSIONS = "DELETE FROM sessions WHERE account_id = $1";
    DELETE_SESSIONS = "DELETE FROM sessions WHERE seen_at <= $1 OR created_at <= $2";
}

/// Tells who is signed in.
#[derive(Clone)]
pub struct Sessions {
    /// The database, for reading.
    pub db: Db,
    /// For writing down that a session was seen.
    pub writer: Writer,
    /// The time.
    pub clock: Arc<dyn Clock>,
}

impl Sessions {
    /// The session of this browser; writes down now and then that it was seen.
    pub(crate) async fn of(&self, visitor: &Visitor) -> std::result::Result<Option<Session>, AppError> {
        let Some(token) = visitor.session.as_deref() else { return Ok(None) };
        let now = self.clock.now();
        let found = async {
            let mut conn = self.db.read().await?;
            let found = find(&mut conn.link(), now, &hash(token)).await?;
            drop(conn);
            if let Some(id) = found.as_ref().filter(|session| session.is_stale(now)).map(|session| session.id) {
                self.writer.job(move |tx| Box::pin(async move { see(&mut tx.link(), now, id).await })).await?;
            }
            Ok(found)
        };
        found.await.map_err(|error| internal(&error))
    }

    /// The session of this browser, if its account may do what `least` may and has proved lately enough who uses it.
    ///
    /// # Errors
    /// [`AppError::SignIn`] if nobody is signed in; [`AppError::NotFound`], which tells nothing of what is there, for a lesser role;
    /// [`AppError::SecondProof`] if that proof is missing or too old.
    pub async fn with_role(
        &self,
        visitor: &Visitor,
        least: Role,
        proof: Proof,
    ) -> std::result::Result<Session, AppError> {
        let session = self.of(visitor).await?.ok_or(AppError::SignIn)?;
        if session.role < least {
            return Err(AppError::NotFound);
        }
        if session.proved(self.clock.now(), proof) { Ok(session) } else { Err(AppError::SecondProof) }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    account_id: Vec<u8>,
    created_at: i64,
    seen_at: i64,
    proved_at: Option<i64>,
    role: String,
}

/// A browser that is signed in.
pub struct Session {
    pub(super) id: SessionId,
    /// Who is signed in.
    pub(crate) account: AccountId,
    pub(super) created_at: Timestamp,
    pub(super) seen_at: Timestamp,
    /// When it last gave the second proof.
    pub(super) proved_at: Option<Timestamp>,
    /// What the account may do.
    pub(crate) role: Role,
}

/// How lately the second proof must have been given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Within the last twelve hours: for all of the house's pages.
    Today,
    /// Within the last ten minutes: for exports, roles and settings.
    JustNow,
}

impl Proof {
    const fn minutes(self) -> i64 {
        match self {
            Self::Today => 12 * 60,
            Self::JustNow => 10,
        }
    }
}

impl Session {
    fn read(row: Row) -> Result<Self> {
        Ok(Self {
            id: SessionId::read(&row.id)?,
            account: AccountId::read(&row.account_id)?,
            created_at: time(row.created_at)?,
            seen_at: time(row.seen_at)?,
            proved_at: row.proved_at.map(time).transpose()?,
            role: Role::parse(&row.role).ok_or(StoreError::Corrupt("role"))?,
        })
    }

    /// Whether it has given the second proof lately enough.
    pub(crate) fn proved(&self, now: Timestamp, proof: Proof) -> bool {
        self.proved_at.is_some_and(|proved| proved.as_microsecond() > ago(now, proof.minutes()))
    }

    /// Whether it is time to write down that it was seen.
    fn is_stale(&self, now: Timestamp) -> bool {
        self.seen_at.as_microsecond() < ago(now, SEEN_MINUTES)
    }
}

fn time(stored: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(stored).map_err(|_| StoreError::Corrupt("time"))
}

/// What is stored of a session's secret.
pub(super) fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// Microseconds before which a session has ended: unused, and in any case.
fn ended(now: Timestamp) -> (i64, i64) {
    let before = |days: i64| ago(now, days * 24 * 60);
    (before(IDLE_DAYS), before(LONGEST_DAYS))
}

pub(super) async fn add(
    link: &mut Link<'_>,
    now: Timestamp,
    id: SessionId,
    hash: &[u8; 32],
    account: AccountId,
) -> Result<()> {
    each_db!(link, c => sqlx::query(ADD_SESSION)
        .bind(id.bytes())
        .bind(&hash[..])
        .bind(account.bytes())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// The session of this secret, unless it has ended.
async fn find(link: &mut Link<'_>, now: Timestamp, hash: &[u8; 32]) -> Result<Option<Session>> {
    let (idle, longest) = ended(now);
    let row: Option<Row> = each_db!(link, c => sqlx::query_as(FIND_SESSION)
        .bind(&hash[..])
        .bind(idle)
        .bind(longest)
        .fetch_optional(&mut **c).await)?;
    row.map(Session::read).transpose()
}

/// All of an account, the newest first.
pub(super) async fn list(link: &mut Link<'_>, now: Timestamp, account: AccountId) -> Result<Vec<Session>> {
    let (idle, longest) = ended(now);
    let rows: Vec<Row> = each_db!(link, c => sqlx::query_as(SESSIONS)
        .bind(account.bytes())
        .bind(idle)
        .bind(longest)
        .fetch_all(&mut **c).await)?;
    rows.into_iter().map(Session::read).collect()
}

/// What an account may do, as it stands in this transaction.
pub(crate) async fn role_of(link: &mut Link<'_>, account: AccountId) -> Result<Option<Role>> {
    let role: Option<String> =
        each_db!(link, c => sqlx::query_scalar(ROLE).bind(account.bytes()).fetch_optional(&mut **c).await)?;
    role.map(|role| Role::parse(&role).ok_or(StoreError::Corrupt("role"))).transpose()
}

/// Writes down that it was seen.
async fn see(link: &mut Link<'_>, now: Timestamp, id: SessionId) -> Result<()> {
    each_db!(link, c => sqlx::query(SEEN).bind(id.bytes()).bind(now.as_microsecond()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Ends a session of this account.
pub(super) async fn end(link: &mut Link<'_>, account: AccountId, id: SessionId) -> Result<()> {
    each_db!(link, c =>
        sqlx::query(END_SESSION).bind(id.bytes()).bind(account.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Ends the session of this secret.
pub(super) async fn end_of_token(link: &mut Link<'_>, hash: &[u8; 32]) -> Result<()> {
    each_db!(link, c => sqlx::query(END_SESSION_OF_TOKEN).bind(&hash[..]).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Ends all of an account.
pub(super) async fn end_all(link: &mut Link<'_>, account: AccountId) -> Result<()> {
    each_db!(link, c => sqlx::query(END_SESSIONS).bind(account.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Drops the rows of sessions that have ended.
pub(super) async fn delete_ended(link: &mut Link<'_>, now: Timestamp) -> Result<()> {
    let (idle, longest) = ended(now);
    each_db!(link, c => sqlx::query(DELETE_SESSIONS).bind(idle).bind(longest).execute(&mut **c).await.map(drop))?;
    Ok(())
}
