//! Whole flows: through the router as a browser would go, on SQLite and on PostgreSQL, looking at what is stored and at the mails.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests; clippy only knows functions with #[test] as such"
)]

#[macro_use]
mod helpers;

mod access;
mod accounts;
mod backup;
mod bounces;
mod busy;
mod changes;
mod closing;
mod codes;
mod confirm;
mod counts;
mod drafts;
mod exports;
mod full;
mod house_counts;
mod imports;
mod invalidation;
mod keys;
mod keys_made;
mod kill;
mod languages;
mod mails;
mod manage;
mod nodes;
mod overview;
mod passkeys;
mod pausing;
mod pictures;
mod privacy;
mod proofs;
mod reasons;
mod recount;
mod refusals;
mod repeats;
mod reports;
mod restart;
mod review;
mod running;
mod schema;
mod search;
mod settings;
mod signers;
mod staff;
mod starting;
mod supporters;
mod teams;
mod updates;
