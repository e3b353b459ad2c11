//! Exports: counts for those who run the house and for campaigns' teams, signers for those who hold a key.

mod dashboard;
mod encode;
mod files;
mod finished;
mod grouped;
mod house;
mod opened;
mod over_time;
mod providers;
mod rows;
mod service;
pub mod signers;
mod tallies;
mod workbook;

pub use encode::Encoder;
pub(crate) use files::notes;
pub use files::{Download, Files};
pub use opened::Opened;
pub use rows::{Counts, Row, Wanted};
pub use service::Service;

/// The smallest group that is told.
const LEAST: i64 = 10;

/// Every SQL text of this room, for the test that prepares each on both databases.
pub const STATEMENTS: &[&[(&str, &str)]] =
    &[house::STATEMENTS, providers::STATEMENTS, signers::STATEMENTS, tallies::STATEMENTS];
