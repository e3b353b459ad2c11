//! What review drops when its time is over.

use crate::store::Result;
use crate::store::each_db;
use crate::store::writer::Writer;
use jiff::Timestamp;

crate::store::statements! {
    OLD_LOCKS = "DELETE FROM review_locks WHERE until <= $1";
    LOST_NOTES = "DELETE FROM review_notes
        WHERE NOT EXISTS (SELECT 1 FROM drafts d WHERE d.id = review_notes.campaign_id)
        AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = review_notes.campaign_id)";
    LOST_GROUNDS = "DELETE FROM decision_grounds
        WHERE NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = decision_grounds.campaign_id)";
}

/// Drops locks that have ended, and notes and reasons of drafts that were deleted.
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, now: Timestamp) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                let now = now.as_microsecond();
                each_db!(tx.link(), c => sqlx::query(OLD_LOCKS).bind(now).execute(c).await.map(drop))?;
                for sql in [LOST_NOTES, LOST_GROUNDS] {
                    each_db!(tx.link(), c => sqlx::query(sql).execute(c).await.map(drop))?;
                }
                Ok(())
            })
        })
        .await
}
