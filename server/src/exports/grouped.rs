//! Signatures by country, region, source and language, in groups that give nobody away. Every such breakdown that leaves the house for
//! anyone but those who may see exact cells is made here.
//!
//! At the end of a day, signatures that have not been told yet are told in lots of ten or more which agree in all four facts; what is
//! too rare for that, in lots that agree in fewer. A lot is told once and for all, as of that day, and every breakdown, whatever it is
//! by and whatever days it covers, is made of whole lots: whoever takes one from another finds lots again, and none is below ten. What
//! has not been told is the rest. Neither the rest nor what it changes by from one day to the next is ever below ten, unless it is
//! nothing; where it would be, the smallest lot waits. All this follows from the days alone, so it is the same on every server and
//! after every start.

use super::LEAST;
use app::exports::{Dimension, OTHERS, Period};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// Country, region, source and language by their numbers; [`Names::OTHERS`] where it is not told.
pub(super) type Label = [u32; 4];

/// What lots agree in, and how many they have to be: one fact after the other gives way.
const LEVELS: [([bool; 4], i64); 5] = [
    ([true, true, true, true], LEAST),
    ([true, false, true, true], LEAST),
    ([true, false, true, false], 15),
    ([true, false, false, false], 20),
    ([false, false, true, false], 20),
];
/// While there are fewer than this, facts give way at once; later once a week, so that rare ones have time to come together.
pub(super) const FEW: i64 = 1_000;

/// The values of facts, each held once.
pub(super) struct Names {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Names {
    /// The number of what is not told.
    pub(super) const OTHERS: u32 = 0;

    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(Self::OTHERS);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    /// The value with this number.
    pub(super) fn name(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|number| self.names.get(number)).map_or(OTHERS, String::as_str)
    }
}

impl Default for Names {
    fn default() -> Self {
        // Told of a fact whose value is the same word, it would only be hidden.
        Self { numbers: HashMap::from([(OTHERS.to_owned(), Self::OTHERS)]), names: vec![OTHERS.to_owned()] }
    }
}

/// Signatures that are told together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lot {
    /// The day as of which it was told.
    pub day: Date,
    /// What they agree in.
    pub label: Label,
    /// How many they are; below nothing where signatures that were told have been taken back.
    pub n: i64,
}

/// What was told.
pub(super) struct Grouped {
    /// The values of facts.
    pub names: Names,
    /// In the order of their days.
    pub lots: Vec<Lot>,
    /// Signatures that have not been told: none, or at least ten.
    pub rest: i64,
    /// The last day that is in it.
    pub until: Option<Date>,
}

/// Groups, brought on day by day.
#[derive(Default)]
pub(super) struct Grouping {
    names: Names,
    waiting: HashMap<Label, i64>,
    told: BTreeMap<Label, i64>,
    lots: Vec<Lot>,
    total: i64,
    rest: i64,
    until: Option<Date>,
    /// The last in which facts gave way.
    week: Option<i64>,
}

/// A lot that is large enough to be told.
struct Ready {
    n: i64,
    level: usize,
    label: Label,
    /// What it takes of what waits.
    of: Vec<Label>,
}

fn tells_nothing(n: i64) -> bool {
    n == 0 || n.abs() >= LEAST
}

/// Without the facts in which lots of a level need not agree.
fn coarse(label: &Label, agree: [bool; 4]) -> Label {
    std::array::from_fn(|fact| if agree[fact] { label[fact] } else { Names::OTHERS })
}

impl Grouping {
    /// Counts signatures of the day that is not over yet.
    pub(super) fn add(&mut self, facts: [&str; 4], n: i64) {
        if n != 0 {
            let label = facts.map(|fact| self.names.number(fact));
            *self.waiting.entry(label).or_default() += n;
            self.total += n;
        }
    }

    /// Ends a day: tells what may be told.
    pub(super) fn end(&mut self, day: Date) {
        self.waiting.retain(|_, n| *n != 0);
        let week = week(day);
        let levels = if self.total < FEW || self.week != Some(week) { &LEVELS[..] } else { &LEVELS[..1] };
        let mut ready = self.ready(levels);
        // The largest first, those that agree in most before others of their size.
        ready.sort_by_key(|lot| (std::cmp::Reverse(lot.n.abs()), lot.level, lot.label));
        let told = self.told.values().sum::<i64>();
        loop {
            let rest = self.total - told - ready.iter().map(|lot| lot.n).sum::<i64>();
            if rest >= 0 && tells_nothing(rest) && tells_nothing(rest - self.rest) {
                (self.rest, self.until, self.week) = (rest, Some(day), Some(week));
                ready.into_iter().for_each(|lot| self.tell(day, lot));
                return;
            }
            // The smallest waits. If nothing can be told, everything stays as it was.
            if ready.pop().is_none() {
                return;
            }
        }
    }

    /// Lots that are large enough.
    fn ready(&self, levels: &[([bool; 4], i64)]) -> Vec<Ready> {
        let mut left = self.waiting.iter().map(|(label, n)| (*label, *n)).collect::<Vec<_>>();
        let mut ready = Vec::new();
        for (level, (agree, least)) in levels.iter().enumerate() {
            let mut lots = HashMap::<Label, (i64, Vec<(Label, i64)>)>::new();
            for (label, n) in left.drain(..) {
                let (sum, of) = lots.entry(coarse(&label, *agree)).or_default();
                *sum += n;
                of.push((label, n));
            }
            for (label, (n, of)) in lots {
                let after = self.told.get(&label).unwrap_or(&0) + n;
                if n.abs() >= *least && (after == 0 || after >= LEAST) {
                    ready.push(Ready { n, level, label, of: of.into_iter().map(|(label, _)| label).collect() });
                } else {
                    left.extend(of);
                }
            }
        }
        ready
    }

    fn tell(&mut self, day: Date, lot: Ready) {
        for label in &lot.of {
            self.waiting.remove(label);
        }
        *self.told.entry(lot.label).or_default() += lot.n;
        self.lots.push(Lot { day, label: lot.label, n: lot.n });
    }

    /// What was told.
    pub(super) fn grouped(self) -> Grouped {
        let Self { names, lots, rest, until, .. } = self;
        // Where nothing may be told, the rest would be all.
        if lots.is_empty() {
            return Grouped { names, lots, rest: 0, until: None };
        }
        Grouped { names, lots, rest, until }
    }
}

/// Weeks from Monday to Sunday, by number.
fn week(day: Date) -> i64 {
    let days = day.since(jiff::civil::date(1970, 1, 5)).map_or(0, |span| span.get_days());
    i64::from(days).div_euclid(7)
}

impl Grouped {
    /// Lots of these days by these facts, added up: what is not told of them as [`OTHERS`].
    pub(super) fn sums(
        &self,
        period: Period,
        by_day: bool,
        by: &[Dimension],
    ) -> BTreeMap<(Option<Date>, Vec<&str>), i64> {
        let facts = Dimension::GROUPS.iter().enumerate().filter(|(_, fact)| by.contains(fact));
        let facts = facts.map(|(place, _)| place).collect::<Vec<_>>();
        let mut sums = BTreeMap::new();
        for lot in self.lots.iter().filter(|lot| period.has(lot.day)) {
            let group = facts.iter().map(|fact| self.names.name(lot.label[*fact])).collect();
            *sums.entry((by_day.then_some(lot.day), group)).or_default() += lot.n;
        }
        // Over days, the rest may shrink: it belongs to none of them.
        if !by_day && !period.is_bounded() && self.rest > 0 {
            *sums.entry((None, vec![OTHERS; facts.len()])).or_default() += self.rest;
        }
        sums.retain(|_, n| *n != 0);
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(day: usize) -> Date {
        jiff::civil::date(2026, 1, 1).checked_add(jiff::Span::new().days(day as i64)).unwrap()
    }

    /// Tables after each day.
    fn tables(days: &[Vec<([&'static str; 4], i64)>]) -> Vec<Grouped> {
        (1..=days.len())
            .map(|until| {
                let mut grouping = Grouping::default();
                for (day, cells) in days[..until].iter().enumerate() {
                    cells.iter().for_each(|(facts, n)| grouping.add(*facts, *n));
                    grouping.end(date(day));
                }
                grouping.grouped()
            })
            .collect()
    }

    fn by(grouped: &Grouped, by: &[Dimension]) -> Vec<(String, i64)> {
        let sums = grouped.sums(Period::default(), false, by);
        sums.into_iter().map(|((_, group), n)| (group.join("/"), n)).collect()
    }

    #[test]
    fn small_groups_wait_until_they_are_large_enough() {
        let [us, mx] = [["US", "", "link", "en"], ["MX", "", "qr", "es"]];
        let days = [(12, 3), (0, 4), (20, 5), (3, 30)].map(|(n, m)| vec![(us, n), (mx, m)]);
        let tables = tables(&days);
        // Three would be alone, so all wait.
        assert_eq!((by(&tables[0], &[Dimension::Country]), tables[0].until), (vec![], None));
        assert_eq!(by(&tables[2], &[Dimension::Country]), [("MX".to_owned(), 12), ("US".to_owned(), 32)]);
        let last = by(&tables[3], &[Dimension::Country]);
        assert_eq!(last.iter().map(|(_, n)| n).sum::<i64>(), 77 - 33 * i64::from(tables[3].until != Some(date(3))));
        assert_eq!(by(&tables[2], &[Dimension::Source, Dimension::Locale])[0], ("link/en".to_owned(), 32));
    }

    #[test]
    fn what_is_rare_agrees_in_less() {
        let cells = ["10", "11", "12", "13"].map(|region| (["DE", region, "link", "de"], 4));
        let table = tables(&[cells.to_vec()]).remove(0);
        assert_eq!(by(&table, &[Dimension::Country, Dimension::Region]), [("DE/(others)".to_owned(), 16)]);
        assert_eq!(by(&table, &[Dimension::Locale]), [("de".to_owned(), 16)]);
    }

    #[test]
    fn where_many_sign_rare_ones_have_a_week() {
        let [often, rare] = [["US", "606", "link", "en"], ["US", "100", "link", "en"]];
        let days = (0..9).map(|_| vec![(often, 600), (rare, 4)]).collect::<Vec<_>>();
        let last = tables(&days).pop().unwrap();
        let regions = by(&last, &[Dimension::Region]);
        assert!(regions.iter().any(|(region, n)| region == "100" && *n >= 12), "{regions:?}");
    }

    #[test]
    fn what_is_taken_back_is_told_in_lots() {
        let us = ["US", "", "link", "en"];
        let tables = tables(&[vec![(us, 40)], vec![(us, -4)], vec![(us, -11)], vec![(us, -20)], vec![(us, -5)]]);
        let shown = tables
            .iter()
            .map(|table| by(table, &[Dimension::Country]).first().map_or(0, |(_, n)| *n))
            .collect::<Vec<_>>();
        // Once all have been taken back, nothing is left to be found.
        assert_eq!(shown, [40, 40, 25, 25, 0]);
        assert_eq!(tables[2].lots[1].n, -15);
    }

    /// Every set of facts.
    fn all() -> Vec<Vec<Dimension>> {
        let wanted =
            |set: usize| Dimension::GROUPS.into_iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1);
        (0..16).map(|set| wanted(set).map(|(_, fact)| fact).collect()).collect()
    }

    type Sums = BTreeMap<Vec<Option<String>>, i64>;

    /// By a set of facts: what is told of each, the others left out.
    fn sums(table: &Grouped, by: &[Dimension], period: Period) -> Sums {
        let sums = table.sums(period, false, by);
        let named = sums.into_iter().filter(|((_, group), _)| !group.contains(&OTHERS));
        let place = |fact: &Dimension| by.iter().position(|other| other == fact);
        named
            .map(|((_, group), n)| {
                let key = Dimension::GROUPS.iter().map(|fact| place(fact).map(|at| group[at].to_owned())).collect();
                (key, n)
            })
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        /// Rules take many off a count at once and put them back, signers withdraw one by one: whatever happens, what is told are lots of
        /// ten or more, of which none leaves fewer than ten behind.
        #[test]
        fn what_is_taken_off_and_put_back_is_told_in_lots(
            steps in proptest::collection::vec(
                proptest::collection::vec((0_usize..3, 0_usize..2, 0_i64..45, proptest::bool::weighted(0.4)), 0..7), 1..20),
        ) {
            let mut there = HashMap::<[&str; 4], i64>::new();
            let days = steps.iter().map(|cells| cells.iter().map(|(c, r, n, back)| {
                let facts = [["US", "MX", "FR"][*c], ["", "1"][*r], "link", "en"];
                let there = there.entry(facts).or_default();
                let n = if *back { -(*n).min(*there) } else { *n };
                *there += n;
                (facts, n)
            }).collect()).collect::<Vec<Vec<_>>>();
            let mut rest = 0;
            for table in tables(&days) {
                prop_assert!(tells_nothing(table.rest) && tells_nothing(table.rest - rest), "{} after {rest}", table.rest);
                rest = table.rest;
                let mut told = HashMap::<Label, i64>::new();
                for lot in &table.lots {
                    prop_assert!(lot.n.abs() >= LEAST, "{lot:?}");
                    let sum = told.entry(lot.label).or_default();
                    *sum += lot.n;
                    prop_assert!(*sum == 0 || *sum >= LEAST, "{sum} after {lot:?}");
                }
                for by in all() {
                    for (group, n) in table.sums(Period::default(), false, &by) {
                        prop_assert!(n >= LEAST, "{group:?} {n}");
                    }
                }
            }
        }

        #[test]
        fn no_pair_of_breakdowns_tells_of_a_small_group(
            steps in proptest::collection::vec(proptest::collection::vec((0_usize..3, 0_usize..4, 0_usize..3, 0_usize..2, 0_i64..45), 0..9), 1..16),
        ) {
            let days = steps.iter().map(|cells| cells.iter().map(|(c, r, s, l, n)| {
                // Mostly small, as in life.
                let n = if *n < 33 { n / 8 } else { *n };
                ([["US", "MX", "FR"][*c], ["", "1", "2", "3"][*r], ["link", "qr", "none"][*s], ["en", "es"][*l]], n)
            }).collect()).collect::<Vec<Vec<_>>>();
            let tables = tables(&days);
            let last = tables.last().unwrap();
            let middle = date(days.len() / 2);
            let periods = [Period::default(), Period { from: Some(middle), to: None }, Period { from: None, to: Some(middle) }];
            for table in &tables {
                prop_assert!(tells_nothing(table.rest), "{}", table.rest);
                for by in all() {
                    for (group, n) in table.sums(Period::default(), false, &by) {
                        prop_assert!(n >= LEAST, "{group:?} {n}");
                    }
                    // Two days, by the same facts.
                    let (before, after) = (sums(table, &by, Period::default()), sums(last, &by, Period::default()));
                    // Totals are public.
                    for (group, n) in after.iter().filter(|(group, _)| group.iter().any(Option::is_some)) {
                        prop_assert!(tells_nothing(n - before.get(group).unwrap_or(&0)), "{group:?}");
                    }
                }
            }
            // One breakdown less what a finer one says of the same groups, over every pair of facts and of days.
            for coarse in all() {
                for fine in all().into_iter().filter(|fine| coarse.iter().all(|fact| fine.contains(fact))) {
                    for (of, other) in periods.iter().flat_map(|of| periods.iter().map(move |other| (of, other))) {
                        if of.is_bounded() && of != other {
                            continue;
                        }
                        let (coarse_sums, fine_sums) = (sums(last, &coarse, *of), sums(last, &fine, *other));
                        for (group, n) in coarse_sums.iter().filter(|(group, _)| group.iter().any(Option::is_some)) {
                            let same = |finer: &Vec<Option<String>>| {
                                group.iter().zip(finer).all(|(value, finer)| value.is_none() || value == finer)
                            };
                            let within = fine_sums.iter().filter(|(finer, _)| same(finer)).map(|(_, n)| n).sum::<i64>();
                            prop_assert!(tells_nothing(n - within), "{group:?}: {n} less {within}");
                        }
                    }
                }
            }
        }
    }
}
