//! What moderators say to each other about a campaign.

use crate::store::{AccountId, CampaignId, Link, NoteId, Result, each_db};
use jiff::Timestamp;

crate::store::statements! {
    ADD_NOTE = "INSERT INTO review_notes (campaign_id, created_at, id, account_id, text) VALUES ($1, $2, $3, $4, $5)";
    NOTES = "SELECT n.account_id, a.contact, n.created_at, n.text
        FROM review_notes n LEFT JOIN accounts a ON a.id = n.account_id
        WHERE n.campaign_id = $1 ORDER BY n.created_at, n.id LIMIT 500";
}

/// A note as it is stored.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    account_id: Vec<u8>,
    /// The address of who wrote it, encrypted; none once that account is closed.
    pub(super) contact: Option<Vec<u8>>,
    pub(super) created_at: i64,
    pub(super) text: String,
}

impl Row {
    pub(super) fn account(&self) -> Result<AccountId> {
        AccountId::read(&self.account_id)
    }
}

pub(super) async fn add(
    link: &mut Link<'_>,
    now: Timestamp,
    id: NoteId,
    campaign: CampaignId,
    by: AccountId,
    text: &str,
) -> Result<()> {
    each_db!(link, c => sqlx::query(ADD_NOTE)
        .bind(campaign.bytes())
        .bind(now.as_microsecond())
        .bind(id.bytes())
        .bind(by.bytes())
        .bind(text)
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// The notes on a campaign, the oldest first.
pub(super) async fn of(link: &mut Link<'_>, campaign: CampaignId) -> Result<Vec<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(NOTES).bind(campaign.bytes()).fetch_all(&mut **c).await)?)
}
