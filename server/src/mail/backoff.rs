use crate::clock::{Entropy, random};
use jiff::{SignedDuration, Timestamp};

/// Tries in all, the first one included.
const MAX_TRIES: u32 = 15;
/// After this a link in the mail has expired anyway.
const MAX_AGE: SignedDuration = SignedDuration::from_hours(72);
const FIRST: i64 = 30;
const LONGEST: i64 = 4 * 3_600;

/// When to try again a mail that has failed once more after `attempts` failures; `None`: not again.
///
/// Half a minute at first, twice as long each time, at most four hours; a fifth more or less by chance, so that what failed
/// together does not come back together.
pub(super) fn next_try(
    entropy: &dyn Entropy,
    now: Timestamp,
    queued_at: Timestamp,
    attempts: u32,
) -> Option<Timestamp> {
    if attempts + 1 >= MAX_TRIES {
        return None;
    }
    let whole = FIRST.saturating_mul(1_i64 << attempts.min(20)).min(LONGEST);
    let next = now.checked_add(SignedDuration::from_millis(jittered(entropy, whole * 1_000))).ok()?;
    (next.duration_since(queued_at) <= MAX_AGE).then_some(next)
}

/// From four to six fifths of `whole`.
pub(super) fn jittered(entropy: &dyn Entropy, whole: i64) -> i64 {
    let chance = i64::from(u16::from_be_bytes(random(entropy)));
    whole * 4 / 5 + whole * 2 / 5 * chance / i64::from(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Same(u8);
    impl Entropy for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    fn seconds(entropy: &dyn Entropy, attempts: u32) -> Option<i64> {
        let now = "2026-02-03T04:05:06Z".parse().unwrap();
        next_try(entropy, now, now, attempts).map(|next| next.duration_since(now).as_secs())
    }

    #[test]
    fn waits_twice_as_long_each_time_up_to_four_hours() {
        let shortest: Vec<_> = (0..15).map(|n| seconds(&Same(0), n)).collect();
        let expected: Vec<_> = [24, 48, 96, 192, 384, 768, 1_536, 3_072, 6_144, 11_520, 11_520, 11_520, 11_520, 11_520]
            .into_iter()
            .map(Some)
            .chain([None])
            .collect();
        assert_eq!(shortest, expected);
        assert_eq!(seconds(&Same(255), 0), Some(36));
        assert_eq!(seconds(&Same(255), 10), Some(17_280));
        assert_eq!(seconds(&Same(255), u32::MAX - 1), None);
    }

    #[test]
    fn no_mail_is_tried_after_three_days() {
        let queued: Timestamp = "2026-02-03T00:00:00Z".parse().unwrap();
        let at = |text: &str| next_try(&Same(0), text.parse().unwrap(), queued, 0);
        assert!(at("2026-02-05T23:59:00Z").is_some());
        assert_eq!(at("2026-02-05T23:59:40Z"), None);
    }
}
