//! What is dropped when its time is over.

use super::invitations::oldest;
use crate::store::writer::Writer;
use crate::store::{Result, each_db};
use jiff::Timestamp;

crate::store::statements! {
    EXPIRE_INVITATIONS = "DELETE FROM team_invitations WHERE created_at <= $1";
    EXPIRE_OFFERS = "DELETE FROM campaign_offers WHERE created_at <= $1";
}

/// Drops invitations and offers that nobody has answered within seven days, and with them the addresses they went to.
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, now: Timestamp) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                for sql in [EXPIRE_INVITATIONS, EXPIRE_OFFERS] {
                    each_db!(tx.link(), c => sqlx::query(sql).bind(oldest(now)).execute(c).await.map(drop))?;
                }
                Ok(())
            })
        })
        .await
}
