use crate::{
    clock::{Entropy, random},
    privacy::hmac,
};
use jiff::Timestamp;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// What a table is asked for: 16 bytes that stand for someone today and tell nobody who that is.
pub(super) type Key = [u8; 16];

/// A secret that nobody keeps: drawn at start, and at midnight UTC replaced by a value that does not lead back to it.
pub(super) struct DailySalt(Mutex<(i64, Zeroizing<[u8; 32]>)>);

impl DailySalt {
    pub(super) fn new(entropy: &dyn Entropy) -> Self {
        Self(Mutex::new((i64::MIN, Zeroizing::new(random(entropy)))))
    }

    /// Today, in days since 1970, and today's key for `parts`. A clock that is set back does not bring an old salt back.
    pub(super) fn key(&self, now: Timestamp, parts: &[&[u8]]) -> (i64, Key) {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (day, salt) = &mut *guard;
        let today = now.as_second().div_euclid(86_400);
        if today > *day {
            *day = today;
            **salt = hmac(salt, &[b"next day".as_slice()]);
        }
        let mut key = [0; 16];
        key.copy_from_slice(&hmac(salt, parts)[..16]);
        (*day, key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::tests::{Fixed, at};

    #[test]
    fn keys_hold_for_a_day_and_never_come_back() {
        let salt = DailySalt::new(&Fixed(1));
        let (day, first) = salt.key(at("2026-02-03T00:00:00Z"), &[b"a"]);
        assert_eq!(salt.key(at("2026-02-03T23:59:59Z"), &[b"a"]), (day, first));
        assert_ne!(salt.key(at("2026-02-03T00:00:00Z"), &[b"b"]).1, first);
        let (next_day, second) = salt.key(at("2026-02-04T00:00:00Z"), &[b"a"]);
        assert_eq!(next_day, day + 1);
        assert_ne!(second, first);
        assert_eq!(salt.key(at("2026-02-03T12:00:00Z"), &[b"a"]), (next_day, second), "a clock set back");
        assert_ne!(DailySalt::new(&Fixed(2)).key(at("2026-02-03T00:00:00Z"), &[b"a"]).1, first);
    }
}
