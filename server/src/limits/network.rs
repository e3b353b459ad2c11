use super::{Settings, rate::Rate, salt::DailySalt};
use crate::clock::Entropy;
use app::visitor::Network;
use jiff::Timestamp;

/// Asked too often: seconds to wait, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryAfter(pub u32);

/// What one network may do: some at once on one campaign and then a few a minute, and a number an hour over all campaigns. Many people
/// can share a network (a school, a phone company), so the numbers are for crowds, not for one person.
pub struct NetworkLimits {
    salt: DailySalt,
    on_campaign: Rate,
    over_all: Rate,
}

impl NetworkLimits {
    /// Limits with empty tables.
    pub fn new(settings: &Settings, entropy: &dyn Entropy) -> Self {
        Self {
            salt: DailySalt::new(entropy),
            on_campaign: Rate::new(settings.burst, settings.per_minute, 60, settings.table_entries),
            over_all: Rate::new(settings.per_hour, settings.per_hour, 3_600, settings.table_entries),
        }
    }

    /// Lets a network do so much in an hour over all campaigns. What it has done before goes on counting for as long as
    /// it did.
    pub fn set_per_hour(&self, per_hour: u32) {
        self.over_all.set(per_hour, per_hour, 3_600);
    }

    /// Counts one request of `network` to `campaign`. A request that is refused counts nowhere.
    ///
    /// # Errors
    /// [`RetryAfter`] when one of the limits is reached.
    pub fn check(&self, now: Timestamp, network: Network, campaign: &[u8; 16]) -> Result<(), RetryAfter> {
        let here = self.salt.key(now, &[b"on campaign", &network.0, campaign]);
        let anywhere = self.salt.key(now, &[b"over all", &network.0]);
        self.on_campaign
            .peek(now, here)
            .and_then(|()| self.over_all.take(now, anywhere))
            .and_then(|()| self.on_campaign.take(now, here))
            .map_err(|seconds| RetryAfter(seconds.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::tests::{Fixed, after, at};

    fn limits() -> NetworkLimits {
        NetworkLimits::new(&Settings::default(), &Fixed(1))
    }

    const HOME: Network = Network([1; 16]);
    const SCHOOL: Network = Network([2; 16]);

    #[test]
    fn thirty_at_once_then_ten_a_minute_on_one_campaign() {
        let (limits, start) = (limits(), at("2026-02-03T12:00:00Z"));
        for n in 0..30 {
            assert_eq!(limits.check(start, HOME, &[1; 16]), Ok(()), "{n}");
        }
        assert_eq!(limits.check(start, HOME, &[1; 16]), Err(RetryAfter(6)));
        assert_eq!(limits.check(start, SCHOOL, &[1; 16]), Ok(()));
        assert_eq!(limits.check(start, HOME, &[2; 16]), Ok(()));
        let taken =
            (1..=60).filter(|second| limits.check(after(start, second * 1_000), HOME, &[1; 16]).is_ok()).count();
        assert_eq!(taken, 10);
    }

    #[test]
    fn a_hundred_and_twenty_an_hour_over_all() {
        let (limits, start) = (limits(), at("2026-02-03T12:00:00Z"));
        for n in 0..120_u8 {
            assert_eq!(limits.check(start, HOME, &[n; 16]), Ok(()), "{n}");
        }
        assert_eq!(limits.check(start, HOME, &[200; 16]), Err(RetryAfter(30)));
        assert_eq!(limits.check(start, SCHOOL, &[200; 16]), Ok(()));
        let in_an_hour =
            (1..=3_600).filter(|second| limits.check(after(start, second * 1_000), HOME, &[201; 16]).is_ok()).count();
        assert_eq!(in_an_hour, 120);
    }

    #[test]
    fn what_one_limit_refuses_the_other_does_not_count() {
        let (limits, start) = (limits(), at("2026-02-03T12:00:00Z"));
        for _ in 0..30 {
            assert_eq!(limits.check(start, HOME, &[1; 16]), Ok(()));
        }
        for _ in 0..500 {
            assert!(limits.check(start, HOME, &[1; 16]).is_err());
        }
        for n in 0..90_u8 {
            assert_eq!(limits.check(start, HOME, &[n + 100; 16]), Ok(()), "{n}");
        }
        assert!(limits.check(start, HOME, &[99; 16]).is_err());
    }

    #[test]
    fn a_new_day_begins_anew() {
        let limits = limits();
        for _ in 0..40 {
            let _ = limits.check(at("2026-02-03T23:59:59Z"), HOME, &[1; 16]);
        }
        assert!(limits.check(at("2026-02-03T23:59:59Z"), HOME, &[1; 16]).is_err());
        assert_eq!(limits.check(at("2026-02-04T00:00:00Z"), HOME, &[1; 16]), Ok(()));
    }
}
