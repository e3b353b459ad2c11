//! Events over time, in hours that give nobody away.
//!
//! An hour is told once ten or more of an event have come since the last that was told; what is left at the end of a day goes to the
//! last hour of that day that is told, else to the next day. So whatever is told is ten or more, once and for all, and every sum of
//! such hours is a sum of days, or a part of it that is ten or more again: comparing two tables finds no smaller group.
//!
//! Fast confirmations are among the confirmed, so they are told together with the others of their days: only when these, too, are none
//! or at least ten, and only up to the end of a day up to which all that were confirmed are told.

use super::LEAST;
use super::tallies::{CONFIRMED, Events, FAST, add};
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
    /// Confirmed ones since fast ones were last told, and the fast ones among them.
    confirmed: i64,
    fast: i64,
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
        for event in (0..self.carried.len()).filter(|event| *event != FAST) {
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
        for events in self.open.values() {
            self.confirmed += events[CONFIRMED];
            self.fast += events[FAST];
        }
        let others = self.confirmed - self.fast;
        let last = told.values_mut().rev().find(|events| events[CONFIRMED] > 0);
        if let Some(events) = last.filter(|_| self.fast >= LEAST && (others == 0 || others >= LEAST)) {
            (events[FAST], self.fast, self.confirmed) = (self.fast, 0, 0);
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
    use proptest::prelude::*;

    const SIGNED: usize = 0;
    const EXPIRED: usize = 4;

    fn date(day: i8) -> Date {
        jiff::civil::date(2026, 3, day)
    }

    fn events(of: &[(usize, i64)]) -> Events {
        let mut events = Events::default();
        of.iter().for_each(|(event, n)| events[*event] = *n);
        events
    }

    /// Of confirmed ones; the days are given by their hours.
    fn told(days: &[&[(i64, i64)]]) -> Vec<(i64, i8, i64)> {
        let mut over_time = OverTime::default();
        for (day, hours) in (1..).zip(days) {
            for (hour, n) in *hours {
                over_time.add(*hour, &events(&[(CONFIRMED, *n)]));
            }
            over_time.end(date(day));
        }
        over_time.told().iter().map(|told| (told.hour, told.day.day(), told.events[CONFIRMED])).collect()
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
        over_time.add(5, &events(&[(SIGNED, 30), (CONFIRMED, 9)]));
        over_time.add(6, &events(&[(SIGNED, 1), (CONFIRMED, 2), (EXPIRED, 3)]));
        over_time.end(date(1));
        let told = over_time.told();
        assert_eq!(told[0], Told { hour: 5, day: date(1), events: events(&[(SIGNED, 31)]) });
        assert_eq!(told[1], Told { hour: 6, day: date(1), events: events(&[(CONFIRMED, 11)]) });
    }

    #[test]
    fn fast_ones_wait_until_the_others_are_many_as_well() {
        let mut over_time = OverTime::default();
        for (day, confirmed, fast) in [(1, 20, 12), (2, 4, 4), (3, 10, 3), (4, 30, 2), (5, 15, 15)] {
            over_time.add(i64::from(day) * 24, &events(&[(CONFIRMED, confirmed), (FAST, fast)]));
            over_time.end(date(day));
        }
        let told = over_time.told();
        let told = told.iter().map(|told| (told.day.day(), told.events[CONFIRMED], told.events[FAST]));
        // Eight others on the first day; on the second nothing is told; on the third they are fifteen.
        assert_eq!(told.collect::<Vec<_>>(), [(1, 20, 0), (3, 14, 19), (4, 30, 0), (5, 15, 17)]);
    }

    proptest! {
        /// Whatever happens: each event is told in tens, nothing is told before it happened, and between any two days up to which both are
        /// told there are none or ten of the fast and of the other confirmations.
        #[test]
        fn no_pair_of_days_tells_of_a_small_group(
            days in proptest::collection::vec(proptest::collection::vec((0_i64..24, 0_i64..14, 0_i64..14, 0_i64..25), 0..6), 1..25),
        ) {
            let mut over_time = OverTime::default();
            let mut real = Vec::new();
            let (mut confirmed_sum, mut fast_sum) = (0, 0);
            for (day, hours) in (1_i8..).zip(&days) {
                for (hour, fast, others, signed) in hours {
                    let of = events(&[(SIGNED, *signed), (CONFIRMED, fast + others), (FAST, *fast)]);
                    over_time.add(i64::from(day) * 24 + hour, &of);
                    confirmed_sum += fast + others;
                    fast_sum += fast;
                }
                over_time.end(date(day));
                real.push((confirmed_sum, fast_sum));
            }
            let told = over_time.told();
            for one in &told {
                prop_assert!(one.events.iter().all(|n| *n == 0 || *n >= LEAST), "{one:?}");
            }
            let mut ends = vec![(0, 0)];
            for (day, (confirmed, fast)) in (1_i8..).zip(real) {
                let sum = |event: usize| {
                    told.iter().filter(|told| told.day <= date(day)).map(|told| told.events[event]).sum::<i64>()
                };
                prop_assert!(sum(CONFIRMED) <= confirmed && sum(FAST) <= fast);
                prop_assert!(sum(CONFIRMED) == confirmed || confirmed - sum(CONFIRMED) < LEAST);
                let at = (sum(CONFIRMED), sum(FAST));
                if at.1 > ends.last().unwrap().1 {
                    prop_assert_eq!(at, (confirmed, fast), "fast ones are told at the end of a day that is told");
                    ends.push(at);
                }
            }
            for (first, second) in ends.iter().zip(&ends[1..]) {
                let others = (second.0 - second.1) - (first.0 - first.1);
                prop_assert!(others == 0 || others >= LEAST, "{others}");
            }
        }
    }
}
