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
    /// A mail went out to be confirmed.
    Mailed,
    /// That mail came back for good, and the row was dropped.
    Bounced,
    /// The mailbox was proven.
    Confirmed,
    /// That was within seconds of signing. Counted besides.
    Fast,
    /// A pending row was dropped.
    Expired,
    /// The signer took it back.
    Withdrawn,
    /// A rule took it off the count.
    Invalidated,
    /// That was undone.
    Restored,
}

impl Event {
    const fn count(self) -> i64 {
        match self {
            Self::Confirmed | Self::Restored => 1,
            Self::Withdrawn | Self::Invalidated => -1,
            Self::Signed | Self::Mailed | Self::Bounced | Self::Fast | Self::Expired => 0,
        }
    }
}

crate::store::statements! {
    READ_COUNT = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM campaign_counts WHERE campaign_id = $1";
}

const ADD_TALLIES: &str = "INSERT INTO tallies
    (campaign_id, hour, country, region, source, locale, slot, signed, mailed, bounced, confirmed, fast, expired, withdrawn, invalidated,
    restored) ";
const TO_TALLIES: &str = " ON CONFLICT (campaign_id, hour, country, region, source, locale, slot) DO UPDATE SET
    signed = tallies.signed + excluded.signed,
    mailed = tallies.mailed + excluded.mailed,
    bounced = tallies.bounced + excluded.bounced,
    confirmed = tallies.confirmed + excluded.confirmed,
    fast = tallies.fast + excluded.fast,
    expired = tallies.expired + excluded.expired,
    withdrawn = tallies.withdrawn + excluded.withdrawn,
    invalidated = tallies.invalidated + excluded.invalidated,
    restored = tallies.restored + excluded.restored";
const ADD_PROVIDERS: &str = "INSERT INTO provider_tallies (day, provider, slot, signed, mailed, bounced, confirmed) ";
const TO_PROVIDERS: &str = " ON CONFLICT (day, provider, slot) DO UPDATE SET
    signed = provider_tallies.signed + excluded.signed,
    mailed = provider_tallies.mailed + excluded.mailed,
    bounced = provider_tallies.bounced + excluded.bounced,
    confirmed = provider_tallies.confirmed + excluded.confirmed";
const ADD_COUNTS: &str = "INSERT INTO campaign_counts (campaign_id, slot, n) ";
const TO_COUNTS: &str = " ON CONFLICT (campaign_id, slot) DO UPDATE SET n = campaign_counts.n + excluded.n";

#[derive(Default, Clone, Copy)]
struct Cell {
    signed: i64,
    mailed: i64,
    bounced: i64,
    confirmed: i64,
    fast: i64,
    expired: i64,
    withdrawn: i64,
    invalidated: i64,
    restored: i64,
}

impl Cell {
    const fn add(&mut self, event: Event) {
        match event {
            Event::Signed => self.signed += 1,
            Event::Mailed => self.mailed += 1,
            Event::Bounced => self.bounced += 1,
            Event::Confirmed => self.confirmed += 1,
            Event::Fast => self.fast += 1,
            Event::Expired => self.expired += 1,
            Event::Withdrawn => self.withdrawn += 1,
            Event::Invalidated => self.invalidated += 1,
            Event::Restored => self.restored += 1,
        }
    }
}

/// The events of one transaction, added up. Written in the order of their keys, so that two nodes never wait on each other.
#[derive(Default)]
pub struct Tally {
    cells: BTreeMap<(CampaignId, Facts), Cell>,
    counts: BTreeMap<CampaignId, i64>,
    providers: BTreeMap<&'static str, Cell>,
}

impl Tally {
    /// Adds an event.
    pub fn add(&mut self, campaign: CampaignId, facts: &Facts, event: Event) {
        let cell = self.cells.entry((campaign, facts.clone())).or_default();
        cell.add(event);
        if event.count() != 0 {
            *self.counts.entry(campaign).or_default() += event.count();
        }
    }

    /// Adds an event for the whole house under a mail provider.
    pub(super) fn add_provider(&mut self, provider: &'static str, event: Event) {
        self.providers.entry(provider).or_default().add(event);
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
                        .push_bind(cell.mailed)
                        .push_bind(cell.bounced)
                        .push_bind(cell.confirmed)
                        .push_bind(cell.fast)
                        .push_bind(cell.expired)
                        .push_bind(cell.withdrawn)
                        .push_bind(cell.invalidated)
                        .push_bind(cell.restored);
                });
                query.push(TO_TALLIES).build().execute(&mut **c).await.map(drop)
            })?;
        }
        if !self.providers.is_empty() {
            each_db!(&mut *link, c => {
                let mut query = QueryBuilder::new(ADD_PROVIDERS);
                query.push_values(&self.providers, |mut row, (provider, cell)| {
                    row.push_bind(hour.div_euclid(24))
                        .push_bind(*provider)
                        .push_bind(slot)
                        .push_bind(cell.signed)
                        .push_bind(cell.mailed)
                        .push_bind(cell.bounced)
                        .push_bind(cell.confirmed);
                });
                query.push(TO_PROVIDERS).build().execute(&mut **c).await.map(drop)
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
