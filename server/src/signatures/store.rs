//! Reading signatures.

use crate::store::{CampaignId, Link, Result, SignatureId, each_db};

crate::store::statements! {
    FIND = "SELECT state, public_name, reason, reason_state, contact, wants_updates, domain_tag
        FROM signatures WHERE id = $1 AND campaign_id = $2";
    SHOWN_REASONS = "SELECT public_name, reason, locale FROM signatures
        WHERE campaign_id = $1 AND reason_state = 'shown' AND state = 'confirmed' ORDER BY id LIMIT $2";
}

/// A signature as far as its signer's pages need it.
#[derive(sqlx::FromRow)]
pub(super) struct Found {
    pub state: String,
    pub public_name: Option<String>,
    pub reason: Option<String>,
    pub reason_state: Option<String>,
    pub contact: Option<Vec<u8>>,
    pub wants_updates: i64,
    pub domain_tag: Option<Vec<u8>>,
}

/// One signature of a campaign.
pub(super) async fn find(link: &mut Link<'_>, campaign: CampaignId, row: SignatureId) -> Result<Option<Found>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(FIND).bind(row.bytes()).bind(campaign.bytes()).fetch_optional(&mut **c).await)?)
}

#[derive(sqlx::FromRow)]
pub(crate) struct Shown {
    pub public_name: Option<String>,
    pub reason: String,
    pub locale: String,
}

/// Reasons that may be shown, at most `limit`, in no order that tells who came when.
pub(crate) async fn shown_reasons(link: &mut Link<'_>, campaign: CampaignId, limit: i64) -> Result<Vec<Shown>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(SHOWN_REASONS).bind(campaign.bytes()).bind(limit).fetch_all(&mut **c).await)?)
}
