//! Everything of Undersigned that a browser may not see: SQL, mail, secrets, limits, jobs and the command line. `main` parses
//! arguments, [`run::run`] runs, [`http::router`] builds what is served; tests use the same.

pub mod accounts;
pub mod audit;
pub mod bounces;
pub mod campaigns;
pub mod cli;
pub mod clock;
pub mod config;
pub mod drafts;
pub mod exports;
pub mod failure;
pub mod house;
pub mod http;
pub mod invalidation;
pub mod keys;
pub mod limits;
pub mod logging;
pub mod mail;
pub mod moderation;
pub mod pictures;
pub mod privacy;
pub mod reports;
pub mod run;
pub mod running;
mod scratch;
pub mod services;
pub mod settings;
pub mod signatures;
pub mod staff;
pub mod store;
pub mod supporters;
pub mod teams;
pub mod updates;

/// Every SQL text by name, for the test that prepares each on both databases.
pub fn statements() -> Vec<(&'static str, &'static str)> {
    let rooms = [
        accounts::STATEMENTS,
        campaigns::STATEMENTS,
        drafts::STATEMENTS,
        exports::STATEMENTS,
        house::STATEMENTS,
        keys::STATEMENTS,
        invalidation::STATEMENTS,
        moderation::STATEMENTS,
        pictures::STATEMENTS,
        reports::STATEMENTS,
        running::STATEMENTS,
        settings::STATEMENTS,
        signatures::STATEMENTS,
        staff::STATEMENTS,
        supporters::STATEMENTS,
        teams::STATEMENTS,
        updates::STATEMENTS,
        &[audit::STATEMENTS, audit::LOG_STATEMENTS, privacy::STATEMENTS, store::STATEMENTS, store::nodes::STATEMENTS],
    ];
    rooms.into_iter().flatten().flat_map(|room| room.iter().copied()).collect()
}
