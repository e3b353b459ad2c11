use super::{Status, Trouble, backoff::jittered};
use crate::clock::Entropy;
use std::time::Duration;
use tokio::time::Instant;

/// Milliseconds.
const LONGEST_PAUSE: i64 = 60_000;

/// A mail server that takes nothing. While it lasts the worker tries with one mail at a time, after longer and longer pauses, and no
/// mail's attempts are counted.
#[derive(Default)]
pub(super) struct Outage {
    failures: u32,
    pause_ends: Option<Instant>,
}

impl Outage {
    pub(super) fn lasts(&self) -> bool {
        self.failures > 0
    }

    /// Counts a failure and returns the end of the pause that follows. Mails that were under way together fail together: during a
    /// pause nothing is counted.
    pub(super) fn failed(&mut self, entropy: &dyn Entropy, now: Instant) -> Instant {
        if let Some(end) = self.pause_ends.filter(|end| now < *end) {
            return end;
        }
        let whole = 1_000_i64.saturating_mul(1 << self.failures.min(10)).min(LONGEST_PAUSE);
        let end = now + Duration::from_millis(jittered(entropy, whole).unsigned_abs());
        self.failures = self.failures.saturating_add(1);
        self.pause_ends = Some(end);
        end
    }

    /// The server has taken or judged a mail: whether an outage ended with that.
    pub(super) fn over(&mut self) -> bool {
        self.pause_ends = None;
        std::mem::take(&mut self.failures) > 0
    }
}

/// The sentence for the log.
pub(super) fn sentence(server: &str, trouble: Trouble, status: Status) -> String {
    let answer = if status.code.is_some() { format!(" (it answered {status})") } else { String::new() };
    format!("no mail is going out: {server} {}{answer}. Mails wait in the outbox and are tried again", trouble.remedy())
}

/// Lets something be said once a minute at most.
#[derive(Default)]
pub(super) struct Rarely(Option<Instant>);

impl Rarely {
    pub(super) fn may(&mut self, now: Instant) -> bool {
        let may = self.0.is_none_or(|last| now.duration_since(last) >= Duration::from_secs(60));
        if may {
            self.0 = Some(now);
        }
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Zero;
    impl Entropy for Zero {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    #[test]
    fn pauses_grow_to_a_minute_and_end_with_the_first_mail() {
        let start = Instant::now();
        let mut outage = Outage::default();
        let mut now = start;
        let mut pauses = Vec::new();
        for _ in 0..8 {
            let end = outage.failed(&Zero, now);
            assert_eq!(outage.failed(&Zero, now), end, "failed together, counted once");
            pauses.push((end - now).as_millis());
            now = end;
        }
        assert_eq!(pauses, [800, 1_600, 3_200, 6_400, 12_800, 25_600, 48_000, 48_000]);
        assert!(outage.lasts() && outage.over() && !outage.lasts() && !outage.over());
        assert_eq!((outage.failed(&Zero, now) - now).as_millis(), 800);
    }

    #[test]
    fn once_a_minute_is_rare() {
        let start = Instant::now();
        let mut rarely = Rarely::default();
        let may: Vec<_> = [0, 1, 59, 60, 61, 120].map(|s| rarely.may(start + Duration::from_secs(s))).into();
        assert_eq!(may, [true, false, false, true, false, true]);
    }

    #[test]
    fn the_sentence_names_server_and_remedy() {
        let text = sentence("the mail server a:25", Trouble::Login, Status { code: Some(535), enhanced: None });
        assert!(text.contains("a:25") && text.contains("password_file") && text.contains("535"), "{text}");
        assert!(!sentence("s", Trouble::Unreachable, Status::default()).contains("answered"));
    }
}
