//! What finished days of campaigns have come to, worked out once a day.

use super::grouped::{Grouped, Grouping};
use super::over_time::{OverTime, Told};
use super::tallies::{Cells, Days, net};
use crate::campaigns::Listed;
use crate::store::{CampaignId, Db, Result, StoreError};
use app::exports::{Column, Period};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use moka::future::Cache;
use std::sync::Arc;

/// Hours and lots that are held of all campaigns together: some 50 MB.
const HELD: u64 = 1_000_000;

/// A campaign's finished days.
pub(super) struct Finished {
    /// Its days begin and end here.
    pub zone: TimeZone,
    /// Events over time.
    pub over_time: Vec<Told>,
    /// Signatures by what they say of those who signed.
    pub grouped: Grouped,
    /// Signatures that counted when the last day ended.
    pub total: i64,
}

impl Finished {
    /// How often an event happened on days of a period, as far as that was told.
    pub(super) fn sum(&self, column: Column, period: Period) -> i64 {
        let told = self.over_time.iter().filter(|told| period.has(told.day));
        told.map(|told| event(told, column)).sum()
    }
}

/// How often one event happened in an hour; [`Column::Signatures`] is no event.
pub(super) fn event(told: &Told, column: Column) -> i64 {
    let place = Column::EVENTS.iter().position(|event| *event == column);
    place.map_or(0, |place| told.events[place])
}

/// Works out what is asked for, and holds it for the day.
pub(super) struct FinishedDays {
    db: Db,
    held: Cache<(CampaignId, Date), Arc<Finished>>,
}

impl FinishedDays {
    pub(super) fn new(db: Db) -> Self {
        let weight = |_: &(CampaignId, Date), finished: &Arc<Finished>| {
            u32::try_from(1 + finished.over_time.len() + finished.grouped.lots.len()).unwrap_or(u32::MAX)
        };
        Self { db, held: Cache::builder().max_capacity(HELD).weigher(weight).build() }
    }

    /// The days of a campaign that are over.
    pub(super) async fn of(&self, campaign: CampaignId, zone: &TimeZone, now: Timestamp) -> Result<Arc<Finished>> {
        let today = now.to_zoned(zone.clone()).date();
        let worked_out = self.held.try_get_with((campaign, today), work_out(&self.db, campaign, zone, today)).await;
        worked_out.map_err(|error| {
            tracing::error!(%error, "finished days could not be worked out");
            StoreError::Corrupt("tallies")
        })
    }

    /// The same of a campaign from a list.
    pub(super) async fn listed(&self, campaign: &Listed, now: Timestamp) -> Result<Arc<Finished>> {
        let zone = TimeZone::get(&campaign.time_zone).map_err(|_| StoreError::Corrupt("time zone"))?;
        self.of(campaign.id()?, &zone, now).await
    }
}

async fn work_out(db: &Db, campaign: CampaignId, zone: &TimeZone, today: Date) -> Result<Arc<Finished>> {
    let (mut over_time, mut grouping) = (OverTime::default(), Grouping::default());
    let (mut days, mut open, mut total) = (Days::of(zone.clone()), None, 0);
    let mut cells = Cells::of(db, campaign);
    let look = |cell: &super::tallies::Cell| {
        let day = days.day(cell.hour)?;
        if day >= today {
            return Ok(());
        }
        if let Some(over) = open.replace(day).filter(|open| *open != day) {
            over_time.end(over);
            grouping.end(over);
        }
        let events = cell.events();
        over_time.add(cell.hour, &events);
        grouping.add([&cell.country, &cell.region, &cell.source, &cell.locale], net(&events));
        total += net(&events);
        Ok::<_, StoreError>(())
    };
    let mut look = look;
    while cells.page(&mut look).await? {}
    if let Some(over) = open {
        over_time.end(over);
        grouping.end(over);
    }
    let (over_time, grouped) = (over_time.told(), grouping.grouped());
    Ok(Arc::new(Finished { zone: zone.clone(), over_time, grouped, total }))
}
