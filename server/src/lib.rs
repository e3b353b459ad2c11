//! Everything of Undersigned that a browser may not see: SQL, mail, secrets, limits, jobs and the command line. `main` parses
//! arguments, [`run::run`] runs, [`http::router`] builds what is served; tests use the same.

pub mod clock;
pub mod config;
pub mod failure;
pub mod http;
pub mod limits;
pub mod mail;
pub mod services;
