//! Reasons of signers that wait for a look before they are shown.

use crate::store::writer::Writer;
use crate::store::{CampaignId, Db, Result, SignatureId, each_db};

crate::store::statements! {
    LIST = "SELECT id, public_name, reason, reason_state FROM signatures
        WHERE campaign_id = $1 AND reason_state IS NOT NULL AND state = 'confirmed' AND id > $2 ORDER BY id LIMIT 1000";
    DECIDE = "UPDATE signatures SET reason_state = $2,
        reason = CASE WHEN $2 = 'removed' THEN NULL ELSE reason END,
        public_name = CASE WHEN $2 = 'removed' THEN NULL ELSE public_name END
        WHERE id = $1 AND reason_state IN ('waiting', 'shown')";
}

/// A reason with its state: `waiting`, `shown` or `removed`.
#[derive(sqlx::FromRow)]
pub struct WaitingReason {
    id: Vec<u8>,
    /// The name beside it, if it is to be shown.
    pub public_name: Option<String>,
    /// The reason; gone once removed.
    pub reason: Option<String>,
    /// Where it stands.
    pub reason_state: String,
}

impl WaitingReason {
    /// The signature it belongs to.
    ///
    /// # Errors
    /// When what is stored is no id.
    pub fn id(&self) -> Result<SignatureId> {
        SignatureId::read(&self.id)
    }
}

/// At most a thousand reasons behind `after`, in the order of their ids.
///
/// # Errors
/// When the database fails.
pub async fn list_reasons(db: &Db, campaign: CampaignId, after: Option<SignatureId>) -> Result<Vec<WaitingReason>> {
    let after = after.map(|id| id.0.to_vec()).unwrap_or_default();
    let mut conn = db.read().await?;
    Ok(each_db!(conn.link(), c => sqlx::query_as(LIST).bind(campaign.bytes()).bind(after).fetch_all(c).await)?)
}

/// Shows a reason, or removes it for good. `false` if there is no such reason or it was removed before.
///
/// # Errors
/// When the database fails.
pub async fn decide_reason(writer: &Writer, id: SignatureId, show: bool) -> Result<bool> {
    let state = if show { "shown" } else { "removed" };
    writer
        .job(move |tx| {
            Box::pin(async move {
                let changed = each_db!(tx.link(), c => sqlx::query(DECIDE)
                    .bind(id.bytes())
                    .bind(state)
                    .execute(c).await.map(|done| done.rows_affected()))?;
                Ok(changed == 1)
            })
        })
        .await
}
