//! What rules leave behind, dropped when its time is over.

use crate::clock::ago;
use crate::store::writer::Writer;
use crate::store::{Result, each_db};
use jiff::Timestamp;

/// Minutes that a rule is kept which was counted and not applied; the page says so.
const KEPT: i64 = 7 * 24 * 60;

crate::store::statements! {
    DROP_UNUSED = "DELETE FROM invalidations WHERE state = 'counted' AND created_at < $1";
    /* Rows keep the name of the rule that took them off the count: it must not tell their domain for longer than their own marks do. */
    FORGET_DOMAINS = "UPDATE invalidations SET domain = '' WHERE domain <> ''
        AND campaign_id IN (SELECT c.id FROM campaigns c WHERE c.digest_key IS NULL)";
}

/// Drops rules that were not applied within seven days, and the domains of rules where nobody can tell those of signers any more.
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, now: Timestamp) -> Result<()> {
    let unused = ago(now, KEPT);
    writer
        .job(move |tx| {
            Box::pin(async move {
                each_db!(tx.link(), c => sqlx::query(DROP_UNUSED).bind(unused).execute(c).await.map(drop))?;
                each_db!(tx.link(), c => sqlx::query(FORGET_DOMAINS).execute(c).await.map(drop))?;
                Ok(())
            })
        })
        .await
}
