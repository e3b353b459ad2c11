use super::{salt::Key, table::Table};
use jiff::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};

/// So many at once, then at a steady pace (the "generic cell rate algorithm" of ITU-T I.371). An entry is one number: the moment at which
/// everything taken so far would have been made good for at that pace.
pub(super) struct Rate {
    /// Microseconds in which one is made good for.
    interval: AtomicI64,
    /// How far the entry may lie ahead of the clock when one more is taken.
    tolerance: AtomicI64,
    table: Table<i64>,
}

impl Rate {
    /// `burst` at once, then `count` in `seconds`.
    pub(super) fn new(burst: u32, count: u32, seconds: u32, entries: usize) -> Self {
        let rate = Self { interval: AtomicI64::default(), tolerance: AtomicI64::default(), table: Table::new(entries) };
        rate.set(burst, count, seconds);
        rate
    }

    /// The same with other numbers; entries stay.
    pub(super) fn set(&self, burst: u32, count: u32, seconds: u32) {
        let interval = i64::from(seconds) * 1_000_000 / i64::from(count.max(1));
        let tolerance = interval.saturating_mul(i64::from(burst.saturating_sub(1)));
        self.interval.store(interval, Ordering::Relaxed);
        self.tolerance.store(tolerance, Ordering::Relaxed);
    }

    /// Takes one, or tells how many seconds to wait.
    pub(super) fn take(&self, now: Timestamp, key: (i64, Key)) -> Result<(), u32> {
        self.ask(now, key, true)
    }

    /// Whether one could be taken.
    pub(super) fn peek(&self, now: Timestamp, key: (i64, Key)) -> Result<(), u32> {
        self.ask(now, key, false)
    }

    fn ask(&self, now: Timestamp, key: (i64, Key), take: bool) -> Result<(), u32> {
        let now = now.as_microsecond();
        let (interval, tolerance) = (self.interval.load(Ordering::Relaxed), self.tolerance.load(Ordering::Relaxed));
        self.table.change(
            key,
            |good_at| good_at <= now,
            |before| {
                let good_at = before.unwrap_or(now).max(now);
                let early = good_at - now - tolerance;
                if early > 0 {
                    (before, Err(u32::try_from((early + 999_999) / 1_000_000).unwrap_or(u32::MAX)))
                } else if take {
                    (Some(good_at.saturating_add(interval)), Ok(()))
                } else {
                    (before, Ok(()))
                }
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::tests::{after, at};

    const KEY: (i64, Key) = (1, [0; 16]);

    #[test]
    fn takes_the_burst_then_one_each_interval() {
        let rate = Rate::new(3, 10, 60, 100);
        let start = at("2026-02-03T12:00:00Z");
        assert_eq!([0; 4].map(|_| rate.take(start, KEY)), [Ok(()), Ok(()), Ok(()), Err(6)]);
        assert_eq!(rate.take(after(start, 5_000), KEY), Err(1));
        assert_eq!(rate.take(after(start, 5_999), KEY), Err(1));
        assert_eq!(rate.take(after(start, 6_000), KEY), Ok(()));
        assert_eq!(rate.take(after(start, 6_000), KEY), Err(6));
        // Two intervals later two may come, and after a long rest no more than the burst.
        assert_eq!([0; 3].map(|_| rate.take(after(start, 18_000), KEY)), [Ok(()), Ok(()), Err(6)]);
        assert_eq!([0; 4].map(|_| rate.take(after(start, 900_000), KEY)), [Ok(()), Ok(()), Ok(()), Err(6)]);
    }

    #[test]
    fn asking_takes_nothing_and_a_refusal_costs_nothing() {
        let rate = Rate::new(1, 1, 10, 100);
        let start = at("2026-02-03T12:00:00Z");
        for _ in 0..5 {
            assert_eq!(rate.peek(start, KEY), Ok(()));
        }
        assert_eq!(rate.take(start, KEY), Ok(()));
        for _ in 0..5 {
            assert_eq!((rate.peek(start, KEY), rate.take(start, KEY)), (Err(10), Err(10)));
        }
        assert_eq!(rate.take(after(start, 10_000), KEY), Ok(()));
    }

    #[test]
    fn a_clock_set_back_locks_nobody_out_for_longer_than_it_was_set_back() {
        let rate = Rate::new(1, 1, 10, 100);
        let start = at("2026-02-03T12:00:00Z");
        assert_eq!(rate.take(start, KEY), Ok(()));
        assert_eq!(rate.take(after(start, -5_000), KEY), Err(15));
    }

    #[test]
    fn senseless_numbers_do_no_harm() {
        let rate = Rate::new(0, 0, 0, 0);
        assert_eq!(rate.take(at("2026-02-03T12:00:00Z"), KEY), Ok(()));
        let rate = Rate::new(u32::MAX, 1, u32::MAX, 1);
        assert_eq!(rate.take(Timestamp::MAX, KEY), Ok(()));
    }
}
