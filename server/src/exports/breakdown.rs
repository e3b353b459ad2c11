//! Counts in groups that give nobody away. Every breakdown that leaves the house for anyone but its operator is made here.
//!
//! A group is shown once it has ten signatures, and its number moves only by ten or more: whoever compares two days finds no smaller
//! group. What is in no group, or has come to one since its number last moved, is the rest. Neither the rest nor what it changes by from one
//! table to the next is ever below ten, unless it is nothing; where it would be, the group that moves by least does not move. What a
//! table shows follows from the days alone, so it is the same on every server and after every start.

use jiff::civil::Date;
use std::collections::BTreeMap;

/// The smallest group.
const LEAST: i64 = 10;

/// Groups by one dimension, brought on day by day.
#[derive(Default)]
pub(super) struct Groups {
    counted: BTreeMap<String, i64>,
    shown: BTreeMap<String, i64>,
    rest: i64,
    until: Option<Date>,
}

/// What may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// The groups, each of ten or more.
    pub(super) groups: Vec<(String, i64)>,
    /// Signatures in none of them: none, or at least ten.
    pub(super) rest: i64,
    /// The last day that is in it.
    pub(super) until: Option<Date>,
}

fn tells_nothing(n: i64) -> bool {
    n == 0 || n.abs() >= LEAST
}

impl Groups {
    /// Counts signatures of the day that is not over yet.
    pub(super) fn add(&mut self, key: &str, n: i64) {
        match self.counted.get_mut(key) {
            Some(counted) => *counted += n,
            None => drop(self.counted.insert(key.to_owned(), n)),
        }
    }

    /// Ends a day: moves what may move.
    pub(super) fn end(&mut self, day: Date) {
        let total = self.counted.values().sum::<i64>();
        let mut moves = self
            .counted
            .iter()
            .map(|(key, n)| (n - self.shown.get(key).unwrap_or(&0), key.clone(), *n))
            .filter(|(change, _, n)| change.abs() >= LEAST && (*n == 0 || *n >= LEAST))
            .collect::<Vec<_>>();
        moves.sort_by_key(|(change, ..)| std::cmp::Reverse(change.abs()));
        loop {
            let shown = self.shown.values().sum::<i64>() + moves.iter().map(|(change, ..)| change).sum::<i64>();
            let rest = total - shown;
            if rest >= 0 && tells_nothing(rest) && tells_nothing(rest - self.rest) {
                self.shown.extend(moves.into_iter().map(|(_, key, n)| (key, n)));
                (self.rest, self.until) = (rest, Some(day));
                return;
            }
            // The last one moves by least. If nothing can move, the table stays as it was.
            if moves.pop().is_none() {
                return;
            }
        }
    }

    /// The groups, the largest first.
    pub(super) fn table(&self) -> Table {
        let mut groups = self.shown.clone().into_iter().filter(|(_, n)| *n > 0).collect::<Vec<_>>();
        groups.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let until = self.until.filter(|_| !groups.is_empty());
        Table { rest: if groups.is_empty() { 0 } else { self.rest }, groups, until }
    }
}

/// Finished days with what was counted on each. The public count tells as much as their sum.
pub(super) fn days(counted: &BTreeMap<Date, i64>) -> Table {
    let total = counted.values().sum::<i64>();
    let mut groups = counted.iter().filter(|(_, n)| **n >= LEAST).map(|(day, n)| (*day, *n)).collect::<Vec<_>>();
    loop {
        let rest = total - groups.iter().map(|(_, n)| n).sum::<i64>();
        if rest == 0 || rest >= LEAST || groups.is_empty() {
            let rest = if groups.is_empty() { 0 } else { rest };
            let until = groups.last().and(counted.keys().next_back()).copied();
            let groups = groups.into_iter().map(|(day, n)| (day.to_string(), n)).collect();
            return Table { groups, rest, until };
        }
        let least = groups.iter().map(|(_, n)| *n).min();
        let place = groups.iter().position(|(_, n)| Some(*n) == least);
        place.map(|place| groups.remove(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(n: i8) -> Date {
        jiff::civil::date(2026, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap()
    }

    #[test]
    fn small_groups_are_together_until_they_are_large_enough() {
        let mut groups = Groups::default();
        for (day, (us, mx)) in [(12, 3), (0, 4), (20, 5), (3, 30)].into_iter().enumerate() {
            groups.add("US", us);
            groups.add("MX", mx);
            groups.end(date(day as i8));
        }
        let table = groups.table();
        assert_eq!(table.groups.iter().map(|(_, n)| n).sum::<i64>() + table.rest, 77);
        assert!(table.groups.iter().all(|(_, n)| *n >= 10), "{table:?}");
        assert_eq!(Groups::default().table(), Table::default());
    }

    #[test]
    fn days_of_few_are_told_together() {
        let counted = [(1, 12), (2, 3), (3, 40), (4, 4)].map(|(day, n)| (date(day), n));
        let table = days(&counted.into());
        // Three and four are seven, so the smallest day that could be shown joins them.
        assert_eq!((table.groups, table.rest, table.until), (vec![(date(3).to_string(), 40)], 19, Some(date(4))));
        assert_eq!(days(&[(date(1), 9)].into()), Table::default());
    }

    proptest! {
        #[test]
        fn no_smaller_group_is_found_not_by_comparing_days_either(
            steps in proptest::collection::vec(proptest::collection::vec(0_i64..40, 4), 1..25),
        ) {
            let (mut groups, mut tables) = (Groups::default(), vec![Table::default()]);
            let (mut rests, mut total) = (vec![0], 0);
            for (day, step) in steps.into_iter().enumerate() {
                for (key, n) in ["A", "B", "C", "D"].into_iter().zip(step) {
                    // Mostly small, as in life.
                    let n = if n < 30 { n / 10 } else { n };
                    groups.add(key, n);
                    total += n;
                }
                groups.end(date(day as i8));
                let table = groups.table();
                if groups.until == Some(date(day as i8)) && !table.groups.is_empty() {
                    prop_assert_eq!(table.groups.iter().map(|(_, n)| n).sum::<i64>() + table.rest, total);
                }
                rests.push(groups.rest);
                tables.push(table);
            }
            for table in &tables {
                prop_assert!(table.groups.iter().all(|(_, n)| *n >= LEAST), "{table:?}");
                prop_assert!(table.rest == 0 || table.rest >= LEAST, "{table:?}");
            }
            for pair in rests.windows(2) {
                prop_assert!(tells_nothing(pair[1] - pair[0]), "{rests:?}");
            }
            for (i, before) in tables.iter().enumerate() {
                let before = before.groups.iter().cloned().collect::<BTreeMap<_, _>>();
                for after in &tables[i..] {
                    for (key, n) in &after.groups {
                        prop_assert!(tells_nothing(n - before.get(key).unwrap_or(&0)), "{key}: {before:?} {after:?}");
                    }
                }
            }
        }

        #[test]
        fn days_hide_what_is_small(counts in proptest::collection::vec(-3_i64..30, 0..20)) {
            let counted = counts.into_iter().enumerate().map(|(day, n)| (date(day as i8), n)).collect();
            let table = days(&counted);
            prop_assert!(table.groups.iter().all(|(_, n)| *n >= LEAST), "{table:?}");
            prop_assert!(table.rest == 0 || table.rest >= LEAST, "{table:?}");
        }
    }
}
