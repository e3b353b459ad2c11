//! The rows of an export: which columns there are, and what stands in them.

use super::finished::{Finished, FinishedDays, event};
use super::grouped::FEW;
use super::tallies::{Cells, Days, Events, add, net};
use crate::campaigns::{self, Listed};
use crate::store::{Db, Result, StoreError};
use app::exports::{Column, CountsQuery, Dimension, OTHERS, Period};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// Breakdowns of more dimensions than this are for campaigns that many have signed.
const DIMENSIONS_OF_FEW: usize = 2;

/// A line of an export.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The campaign's address, its time zone where that matters, and one value for each dimension.
    pub words: Vec<String>,
    /// One number for each column.
    pub numbers: Vec<i64>,
}

/// What an export holds.
#[derive(Clone, Debug)]
pub struct Wanted {
    query: CountsQuery,
    period: Period,
    columns: Vec<Column>,
}

impl Wanted {
    /// What a query asks for.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(query: CountsQuery) -> Result<Self, Vec<(app::exports::CountsField, app::exports::CountsProblem)>> {
        let period = query.period()?;
        let columns = query.told(period);
        Ok(Self { query, period, columns })
    }

    /// The query.
    pub const fn query(&self) -> &CountsQuery {
        &self.query
    }

    /// The names of the columns, and how many of them hold words.
    pub fn head(&self) -> (Vec<&'static str>, usize) {
        let zone = self.has_times().then_some("time_zone");
        let by = self.query.by.iter().map(|by| by.name());
        let mut head = ["campaign"].into_iter().chain(zone).chain(by).collect::<Vec<_>>();
        let words = head.len();
        head.extend(self.columns.iter().map(|column| column.name()));
        (head, words)
    }

    /// Whether the time zone matters.
    fn has_times(&self) -> bool {
        self.period.is_bounded() || self.query.by.iter().any(|by| by.is_time())
    }

    fn row(&self, campaign: &Listed, group: impl IntoIterator<Item = String>, numbers: Vec<i64>) -> Row {
        let zone = self.has_times().then(|| campaign.time_zone.clone());
        Row { words: [campaign.slug.clone()].into_iter().chain(zone).chain(group).collect(), numbers }
    }

    /// One value for each dimension.
    fn group<'a>(&self, time: Option<&str>, groups: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let mut groups = groups.into_iter();
        let value = |by: &Dimension| if by.is_time() { time } else { groups.next() };
        self.query.by.iter().map(value).map(|value| value.unwrap_or_default().to_owned()).collect()
    }

    fn numbers(&self, events: &Events) -> Vec<i64> {
        let number = |column: &Column| match Column::EVENTS.iter().position(|event| event == column) {
            Some(place) => events[place],
            None => net(events),
        };
        self.columns.iter().map(number).collect()
    }
}

/// Where counts come from.
pub struct Counts {
    pub(super) db: Db,
    pub(super) finished: FinishedDays,
}

impl Counts {
    /// Counts of this database; nothing has been worked out yet.
    pub fn of(db: Db) -> Self {
        Self { finished: FinishedDays::new(db.clone()), db }
    }

    /// Tells the rows of an export, campaign by campaign, in the order of times and then of groups. Exact ones are read page by page: what
    /// is held in memory are a page and the groups of two days, or, without times, those of one campaign. `live` totals are of this
    /// moment, else of finished days.
    ///
    /// # Errors
    /// A sentence for a campaign that is not there, what the database said, or what `tell` failed with.
    pub async fn rows<E: From<StoreError>>(
        &self,
        wanted: &Wanted,
        now: Timestamp,
        live: bool,
        mut tell: impl FnMut(Row) -> Result<(), E>,
    ) -> Result<(), E> {
        if wanted.query.campaigns.is_empty() {
            let mut after = String::new();
            loop {
                let campaigns = campaigns::listed_after(&self.db, &after).await?;
                let Some(last) = campaigns.last() else { return Ok(()) };
                after.clone_from(&last.slug);
                for campaign in &campaigns {
                    self.campaign(wanted, campaign, now, live, &mut tell).await?;
                }
            }
        }
        for slug in &wanted.query.campaigns {
            let campaign = campaigns::named(&self.db, slug.as_str()).await?;
            self.campaign(wanted, &campaign, now, live, &mut tell).await?;
        }
        Ok(())
    }

    async fn campaign<E: From<StoreError>>(
        &self,
        wanted: &Wanted,
        campaign: &Listed,
        now: Timestamp,
        live: bool,
        tell: &mut impl FnMut(Row) -> Result<(), E>,
    ) -> Result<(), E> {
        if wanted.query.exact {
            return exact(&self.db, wanted, campaign, tell).await;
        }
        // Only the public count is of this moment, and needs no look at the tallies.
        if live && wanted.query.by.is_empty() && wanted.columns == [Column::Signatures] {
            return tell(wanted.row(campaign, [], vec![campaign.confirmed]));
        }
        let finished = self.finished.listed(campaign, now).await?;
        let count = if live { campaign.confirmed } else { finished.total };
        merged(wanted, campaign, &finished, count, tell)
    }
}

/// Rows without small groups.
fn merged<E: From<StoreError>>(
    wanted: &Wanted,
    campaign: &Listed,
    finished: &Finished,
    count: i64,
    tell: &mut impl FnMut(Row) -> Result<(), E>,
) -> Result<(), E> {
    let Wanted { query, period, columns } = wanted;
    if query.has_groups() {
        let few = finished.total < FEW && query.by.len() > DIMENSIONS_OF_FEW;
        let (by, by_day) = if few { (&[][..], false) } else { (&query.by[..], query.by.contains(&Dimension::Day)) };
        let mut sums = finished.grouped.sums(*period, by_day, by).into_iter().collect::<Vec<_>>();
        // What is not told comes after what is.
        sums.sort_by_key(|((day, group), _)| {
            (*day, group.iter().map(|value| (*value == OTHERS, *value)).collect::<Vec<_>>())
        });
        for ((day, group), n) in sums {
            let group = if few {
                vec![OTHERS.to_owned(); query.by.len()]
            } else {
                wanted.group(day.map(|day| day.to_string()).as_deref(), group)
            };
            tell(wanted.row(campaign, group, vec![n]))?;
        }
        return Ok(());
    }
    let mut sums = BTreeMap::<Option<String>, Vec<i64>>::new();
    if query.by.is_empty() {
        let number = |column: &Column| match column {
            Column::Signatures => count,
            column => finished.sum(*column, *period),
        };
        sums.insert(None, columns.iter().map(number).collect());
    }
    let days = Days::of(finished.zone.clone());
    for told in finished.over_time.iter().filter(|told| !query.by.is_empty() && period.has(told.day)) {
        let time = if query.by.contains(&Dimension::Hour) { days.hour_text(told.hour)? } else { told.day.to_string() };
        let sum = sums.entry(Some(time)).or_insert_with(|| vec![0; columns.len()]);
        for (sum, column) in sum.iter_mut().zip(columns) {
            *sum += event(told, *column);
        }
    }
    sums.retain(|time, numbers| time.is_none() || numbers.iter().any(|n| *n != 0));
    sums.into_iter()
        .try_for_each(|(time, numbers)| tell(wanted.row(campaign, wanted.group(time.as_deref(), []), numbers)))
}

/// Sums that are not complete yet: by day and hour, as far as they matter, and by the groups.
type Open = BTreeMap<(Option<Date>, Option<i64>, Vec<String>), Events>;

/// Rows with every group, however small. Those that come to nothing are left out.
async fn exact<E: From<StoreError>>(
    db: &Db,
    wanted: &Wanted,
    campaign: &Listed,
    tell: &mut impl FnMut(Row) -> Result<(), E>,
) -> Result<(), E> {
    let zone = TimeZone::get(&campaign.time_zone).map_err(|_| StoreError::Corrupt("time zone"))?;
    let Wanted { query, period, .. } = wanted;
    let (by_hour, by_day) = (query.by.contains(&Dimension::Hour), query.by.contains(&Dimension::Day));
    let mut open = Open::new();
    if query.by.is_empty() {
        open.insert((None, None, Vec::new()), Events::default());
    }
    let (mut days, mut cells) = (Days::of(zone.clone()), Cells::of(db, campaign.id()?));
    let texts = Days::of(zone);
    let tell_all = |open: Open, tell: &mut dyn FnMut(Row) -> Result<(), E>| {
        for ((day, hour, group), events) in open {
            let time = match hour {
                Some(hour) => Some(texts.hour_text(hour)?),
                None => day.map(|day| day.to_string()),
            };
            let numbers = wanted.numbers(&events);
            if query.by.is_empty() || numbers.iter().any(|n| *n != 0) {
                tell(wanted.row(campaign, wanted.group(time.as_deref(), group.iter().map(String::as_str)), numbers))?;
            }
        }
        Ok::<_, E>(())
    };
    let mut last = None;
    loop {
        let more = cells
            .page(|cell| {
                let day = days.day(cell.hour)?;
                last = Some(day);
                if period.has(day) {
                    let group = query.by.iter().filter_map(|by| cell.group(*by)).cloned().collect();
                    let key = ((by_day || by_hour).then_some(day), by_hour.then_some(cell.hour), group);
                    add(open.entry(key).or_default(), &cell.events());
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        if !more {
            return tell_all(open, tell);
        }
        // No later hour belongs to a day before the day before: a clock that is set back repeats hours, never a day.
        if let Some(yesterday) = last.and_then(|day| day.yesterday().ok()).filter(|_| by_day || by_hour) {
            let later = open.split_off(&(Some(yesterday), None, Vec::new()));
            tell_all(std::mem::replace(&mut open, later), tell)?;
        }
    }
}
