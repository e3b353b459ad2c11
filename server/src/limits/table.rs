use super::salt::Key;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

const SHARDS: usize = 16;

/// A bounded table that forgets at midnight. `V` is how much someone has done: the least goes first when there is no room.
pub(super) struct Table<V> {
    shards: [Mutex<Shard<V>>; SHARDS],
    /// Entries of one shard.
    capacity: usize,
}

struct Shard<V> {
    day: i64,
    entries: HashMap<Key, V>,
}

impl<V: Copy + Ord> Table<V> {
    /// A table with at most `entries` entries.
    pub(super) fn new(entries: usize) -> Self {
        let shard = || Mutex::new(Shard { day: i64::MIN, entries: HashMap::new() });
        Self { shards: std::array::from_fn(|_| shard()), capacity: (entries / SHARDS).max(1) }
    }

    /// Changes the entry of `key`: `change` gets what is there and returns what shall be there (`None`: nothing) and a result.
    /// `forgettable` tells which entries say no more than a missing one.
    pub(super) fn change<R>(
        &self,
        (day, key): (i64, Key),
        forgettable: impl Fn(V) -> bool,
        change: impl FnOnce(Option<V>) -> (Option<V>, R),
    ) -> R {
        let shard = &self.shards[usize::from(key[0]) % SHARDS];
        let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
        if shard.day != day {
            shard.day = day;
            shard.entries.clear();
        }
        let before = shard.entries.get(&key).copied();
        let (after, result) = change(before);
        match after {
            Some(value) => {
                if before.is_none() && shard.entries.len() >= self.capacity {
                    shard.make_room(forgettable);
                }
                shard.entries.insert(key, value);
            }
            None => {
                shard.entries.remove(&key);
            }
        }
        result
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.lock().unwrap().entries.len()).sum()
    }
}

impl<V: Copy + Ord> Shard<V> {
    /// Drops what says nothing, and where that is not enough, the eighth that has done least; so each entry is looked at about eight
    /// times for each new one, however fast they come.
    fn make_room(&mut self, forgettable: impl Fn(V) -> bool) {
        let full = self.entries.len();
        self.entries.retain(|_, value| !forgettable(*value));
        let room = full / 8 + 1;
        let missing = room.saturating_sub(full - self.entries.len());
        if missing > 0 {
            let mut all: Vec<_> = self.entries.iter().map(|(key, value)| (*value, *key)).collect();
            let last = (missing - 1).min(all.len().saturating_sub(1));
            all.select_nth_unstable(last);
            for (_, key) in &all[..=last] {
                self.entries.remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: u32) -> (i64, Key) {
        let mut key = [0; 16];
        key[..4].copy_from_slice(&n.to_le_bytes());
        (1, key)
    }

    fn put(table: &Table<u32>, n: u32, value: u32) {
        table.change(key(n), |_| false, |_| (Some(value), ()));
    }

    fn get(table: &Table<u32>, n: u32) -> Option<u32> {
        table.change(key(n), |_| false, |value| (value, value))
    }

    #[test]
    fn never_grows_beyond_its_bound_and_keeps_who_did_most() {
        let table = Table::new(1_600);
        for n in 0..16 {
            put(&table, n, 1_000);
        }
        for n in 16..20_000 {
            put(&table, n, n % 10);
            assert!(table.len() <= 1_600);
        }
        assert!(table.len() > 1_300);
        assert!((0..16).all(|n| get(&table, n) == Some(1_000)));
    }

    #[test]
    fn what_says_nothing_goes_first() {
        let table = Table::new(160);
        for n in 0..160 {
            put(&table, n, if n < 80 { 0 } else { 5 });
        }
        table.change(key(160), |value| value == 0, |_| (Some(1), ()));
        assert_eq!((get(&table, 0), get(&table, 144), get(&table, 160)), (None, Some(5), Some(1)));
    }

    #[test]
    fn a_new_day_forgets() {
        let table = Table::new(16);
        put(&table, 1, 1);
        let (_, one) = key(1);
        assert_eq!(table.change((2, one), |_| false, |value| (value, value)), None);
    }

    #[test]
    fn the_smallest_table_works() {
        let table = Table::new(0);
        for n in 0..100 {
            put(&table, n, n);
        }
        assert!(table.len() <= 16);
    }
}
