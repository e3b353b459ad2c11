//! The mark in the database that keeps mails in the outbox: `mail pause` sets it, and every copy that `backup` makes has it.

use crate::store::writer::Writer;
use crate::store::{Db, Link, Result, each_db};

crate::store::statements! {
    WAITS = "SELECT count(*) FROM mail_waits";
    PAUSE = "INSERT INTO mail_waits (one) VALUES (1) ON CONFLICT (one) DO NOTHING";
    RESUME = "DELETE FROM mail_waits";
    MAILS_IN_STATE = "SELECT count(*) FROM outbox WHERE state = $1";
}

/// The outbox at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailStatus {
    /// Whether mails wait for `mail resume`.
    pub paused: bool,
    /// Mails that have yet to be sent.
    pub waiting: i64,
    /// Mails that were given up and are kept for some days.
    pub given_up: i64,
}

/// How the outbox stands.
///
/// # Errors
/// When the database fails.
pub async fn mail_status(db: &Db) -> Result<MailStatus> {
    let mut conn = db.read().await?;
    status(&mut conn.link()).await
}

/// Has mails wait, here and at every other server of this database. Where they wait already, nothing changes.
///
/// # Errors
/// When the database fails.
pub async fn pause_mail(writer: &Writer) -> Result<()> {
    writer.job(|tx| Box::pin(async move { pause(&mut tx.link()).await })).await
}

/// Ends a pause; how the outbox stood before.
///
/// # Errors
/// When the database fails; the pause goes on then.
pub async fn resume_mail(writer: &Writer) -> Result<MailStatus> {
    writer
        .job(|tx| {
            Box::pin(async move {
                let before = status(&mut tx.link()).await?;
                each_db!(tx.link(), c => sqlx::query(RESUME).execute(c).await.map(drop))?;
                Ok(before)
            })
        })
        .await
}

/// Whether mails wait, in a database that is looked at as it is: one that an older version has left does not have the table yet.
///
/// # Errors
/// When the database fails.
pub async fn mail_is_paused(db: &Db) -> Result<bool> {
    let mut conn = db.read().await?;
    let mut link = conn.link();
    let tables: i64 = match &mut link {
        Link::Sqlite(c) => {
            sqlx::query_scalar("SELECT count(*) FROM sqlite_master WHERE name = 'mail_waits'").fetch_one(&mut **c).await
        }
        Link::Postgres(c) => sqlx::query_scalar("SELECT count(to_regclass('mail_waits'))").fetch_one(&mut **c).await,
    }?;
    Ok(tables > 0 && waits(&mut link).await?)
}

/// Sets the mark.
pub(crate) async fn pause(link: &mut Link<'_>) -> Result<()> {
    each_db!(link, c => sqlx::query(PAUSE).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Takes the mark away.
pub(crate) async fn resume(link: &mut Link<'_>) -> Result<()> {
    each_db!(link, c => sqlx::query(RESUME).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Whether the mark is there.
pub(crate) async fn waits(link: &mut Link<'_>) -> Result<bool> {
    let marks: i64 = each_db!(link, c => sqlx::query_scalar(WAITS).fetch_one(&mut **c).await)?;
    Ok(marks > 0)
}

/// The same over a connection that is there.
pub(crate) async fn status(link: &mut Link<'_>) -> Result<MailStatus> {
    let paused = waits(link).await?;
    let waiting = in_state(link, "queued").await?;
    Ok(MailStatus { paused, waiting, given_up: in_state(link, "dead").await? })
}

async fn in_state(link: &mut Link<'_>, state: &str) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(MAILS_IN_STATE).bind(state).fetch_one(&mut **c).await)?)
}
