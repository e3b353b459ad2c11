use serde::Deserialize;

/// The `[limits]` section of the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// What one network may do on one campaign.
    pub network_per_campaign: Rate,
    /// What one network may do on all campaigns together.
    pub network: Rate,
    /// Mails that one mailbox may be sent in a day (UTC) without answering one of them.
    pub unanswered_mails_per_day: u32,
    /// Entries that each table holds at most. One entry takes about 100 bytes.
    pub table_entries: usize,
}

/// So many at once, then a steady rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// How many may come at once after a rest.
    pub burst: u32,
    /// How many are made good for in `per_seconds`.
    pub count: u32,
    /// The time for `count`.
    pub per_seconds: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            network_per_campaign: Rate { burst: 30, count: 10, per_seconds: 60 },
            network: Rate { burst: 120, count: 120, per_seconds: 3_600 },
            unanswered_mails_per_day: 10,
            table_entries: 100_000,
        }
    }
}

impl Settings {
    /// What is wrong with these settings: a sentence each, with the remedy.
    pub fn check(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for (name, rate) in [("network_per_campaign", self.network_per_campaign), ("network", self.network)] {
            if rate.burst == 0 || rate.count == 0 || rate.per_seconds == 0 {
                problems.push(format!(
                    "limits.{name} has a zero, which would let nobody sign: give burst, count and per_seconds each a number from 1 up."
                ));
            }
        }
        if self.unanswered_mails_per_day == 0 {
            problems.push(
                "limits.unanswered_mails_per_day is 0, so that no confirmation is ever sent: give it a number from 1 up.".to_owned(),
            );
        }
        if self.table_entries < 1_000 {
            problems.push(format!(
                "limits.table_entries is {}, so few that a limit forgets whom it counts: give it 1000 or more.",
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
        assert!(Settings::default().check().is_empty());
        let zeros = Settings {
            network: Rate { burst: 0, count: 1, per_seconds: 1 },
            unanswered_mails_per_day: 0,
            table_entries: 10,
            ..Settings::default()
        };
        let problems = zeros.check();
        assert_eq!(problems.len(), 3);
        assert!(problems[0].starts_with("limits.network has a zero"), "{problems:?}");
    }

    #[test]
    fn a_section_may_leave_things_out_but_not_invent() {
        let settings: Settings = toml::from_str("network = { burst = 5, count = 1, per_seconds = 60 }").unwrap();
        assert_eq!(settings.network.burst, 5);
        assert_eq!(settings.network_per_campaign.burst, 30);
        assert!(toml::from_str::<Settings>("netwrok = 1").is_err());
    }
}
