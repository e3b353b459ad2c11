//! Parses arguments, runs, and turns a failure into one sentence and exit code 1.

use clap::Parser;
use server::cli::{Cli, run};
use std::{io::Write, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // With standard error closed there is nobody to tell; the exit code says it too.
            let _ = writeln!(std::io::stderr(), "undersigned: {failure}");
            ExitCode::FAILURE
        }
    }
}
