//! What becomes of a signature whose mail came back.

use super::act::Facts;
use super::batch::hour_of;
use super::outbox;
use super::tally::{Event, Tally};
use crate::privacy::{Concern, ReturnTag, provider};
use crate::store::{CampaignId, Link, Result, SignatureId, each_db};
use jiff::Timestamp;

crate::store::statements! {
    MARK = "INSERT INTO returned_marks (mark, day) VALUES ($1, $2) ON CONFLICT (mark) DO NOTHING";
    FORGET_MARKS = "DELETE FROM returned_marks WHERE day < $1";
    COUNT = "INSERT INTO returned_mails (hour, slot, hard, soft) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hour, slot) DO UPDATE SET hard = returned_mails.hard + excluded.hard, soft = returned_mails.soft + excluded.soft";
    PENDING = "SELECT campaign_id, country, region, source, locale FROM signatures WHERE id = $1 AND state = 'pending'";
    DROP_PENDING = "DELETE FROM signatures WHERE id = $1 AND state = 'pending'";
    NO_MORE_UPDATES = "UPDATE signatures SET contact = NULL, wants_updates = 0
        WHERE id = $1 AND wants_updates = 1 AND state IN ('confirmed', 'invalidated')";
}

/// A mail that came back.
#[derive(Clone, Copy, Debug)]
pub struct Returned {
    /// What the server wrote into its sender address.
    pub tag: ReturnTag,
    /// Whether it came back for good.
    pub is_hard: bool,
    /// Tells this report from others.
    pub mark: [u8; 16],
}

#[derive(sqlx::FromRow)]
struct Row {
    campaign_id: Vec<u8>,
    country: String,
    region: String,
    source: String,
    locale: String,
}

/// Takes in reports that were not taken in before, and forgets marks of mails sent before the day `old`. How many were new.
pub(crate) async fn take(
    link: &mut Link<'_>,
    reports: &[Returned],
    now: Timestamp,
    slot: i64,
    old: i64,
) -> Result<usize> {
    let (mut tally, mut moot) = (Tally::default(), Vec::new());
    let (mut hard, mut soft) = (0_i64, 0_i64);
    each_db!(&mut *link, c => sqlx::query(FORGET_MARKS).bind(old).execute(&mut **c).await.map(drop))?;
    // In the order of what they change, so that two nodes never wait on each other.
    let mut reports = reports.to_vec();
    reports.sort_by_key(|report| (*report.tag.concern.id(), report.mark));
    let mut counted = 0;
    for report in &reports {
        let day = i64::from(report.tag.day);
        let new = each_db!(&mut *link, c =>
            sqlx::query(MARK).bind(&report.mark[..]).bind(day).execute(&mut **c).await.map(|done| done.rows_affected()))?;
        if new == 0 {
            continue;
        }
        counted += 1;
        *(if report.is_hard { &mut hard } else { &mut soft }) += 1;
        if report.is_hard {
            moot.extend(end(link, &report.tag, &mut tally).await?);
        }
    }
    outbox::delete_of(link, &moot).await?;
    let hour = hour_of(now);
    tally.write(link, hour, slot).await?;
    if counted > 0 {
        each_db!(link, c =>
            sqlx::query(COUNT).bind(hour).bind(slot).bind(hard).bind(soft).execute(&mut **c).await.map(drop))?;
    }
    Ok(counted)
}

/// Ends what the mail was about; the signature to which no more mails are to go.
async fn end(link: &mut Link<'_>, tag: &ReturnTag, tally: &mut Tally) -> Result<Option<SignatureId>> {
    let (id, sql) = match tag.concern {
        Concern::Nothing(_) => return Ok(None),
        Concern::Updates(id) => (id, NO_MORE_UPDATES),
        Concern::Confirmation(id) => (id, DROP_PENDING),
    };
    let row: Option<Row> = match tag.concern {
        Concern::Confirmation(_) => {
            each_db!(&mut *link, c => sqlx::query_as(PENDING).bind(&id[..]).fetch_optional(&mut **c).await)?
        }
        _ => None,
    };
    let changed = each_db!(link, c =>
        sqlx::query(sql).bind(&id[..]).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed == 0 {
        return Ok(None);
    }
    if let Some(row) = row {
        let campaign = CampaignId::read(&row.campaign_id)?;
        let facts = Facts { country: row.country, region: row.region, source: row.source, locale: row.locale };
        tally.add(campaign, &facts, Event::Bounced);
        tally.add_provider(provider::numbered(tag.provider), Event::Bounced);
    }
    Ok(Some(SignatureId(id)))
}
