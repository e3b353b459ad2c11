//! How much one network may do, and how many mails one mailbox may be sent. Nothing here outlives the process or the day: keys are HMACs
//! under a salt that lives in memory and changes at midnight UTC, and every table is bounded.

mod address;
mod network;
mod rate;
mod salt;
mod settings;
mod table;

pub use address::AddressLimits;
pub use network::{NetworkLimits, RetryAfter};
pub use settings::Settings;

#[cfg(test)]
mod tests {
    use crate::clock::Entropy;
    use jiff::{SignedDuration, Timestamp};

    pub(super) struct Fixed(pub u8);

    impl Entropy for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    pub(super) fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    pub(super) fn after(start: Timestamp, milliseconds: i64) -> Timestamp {
        start + SignedDuration::from_millis(milliseconds)
    }
}
