use super::counts::{By, Cell, Count};
use crate::store::{Result, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// Sums that are not complete yet, by day (where days were asked for) and by the other dimensions.
pub(super) struct Groups<'a> {
    by: &'a [By],
    slug: String,
    sums: BTreeMap<(Option<Date>, Vec<String>), i64>,
}

impl<'a> Groups<'a> {
    /// Of this campaign. Without a dimension there is one sum, even if nobody has signed.
    pub(super) fn new(by: &'a [By], slug: String) -> Self {
        let whole = by.is_empty().then_some(((None, Vec::new()), 0));
        Self { by, slug, sums: whole.into_iter().collect() }
    }

    pub(super) fn add(&mut self, cell: &Cell, zone: &TimeZone) -> Result<()> {
        let day = if self.by.contains(&By::Day) { Some(day(cell, zone)?) } else { None };
        let others = self.by.iter().filter_map(|by| by.value(cell)).cloned().collect();
        *self.sums.entry((day, others)).or_default() += cell.n;
        Ok(())
    }

    /// Tells the days that no later hour can belong to. A clock that is set back repeats hours, never a day before the day before.
    pub(super) fn tell_before<E>(
        &mut self,
        today: Date,
        tell: &mut impl FnMut(Count) -> Result<(), E>,
    ) -> Result<(), E> {
        let Ok(yesterday) = today.yesterday() else { return Ok(()) };
        if self.by.contains(&By::Day) {
            let open = self.sums.split_off(&(Some(yesterday), Vec::new()));
            self.tell(tell)?;
            self.sums = open;
        }
        Ok(())
    }

    /// Tells what is left.
    pub(super) fn tell<E>(&mut self, tell: &mut impl FnMut(Count) -> Result<(), E>) -> Result<(), E> {
        for ((day, others), confirmed) in std::mem::take(&mut self.sums) {
            if confirmed == 0 && !self.by.is_empty() {
                continue;
            }
            let mut others = others.into_iter();
            let value = |by: &By| if *by == By::Day { day.map(|day| day.to_string()) } else { others.next() };
            let group = self.by.iter().filter_map(value).collect();
            tell(Count { campaign: self.slug.clone(), group, confirmed })?;
        }
        Ok(())
    }
}

/// The day to which an hour belongs where the campaign is.
pub(super) fn day(cell: &Cell, zone: &TimeZone) -> Result<Date> {
    let hour = Timestamp::from_second(cell.hour * 3_600).map_err(|_| StoreError::Corrupt("hour"))?;
    Ok(hour.to_zoned(zone.clone()).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(hour: i64, country: &str, n: i64) -> Cell {
        Cell { hour, country: country.to_owned(), n, ..Cell::first() }
    }

    #[test]
    fn an_hour_belongs_to_the_day_it_has_in_the_campaigns_zone() {
        // 2026-03-08 07:00 UTC: that night Chicago moves its clocks on.
        let hour = 492_487;
        let day = |hour, zone| day(&cell(hour, "", 1), &TimeZone::get(zone).unwrap()).unwrap().to_string();
        assert_eq!(day(hour, "UTC"), "2026-03-08");
        assert_eq!(day(hour - 2, "America/Chicago"), "2026-03-07");
        assert_eq!(day(hour - 1, "America/Chicago"), "2026-03-08");
        assert_eq!(day(hour + 21, "America/Chicago"), "2026-03-08");
        assert_eq!(day(hour + 22, "America/Chicago"), "2026-03-09");
        assert_eq!(day(hour + 7, "Asia/Tokyo"), "2026-03-08");
        assert_eq!(day(hour + 8, "Asia/Tokyo"), "2026-03-09");
    }

    /// Lines of the export, with a look at what is complete after each cell.
    fn told(by: &[By], cells: &[Cell]) -> (Vec<(Vec<String>, i64)>, usize) {
        let mut groups = Groups::new(by, "x".to_owned());
        let (mut lines, mut most) = (Vec::new(), 0);
        let mut tell = |count: Count| {
            lines.push((count.group, count.confirmed));
            Ok::<_, StoreError>(())
        };
        for cell in cells {
            groups.add(cell, &TimeZone::UTC).unwrap();
            most = most.max(groups.sums.len());
            groups.tell_before(day(cell, &TimeZone::UTC).unwrap(), &mut tell).unwrap();
        }
        groups.tell(&mut tell).unwrap();
        (lines, most)
    }

    #[test]
    fn days_are_told_once_they_are_over_in_the_order_of_the_columns() {
        let cells =
            (0..100).flat_map(|day| [cell(day * 24, "MX", 1), cell(day * 24, "US", 2), cell(day * 24 + 9, "US", 1)]);
        let cells = cells.collect::<Vec<_>>();
        let (lines, most) = told(&[By::Country, By::Day], &cells);
        assert_eq!(lines.len(), 200);
        assert_eq!(lines[1], (vec!["US".to_owned(), "1970-01-01".to_owned()], 3));
        assert_eq!(lines[198], (vec!["MX".to_owned(), "1970-04-10".to_owned()], 1));
        assert!(most <= 6, "{most} groups at once");
    }

    #[test]
    fn groups_without_days_add_up_over_all_hours() {
        let cells = [cell(0, "MX", 1), cell(0, "US", 1), cell(90, "MX", 2), cell(95, "US", -1)];
        assert_eq!(told(&[By::Country], &cells).0, [(vec!["MX".to_owned()], 3)]);
        assert_eq!(told(&[], &cells).0, [(Vec::new(), 3)]);
    }
}
