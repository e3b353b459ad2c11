//! What a signer changes later: hide name and reason, stop updates, or withdraw.

use super::act::{Answer, Facts};
use super::batch::Batch;
use super::tally::Event;
use crate::store::{CampaignId, Link, Result, SignatureId, each_db};
use app::signatures::Decision;

crate::store::statements! {
    STATE = "SELECT state, country, region, source, locale FROM signatures WHERE id = $1 AND campaign_id = $2";
    HIDE = "UPDATE signatures SET public_name = NULL, reason = NULL, reason_state = NULL
        WHERE id = $1 AND state IN ('confirmed', 'invalidated')";
    STOP_UPDATES = "UPDATE signatures SET contact = NULL, wants_updates = 0
        WHERE id = $1 AND state IN ('confirmed', 'invalidated')";
    /* The coarse facts stay, so that the event is counted where the signature was; everything else goes. */
    WITHDRAW = "UPDATE signatures SET state = 'withdrawn', digest = NULL, seat = NULL, name_tag = NULL, domain_tag = NULL,
        epoch = NULL, sealed = NULL, contact = NULL, wants_updates = 0, public_name = NULL, reason = NULL,
        reason_state = NULL, noticed_day = NULL, invalidation_id = NULL
        WHERE id = $1 AND state IN ('confirmed', 'invalidated')";
}

#[derive(sqlx::FromRow)]
struct Row {
    state: String,
    country: String,
    region: String,
    source: String,
    locale: String,
}

/// Does what the signer decided. A repeat changes nothing.
pub(super) async fn apply(
    batch: &mut Batch,
    link: &mut Link<'_>,
    campaign: CampaignId,
    id: SignatureId,
    decision: Decision,
) -> Result<Answer> {
    let row: Option<Row> = each_db!(&mut *link, c =>
        sqlx::query_as(STATE).bind(id.bytes()).bind(campaign.bytes()).fetch_optional(&mut **c).await)?;
    let Some(row) = row.filter(|row| row.state != "pending") else { return Ok(Answer::NoRow) };
    let sql = match decision {
        Decision::Hide => HIDE,
        Decision::StopUpdates => STOP_UPDATES,
        Decision::Withdraw => WITHDRAW,
    };
    let changed = each_db!(link, c =>
        sqlx::query(sql).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed == 1 && decision != Decision::Hide {
        batch.moot.push(id);
    }
    if changed == 1 && decision == Decision::Withdraw {
        // One that a rule had removed was taken off the count before.
        if row.state == "confirmed" {
            let facts = Facts { country: row.country, region: row.region, source: row.source, locale: row.locale };
            batch.tally.add(campaign, &facts, Event::Withdrawn);
        }
    }
    Ok(Answer::Done)
}
