//! The mail worker in conversation with a real mail server, which takes, refuses, hangs and hangs up. Needs Debian's `python3-aiosmtpd`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests; clippy only knows functions with #[test] as such"
)]

mod delivery;
mod faults;
mod house;
mod mail_server;
mod outage;
mod outbox;
mod pausing;
mod stopping;
mod tls;
