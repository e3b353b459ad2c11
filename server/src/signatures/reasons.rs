//! Reasons that signers want to show, for those who look at them first.

use crate::store::writer::Writer;
use crate::store::{CampaignId, Db, Link, Result, SignatureId, each_db};

crate::store::statements! {
    LIST = "SELECT id, public_name, reason FROM signatures
        WHERE campaign_id = $1 AND reason_state = $2 AND state = 'confirmed' AND id > $3 ORDER BY id LIMIT 1000";
    DECIDE = "UPDATE signatures SET reason_state = $2,
        reason = CASE WHEN $2 = 'removed' THEN NULL ELSE reason END,
        public_name = CASE WHEN $2 = 'removed' THEN NULL ELSE public_name END
        WHERE id = $1 AND reason_state IN ('waiting', 'shown')";
}

/// Where a reason stands that is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReasonState {
    /// Waits for a look.
    Waiting,
    /// Is on its campaign's page.
    Shown,
}

impl ReasonState {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Waiting, Self::Shown];

    /// As it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Shown => "shown",
        }
    }
}

/// A reason that waits or is shown.
#[derive(sqlx::FromRow)]
pub struct Reason {
    id: Vec<u8>,
    /// The name beside it, if it is to be shown.
    pub public_name: Option<String>,
    /// What it says.
    pub reason: String,
}

impl Reason {
    /// The signature it belongs to.
    ///
    /// # Errors
    /// When what is stored is no id.
    pub fn id(&self) -> Result<SignatureId> {
        SignatureId::read(&self.id)
    }
}

/// At most a thousand reasons in this state behind `after`, in the order of their ids, which are random.
///
/// # Errors
/// When the database fails.
pub async fn list_reasons(
    db: &Db,
    campaign: CampaignId,
    state: ReasonState,
    after: Option<SignatureId>,
) -> Result<Vec<Reason>> {
    let after = after.map(|id| id.0.to_vec()).unwrap_or_default();
    let mut conn = db.read().await?;
    Ok(each_db!(conn.link(), c => sqlx::query_as(LIST)
        .bind(campaign.bytes())
        .bind(state.code())
        .bind(after)
        .fetch_all(c).await)?)
}

/// Shows a reason, or removes it for good. `false` if there is no such reason or it was removed before.
///
/// # Errors
/// When the database fails.
pub async fn decide_reason(writer: &Writer, id: SignatureId, show: bool) -> Result<bool> {
    writer.job(move |tx| Box::pin(async move { decide(&mut tx.link(), id, show).await })).await
}

/// The same within a transaction.
pub(crate) async fn decide(link: &mut Link<'_>, id: SignatureId, show: bool) -> Result<bool> {
    let state = if show { ReasonState::Shown.code() } else { "removed" };
    let changed = each_db!(link, c => sqlx::query(DECIDE)
        .bind(id.bytes())
        .bind(state)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}
