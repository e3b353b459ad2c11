use super::{salt::DailySalt, table::Table};
use crate::clock::Entropy;
use jiff::Timestamp;

/// How many mails one mailbox may be sent in a day (UTC), over all campaigns, without answering: so that nobody can have our server
/// write to a stranger again and again. A confirmation gives its place back.
pub struct AddressLimits {
    per_day: u32,
    salt: DailySalt,
    unanswered: Table<u32>,
}

impl AddressLimits {
    /// Limits with an empty table of at most `table_entries` mailboxes.
    pub fn new(per_day: u32, table_entries: usize, entropy: &dyn Entropy) -> Self {
        Self { per_day, salt: DailySalt::new(entropy), unanswered: Table::new(table_entries) }
    }

    /// Takes a place for a mail to this address (in its canonical spelling); false when none is left today, and then nothing may be
    /// sent.
    pub fn take(&self, now: Timestamp, canonical: &str) -> bool {
        self.change(now, canonical, |n| if n < self.per_day { (n + 1, true) } else { (n, false) })
    }

    /// Gives a place back: the owner of the mailbox has confirmed.
    pub fn give_back(&self, now: Timestamp, canonical: &str) {
        self.change(now, canonical, |n| (n.saturating_sub(1), ()));
    }

    fn change<R>(&self, now: Timestamp, canonical: &str, change: impl FnOnce(u32) -> (u32, R)) -> R {
        let key = self.salt.key(now, &[b"address", canonical.as_bytes()]);
        self.unanswered.change(
            key,
            |_| false,
            |before| {
                let (after, result) = change(before.unwrap_or(0));
                ((after > 0).then_some(after), result)
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::tests::{Fixed, at};

    #[test]
    fn ten_unanswered_mails_a_day_and_each_answer_gives_a_place_back() {
        let limits = AddressLimits::new(10, 1_000, &Fixed(1));
        let morning = at("2026-02-03T08:00:00Z");
        assert!((0..10).all(|_| limits.take(morning, "ana@example.org")));
        assert!(!limits.take(morning, "ana@example.org"));
        assert!(limits.take(morning, "ben@example.org"));
        let evening = at("2026-02-03T23:59:59Z");
        assert!(!limits.take(evening, "ana@example.org"));
        limits.give_back(evening, "ana@example.org");
        assert!(limits.take(evening, "ana@example.org"));
        assert!(!limits.take(evening, "ana@example.org"));
        assert!(limits.take(at("2026-02-04T00:00:00Z"), "ana@example.org"));
    }

    #[test]
    fn answers_cannot_be_saved_up() {
        let limits = AddressLimits::new(1, 1_000, &Fixed(1));
        let now = at("2026-02-03T08:00:00Z");
        for _ in 0..5 {
            limits.give_back(now, "ana@example.org");
        }
        assert!(limits.take(now, "ana@example.org"));
        assert!(!limits.take(now, "ana@example.org"));
        limits.give_back(now, "ana@example.org");
        assert_eq!(limits.unanswered.len(), 0, "what is answered leaves nothing behind");
    }
}
