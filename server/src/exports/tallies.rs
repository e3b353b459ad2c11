//! Tallies as exports read them: in pages, in the order of their hours.

use crate::store::{CampaignId, Db, Result, StoreError, each_db};
use app::exports::{Column, Dimension};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Cells that are read at once.
const PAGE: i64 = 2_000;

crate::store::statements! {
    CELLS = "SELECT hour, country, region, source, locale, slot, signed, mailed, bounced, confirmed, fast, expired, withdrawn, invalidated,
        restored
        FROM tallies WHERE campaign_id = $1 AND (hour, country, region, source, locale, slot) > ($2, $3, $4, $5, $6, $7)
        ORDER BY hour, country, region, source, locale, slot LIMIT $8";
}

/// How often each of [`app::exports::Column::EVENTS`] happened.
pub(super) type Events = [i64; Column::EVENTS.len()];
/// The places of two of them.
pub(super) const CONFIRMED: usize = 3;
pub(super) const FAST: usize = 4;

/// Signatures that count: confirmed and restored less withdrawn and removed.
pub(super) const fn net(events: &Events) -> i64 {
    let [_, _, _, confirmed, _, _, withdrawn, invalidated, restored] = *events;
    confirmed - withdrawn - invalidated + restored
}

pub(super) fn add(sum: &mut Events, events: &Events) {
    for (sum, n) in sum.iter_mut().zip(events) {
        *sum += n;
    }
}

/// What happened in one hour to signatures that have the same coarse facts.
#[derive(sqlx::FromRow)]
pub(super) struct Cell {
    pub hour: i64,
    pub country: String,
    pub region: String,
    pub source: String,
    pub locale: String,
    slot: i64,
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
    /// What happened.
    pub(super) const fn events(&self) -> Events {
        [
            self.signed,
            self.mailed,
            self.bounced,
            self.confirmed,
            self.fast,
            self.expired,
            self.withdrawn,
            self.invalidated,
            self.restored,
        ]
    }

    /// What it says of those who signed; nothing of times, which depend on the time zone.
    pub(super) const fn group(&self, by: Dimension) -> Option<&String> {
        match by {
            Dimension::Day | Dimension::Hour => None,
            Dimension::Country => Some(&self.country),
            Dimension::Region => Some(&self.region),
            Dimension::Source => Some(&self.source),
            Dimension::Locale => Some(&self.locale),
        }
    }
}

/// All cells of a campaign in the order of their hours, page by page.
pub(super) struct Cells<'a> {
    db: &'a Db,
    campaign: CampaignId,
    last: Option<Cell>,
}

impl<'a> Cells<'a> {
    pub(super) const fn of(db: &'a Db, campaign: CampaignId) -> Self {
        Self { db, campaign, last: None }
    }

    /// Looks at the next page; `false` where there is none.
    pub(super) async fn page<E: From<StoreError>>(
        &mut self,
        mut look: impl FnMut(&Cell) -> Result<(), E>,
    ) -> Result<bool, E> {
        let cells = self.read().await?;
        cells.iter().try_for_each(&mut look)?;
        self.last = cells.into_iter().next_back();
        Ok(self.last.is_some())
    }

    async fn read(&self) -> Result<Vec<Cell>> {
        let text = |of: fn(&Cell) -> &String| self.last.as_ref().map_or("", |last| of(last).as_str());
        let number = |of: fn(&Cell) -> i64| self.last.as_ref().map_or(i64::MIN, of);
        let mut conn = self.db.read().await?;
        Ok(each_db!(conn.link(), c => sqlx::query_as(CELLS)
            .bind(self.campaign.bytes())
            .bind(number(|cell| cell.hour))
            .bind(text(|cell| &cell.country))
            .bind(text(|cell| &cell.region))
            .bind(text(|cell| &cell.source))
            .bind(text(|cell| &cell.locale))
            .bind(number(|cell| cell.slot))
            .bind(PAGE)
            .fetch_all(c).await)?)
    }
}

/// The days to which hours belong where a campaign is.
pub(super) struct Days {
    zone: TimeZone,
    /// Hours come in their order: mostly it is the same as before.
    last: Option<(i64, Date)>,
}

impl Days {
    pub(super) const fn of(zone: TimeZone) -> Self {
        Self { zone, last: None }
    }

    /// The day of an hour that is counted from 1970 in UTC.
    pub(super) fn day(&mut self, hour: i64) -> Result<Date> {
        if let Some((_, day)) = self.last.filter(|(last, _)| *last == hour) {
            return Ok(day);
        }
        let day = start(hour)?.to_zoned(self.zone.clone()).date();
        self.last = Some((hour, day));
        Ok(day)
    }

    /// An hour as files have it, with its distance from UTC: where clocks are set back, there are two of the same name.
    pub(super) fn hour_text(&self, hour: i64) -> Result<String> {
        Ok(start(hour)?.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M%:z").to_string())
    }
}

fn start(hour: i64) -> Result<Timestamp> {
    hour.checked_mul(3_600).and_then(|second| Timestamp::from_second(second).ok()).ok_or(StoreError::Corrupt("hour"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_belongs_to_the_day_it_has_in_the_campaigns_zone() {
        // 2026-03-08 07:00 UTC: that night Chicago moves its clocks on.
        let hour = 492_487;
        let day = |hour, zone| Days::of(TimeZone::get(zone).unwrap()).day(hour).unwrap().to_string();
        assert_eq!(day(hour, "UTC"), "2026-03-08");
        assert_eq!(day(hour - 2, "America/Chicago"), "2026-03-07");
        assert_eq!(day(hour - 1, "America/Chicago"), "2026-03-08");
        assert_eq!(day(hour + 21, "America/Chicago"), "2026-03-08");
        assert_eq!(day(hour + 22, "America/Chicago"), "2026-03-09");
        assert_eq!(day(hour + 7, "Asia/Tokyo"), "2026-03-08");
        assert_eq!(day(hour + 8, "Asia/Tokyo"), "2026-03-09");
        assert!(Days::of(TimeZone::UTC).day(i64::MAX).is_err());
    }

    #[test]
    fn hours_of_the_same_name_are_told_apart() {
        let days = Days::of(TimeZone::get("America/Chicago").unwrap());
        // 2026-11-01: clocks are set back at two.
        let hour = 498_198;
        assert_eq!(days.hour_text(hour).unwrap(), "2026-11-01T01:00-05:00");
        assert_eq!(days.hour_text(hour + 1).unwrap(), "2026-11-01T01:00-06:00");
        assert_eq!(Days::of(TimeZone::get("Asia/Kolkata").unwrap()).hour_text(0).unwrap(), "1970-01-01T05:30+05:30");
    }
}
