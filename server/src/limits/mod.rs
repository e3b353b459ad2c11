//! How much one network may do, and how many mails one mailbox may be sent. Nothing here outlives the process or the day: keys are HMACs
//! under a salt that lives in memory and changes at midnight UTC, and every table is bounded.

mod address;
mod network;
mod salt;
mod settings;
mod table;

pub use address::AddressLimits;
pub use network::{NetworkLimits, RetryAfter};
pub use settings::{Rate, Settings};
