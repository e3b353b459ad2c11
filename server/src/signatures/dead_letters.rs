//! Mails that were given up, put back into the outbox.

use crate::privacy::DayKeys;
use crate::store::writer::Writer;
use crate::store::{Db, OutboxId, Result, Tx, each_db};

/// Rows that one transaction changes.
const PAGE: i64 = 200;

crate::store::statements! {
    DEAD_LETTERS = "SELECT id, address FROM outbox WHERE state = 'dead' AND id > $1 ORDER BY id LIMIT $2";
    REQUEUE = "UPDATE outbox SET state = 'queued', attempts = 0, not_before = created_at, code = NULL
        WHERE id = $1 AND state = 'dead'";
    DELETE_LOST = "DELETE FROM outbox WHERE id = $1 AND state = 'dead'";
}

/// What became of mails that had been given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retried {
    /// Those that are due again.
    pub queued: u64,
    /// Those whose address nobody can read any more; they were removed.
    pub lost: u64,
}

/// Puts mails that were given up back into the outbox, with all their tries before them; they keep the time at which they were first
/// queued, and so their age. One whose day's key has been destroyed is removed: it can reach nobody, and tells of a signature.
///
/// # Errors
/// When the database fails; what was done until then stays done.
pub async fn retry_dead_letters(db: &Db, writer: &Writer, day_keys: &DayKeys) -> Result<Retried> {
    let mut retried = Retried::default();
    // By id, and not "until none is left": one that is refused again at once would come back for ever.
    let mut after = Vec::new();
    loop {
        let mut conn = db.read().await?;
        let rows: Vec<(Vec<u8>, Vec<u8>)> = each_db!(conn.link(), c =>
            sqlx::query_as(DEAD_LETTERS).bind(&after).bind(PAGE).fetch_all(c).await)?;
        drop(conn);
        let Some((last, _)) = rows.last() else { return Ok(retried) };
        after.clone_from(last);
        let mut letters = Vec::with_capacity(rows.len());
        for (id, address) in rows {
            let id = OutboxId::read(&id)?;
            letters.push((id, day_keys.open(id.bytes(), &address).await?.is_some()));
        }
        let page = writer.job(move |tx| Box::pin(async move { put_back(tx, &letters).await })).await?;
        retried.queued += page.queued;
        retried.lost += page.lost;
    }
}

/// Puts back those that can be opened and removes the others, in the order of their ids.
async fn put_back(tx: &mut Tx, letters: &[(OutboxId, bool)]) -> Result<Retried> {
    let mut retried = Retried::default();
    for (id, opens) in letters {
        let (sql, count) = if *opens { (REQUEUE, &mut retried.queued) } else { (DELETE_LOST, &mut retried.lost) };
        // Another process may have been faster.
        *count += each_db!(tx.link(), c =>
            sqlx::query(sql).bind(id.bytes()).execute(c).await.map(|done| done.rows_affected()))?;
    }
    Ok(retried)
}
