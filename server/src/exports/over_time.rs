//! Events over time, in hours that give nobody away.
//!
//! An hour is told once ten or more of an event have come since the last that was told; what is left at the end of a day goes to the
//! last hour of that day that is told, else to the next day. So whatever is told is ten or more, once and for all, and every sum of
//! such hours is a sum of days, or a part of it that is ten or more again: comparing two tables finds no smaller group.

use super::LEAST;
use super::tallies::{Events, add};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What was told of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Counted from 1970 in UTC.
    pub hour: i64,
    /// The day it belongs to where the campaign is.
    pub day: Date,
    /// None or at least ten of each event.
    pub events: Events,
}

/// Hours that were told, brought on day by day.
#[derive(Default)]
pub(super) struct OverTime {
    open: BTreeMap<i64, Events>,
    carried: Events,
    told: Vec<Told>,
}

impl OverTime {
    /// Counts events of the day that is not over yet.
    pub(super) fn add(&mut self, hour: i64, events: &Events) {
        add(self.open.entry(hour).or_default(), events);
    }

    /// Ends a day.
    pub(super) fn end(&mut self, day: Date) {
        let mut told = BTreeMap::<i64, Events>::new();
        for event in 0..self.carried.len() {
            let (mut sum, mut last) = (std::mem::take(&mut self.carried[event]), None);
            for (hour, events) in &self.open {
                sum += events[event];
                if sum >= LEAST {
                    told.entry(*hour).or_default()[event] += std::mem::take(&mut sum);
                    last = Some(*hour);
                }
            }
            match last.and_then(|hour| told.get_mut(&hour)) {
                Some(events) => events[event] += sum,
                None => self.carried[event] = sum,
            }
        }
        self.open.clear();
        self.told.extend(told.into_iter().map(|(hour, events)| Told { hour, day, events }));
    }

    /// All that was told, in its order.
    pub(super) fn told(self) -> Vec<Told> {
        self.told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: i8) -> Date {
        jiff::civil::date(2026, 3, day)
    }

    /// Of the second event; the days are given by their hours.
    fn told(days: &[&[(i64, i64)]]) -> Vec<(i64, i8, i64)> {
        let mut over_time = OverTime::default();
        for (day, hours) in (1..).zip(days) {
            for (hour, n) in *hours {
                over_time.add(*hour, &[0, *n, 0, 0, 0, 0]);
            }
            over_time.end(date(day));
        }
        over_time.told().iter().map(|told| (told.hour, told.day.day(), told.events[1])).collect()
    }

    #[test]
    fn a_day_of_ten_is_told_as_it_was() {
        assert_eq!(told(&[&[(9, 12), (10, 4), (11, 8), (12, 3)]]), [(9, 1, 12), (11, 1, 15)]);
        assert_eq!(told(&[&[(9, 10)], &[(33, 20), (34, 9)]]), [(9, 1, 10), (33, 2, 29)]);
    }

    #[test]
    fn a_few_are_told_with_those_who_come_next() {
        assert_eq!(
            told(&[&[(9, 4)], &[(33, 5)], &[(57, 1), (58, 9)]]),
            [(57, 3, 10),].map(|(hour, day, n)| (hour, day, n + 9))
        );
        assert_eq!(told(&[&[(9, 4)], &[(33, 5)]]), []);
    }

    #[test]
    fn events_are_told_each_for_itself() {
        let mut over_time = OverTime::default();
        over_time.add(5, &[30, 9, 0, 0, 0, 0]);
        over_time.add(6, &[1, 2, 0, 3, 0, 0]);
        over_time.end(date(1));
        let told = over_time.told();
        assert_eq!(told[0], Told { hour: 5, day: date(1), events: [31, 0, 0, 0, 0, 0] });
        assert_eq!(told[1], Told { hour: 6, day: date(1), events: [0, 11, 0, 0, 0, 0] });
    }
}
