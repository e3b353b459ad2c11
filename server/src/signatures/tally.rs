//! Counting: events are added to tallies and the count changes, in the transaction of the event itself.

use super::act::Facts;
use crate::store::{CampaignId, Link, Result, each_db};
use sqlx::QueryBuilder;
use std::collections::BTreeMap;

/// Something that happens to a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A form was taken.
    Signed,
    /// The mailbox was proven.
    Confirmed,
    /// A pending row was dropped.
    Expired,
    /// The signer took it back.
    Withdrawn,
}

impl Event {
    const fn count(self) -> i64 {
        match self {
            Self::Confirmed => 1,
            Self::Withdrawn => -1,
            Self::Signed | Self::Expired => 0,
        }
    }
}

crate::store::statements! {
    READ_COUNT = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM campaign_counts WHERE campaign_id = $1";
}

const ADD_TALLIES: &str = "INSERT INTO tallies
    (campaign_id, hour, country, region, source, locale, slot, signed, confirmed, expired, withdrawn) ";
const TO_TALLIES: &str = " ON CONFLICT (campaign_id, hour, country, region, source, locale, slot) DO UPDATE SET
    signed = tallies.signed + excluded.signed,
    confirmed = tallies.confirmed + excluded.confirmed,
    expired = tallies.expired + excluded.expired,
    withdrawn = tallies.withdrawn + excluded.withdrawn";
const ADD_COUNTS: &str = "INSERT INTO campaign_counts (campaign_id, slot, n) ";
const TO_COUNTS: &str = " ON CONFLICT (campaign_id, slot) DO UPDATE SET n = campaign_counts.n + excluded.n";

#[derive(Default, Clone, Copy)]
struct Cell {
    signed: i64,
    confirmed: i64,
    expired: i64,
    withdrawn: i64,
}

/// The events of one transaction, added up. Written in the order of their keys, so that two nodes never wait on each other.
#[derive(Default)]
pub struct Tally {
    cells: BTreeMap<(CampaignId, Facts), Cell>,
    counts: BTreeMap<CampaignId, i64>,
}

impl Tally {
    /// Adds an event.
    pub fn add(&mut self, campaign: CampaignId, facts: &Facts, event: Event) {
        let cell = self.cells.entry((campaign, facts.clone())).or_default();
        match event {
            Event::Signed => cell.signed += 1,
            Event::Confirmed => cell.confirmed += 1,
            Event::Expired => cell.expired += 1,
            Event::Withdrawn => cell.withdrawn += 1,
        }
        if event.count() != 0 {
            *self.counts.entry(campaign).or_default() += event.count();
        }
    }

    /// Writes everything for this UTC hour and slot.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn write(&self, link: &mut Link<'_>, hour: i64, slot: i64) -> Result<()> {
        if !self.cells.is_empty() {
            each_db!(&mut *link, c => {
                let mut query = QueryBuilder::new(ADD_TALLIES);
                query.push_values(&self.cells, |mut row, ((campaign, facts), cell)| {
                    row.push_bind(campaign.bytes())
                        .push_bind(hour)
                        .push_bind(&facts.country)
                        .push_bind(&facts.region)
                        .push_bind(&facts.source)
                        .push_bind(&facts.locale)
                        .push_bind(slot)
                        .push_bind(cell.signed)
                        .push_bind(cell.confirmed)
                        .push_bind(cell.expired)
                        .push_bind(cell.withdrawn);
                });
                query.push(TO_TALLIES).build().execute(&mut **c).await.map(drop)
            })?;
        }
        if !self.counts.is_empty() {
            each_db!(link, c => {
                let mut query = QueryBuilder::new(ADD_COUNTS);
                query.push_values(&self.counts, |mut row, (campaign, n)| {
                    row.push_bind(campaign.bytes()).push_bind(slot).push_bind(*n);
                });
                query.push(TO_COUNTS).build().execute(&mut **c).await.map(drop)
            })?;
        }
        Ok(())
    }
}

/// Confirmed signatures of a campaign: the sum of at most 64 rows.
///
/// # Errors
/// When the database fails.
pub async fn count(link: &mut Link<'_>, campaign: CampaignId) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(READ_COUNT).bind(campaign.bytes()).fetch_one(&mut **c).await)?)
}
