use serde::Deserialize;

/// The `[limits]` section of the configuration: what one network (an IPv4 address, or the first 56 bits of an IPv6 address) may do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Requests of one network to one campaign that are taken at once, after a rest.
    pub burst: u32,
    /// Requests of one network to one campaign in a minute, after the burst.
    pub per_minute: u32,
    /// Requests of one network to all campaigns in an hour.
    pub per_hour: u32,
    /// Mails that one mailbox may be sent in a day (UTC), over all campaigns, without answering one of them.
    pub unanswered_mails_per_day: u32,
    /// Entries that each table holds at most; one takes about 60 bytes. When a table is full, those forget first that have done least.
    pub table_entries: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { burst: 30, per_minute: 10, per_hour: 120, unanswered_mails_per_day: 10, table_entries: 100_000 }
    }
}

impl Settings {
    /// What is wrong with these settings: a sentence each, with the remedy.
    pub fn check(&self) -> Vec<String> {
        let rates = [
            ("burst", self.burst),
            ("per_minute", self.per_minute),
            ("per_hour", self.per_hour),
            ("unanswered_mails_per_day", self.unanswered_mails_per_day),
        ];
        let mut problems: Vec<_> = rates
            .into_iter()
            .filter(|(_, n)| *n == 0)
            .map(|(name, _)| format!("limits.{name} is 0, which would let nobody sign: give it a number from 1 up."))
            .collect();
        if !(1_000..=10_000_000).contains(&self.table_entries) {
            problems.push(format!(
                "limits.table_entries is {}: give it a number from 1000 (fewer forget whom they count) to 10000000.",
                self.table_entries
            ));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_sound_and_zeros_are_named() {
        assert_eq!(Settings::default().check(), Vec::<String>::new());
        let problems =
            Settings { burst: 0, per_minute: 0, per_hour: 0, unanswered_mails_per_day: 0, table_entries: 10 }.check();
        assert_eq!(problems.len(), 5);
        assert!(problems[0].starts_with("limits.burst is 0"), "{problems:?}");
    }

    #[test]
    fn a_section_may_leave_things_out_but_not_invent() {
        let settings: Settings = toml::from_str("burst = 5").unwrap();
        assert_eq!((settings.burst, settings.per_minute), (5, 10));
        assert!(toml::from_str::<Settings>("brust = 1").is_err());
    }
}
