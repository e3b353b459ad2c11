//! What is dropped when its time is over: pending rows, dead letters, keys.

use super::act::Facts;
use super::batch::hour_of;
use super::outbox;
use super::tally::{Event, Tally};
use crate::clock::ago;
use crate::store::writer::Writer;
use crate::store::{CampaignId, Result, SignatureId, Tx, each_db};
use jiff::Timestamp;

/// Rows that one transaction drops.
const PAGE: i64 = 200;
/// Hours that a dead letter is kept.
const DEAD_LETTER_HOURS: i64 = 7 * 24;
/// Hours after closing when the key of a campaign's digests is destroyed.
const DIGEST_KEY_HOURS: i64 = 30 * 24;

crate::store::statements! {
    EXPIRED = "SELECT id, campaign_id, country, region, source, locale FROM signatures
        WHERE state = 'pending' AND created_at < $1 ORDER BY created_at LIMIT $2";
    DELETE_EXPIRED = "DELETE FROM signatures WHERE id = $1 AND state = 'pending'";
    DESTROY_DIGEST_KEYS = "UPDATE campaigns SET digest_key = NULL WHERE closes_at < $1 AND digest_key IS NOT NULL";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    campaign_id: Vec<u8>,
    country: String,
    region: String,
    source: String,
    locale: String,
}

/// Drops pending rows older than `pending_hours`, dead letters after seven days and digest keys 30 days after closing. Returns how many
/// pending rows went.
///
/// # Errors
/// When the database fails; what was dropped until then stays dropped.
pub async fn sweep(writer: &Writer, now: Timestamp, pending_hours: i64, slot: i64) -> Result<usize> {
    let before = |hours: i64| ago(now, hours * 60);
    let (pending, dead, keys) = (before(pending_hours), before(DEAD_LETTER_HOURS), before(DIGEST_KEY_HOURS));
    writer
        .job(move |tx| {
            Box::pin(async move {
                outbox::delete_dead(&mut tx.link(), dead).await?;
                each_db!(tx.link(), c => sqlx::query(DESTROY_DIGEST_KEYS).bind(keys).execute(c).await.map(drop))?;
                Ok(())
            })
        })
        .await?;
    let mut dropped = 0;
    loop {
        let n = writer.job(move |tx| Box::pin(async move { page(tx, pending, hour_of(now), slot).await })).await?;
        dropped += n;
        if n == 0 {
            return Ok(dropped);
        }
    }
}

async fn page(tx: &mut Tx, before: i64, hour: i64, slot: i64) -> Result<usize> {
    let mut link = tx.link();
    let mut rows: Vec<Row> =
        each_db!(&mut link, c => sqlx::query_as(EXPIRED).bind(before).bind(PAGE).fetch_all(&mut **c).await)?;
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let mut tally = Tally::default();
    let mut gone = Vec::with_capacity(rows.len());
    for row in rows {
        let id = SignatureId::read(&row.id)?;
        let changed = each_db!(&mut link, c =>
            sqlx::query(DELETE_EXPIRED).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
        // On PostgreSQL another node may have been faster.
        if changed == 1 {
            let facts = Facts { country: row.country, region: row.region, source: row.source, locale: row.locale };
            tally.add(CampaignId::read(&row.campaign_id)?, &facts, Event::Expired);
            gone.push(id);
        }
    }
    outbox::delete_of(&mut link, &gone).await?;
    tally.write(&mut link, hour, slot).await?;
    Ok(gone.len())
}
