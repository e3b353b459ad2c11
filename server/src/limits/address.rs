use super::{
    salt::{DailySalt, Key},
    table::Table,
};
use crate::clock::Entropy;
use jiff::Timestamp;

/// How many mails one mailbox may be sent in a day (UTC), over all campaigns, without answering: so that nobody can have our server
/// write to a stranger again and again. A confirmation gives its place back.
pub struct AddressLimits {
    per_day: u32,
    salt: DailySalt,
    unanswered: Table<u32>,
    tickets: Table<Key>,
}

impl AddressLimits {
    /// Limits with an empty table of at most `table_entries` mailboxes.
    pub fn new(per_day: u32, table_entries: usize, entropy: &dyn Entropy) -> Self {
        let (unanswered, tickets) = (Table::new(table_entries), Table::new(table_entries));
        Self { per_day, salt: DailySalt::new(entropy), unanswered, tickets }
    }

    /// Takes a place for a mail to this address (in its canonical spelling); false when none is left today, and then nothing may be
    /// sent. The place comes back by `ticket`, for who confirms does not say the address again.
    pub fn take(&self, now: Timestamp, canonical: &str, ticket: &[u8; 16]) -> bool {
        let mailbox = self.salt.key(now, &[b"address", canonical.as_bytes()]);
        let taken = self.unanswered.change(
            mailbox,
            |_| false,
            |n| {
                let n = n.unwrap_or(0);
                if n < self.per_day { (Some(n + 1), true) } else { (Some(n), false) }
            },
        );
        if taken {
            let ticket = self.salt.key(now, &[b"ticket", ticket]);
            self.tickets.change(ticket, |_| false, |_| (Some(mailbox.1), ()));
        }
        taken
    }

    /// Gives a place back: the owner of the mailbox has confirmed. A ticket of another day changes nothing.
    pub fn give_back(&self, now: Timestamp, ticket: &[u8; 16]) {
        let (day, ticket) = self.salt.key(now, &[b"ticket", ticket]);
        let Some(mailbox) = self.tickets.change((day, ticket), |_| false, |mailbox| (None, mailbox)) else { return };
        self.unanswered.change(
            (day, mailbox),
            |_| false,
            |n| (n.and_then(|n| n.checked_sub(1)).filter(|n| *n > 0), ()),
        );
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
        assert!((0..10).all(|n| limits.take(morning, "ana@example.org", &[n; 16])));
        assert!(!limits.take(morning, "ana@example.org", &[10; 16]));
        assert!(limits.take(morning, "ben@example.org", &[11; 16]));
        let evening = at("2026-02-03T23:59:59Z");
        assert!(!limits.take(evening, "ana@example.org", &[12; 16]));
        limits.give_back(evening, &[3; 16]);
        assert!(limits.take(evening, "ana@example.org", &[13; 16]));
        assert!(!limits.take(evening, "ana@example.org", &[14; 16]));
        assert!(limits.take(at("2026-02-04T00:00:00Z"), "ana@example.org", &[15; 16]));
    }

    #[test]
    fn answers_cannot_be_saved_up_or_given_twice() {
        let limits = AddressLimits::new(2, 1_000, &Fixed(1));
        let now = at("2026-02-03T08:00:00Z");
        // A mail that was never sent, and one that is refused.
        limits.give_back(now, &[1; 16]);
        assert!(limits.take(now, "ana@example.org", &[1; 16]));
        assert!(limits.take(now, "ana@example.org", &[2; 16]));
        assert!(!limits.take(now, "ana@example.org", &[3; 16]));
        for ticket in [3, 1, 1, 1] {
            limits.give_back(now, &[ticket; 16]);
        }
        assert!(limits.take(now, "ana@example.org", &[4; 16]));
        assert!(!limits.take(now, "ana@example.org", &[5; 16]));
        for ticket in [2, 4] {
            limits.give_back(now, &[ticket; 16]);
        }
        assert_eq!((limits.unanswered.len(), limits.tickets.len()), (0, 0), "what is answered leaves nothing behind");
    }

    #[test]
    fn an_answer_of_the_next_day_gives_nothing_back() {
        let limits = AddressLimits::new(1, 1_000, &Fixed(1));
        assert!(limits.take(at("2026-02-03T23:00:00Z"), "ana@example.org", &[1; 16]));
        let next_day = at("2026-02-04T01:00:00Z");
        assert!(limits.take(next_day, "ana@example.org", &[2; 16]));
        limits.give_back(next_day, &[1; 16]);
        assert!(!limits.take(next_day, "ana@example.org", &[3; 16]));
    }
}
