//! Parses arguments, runs, and turns a failure into one sentence and an exit code: 1, or where a mail server is to try again, 75.

use clap::Parser;
use server::cli::{Cli, Command, Failure, run};
use std::{io::Write, process::ExitCode, time::Duration};
use tokio::runtime::Runtime;

/// `EX_TEMPFAIL` of sysexits.h: mail servers keep the mail and try again.
const TRY_AGAIN: u8 = 75;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let failed = if matches!(cli.command, Command::Bounce) { ExitCode::from(TRY_AGAIN) } else { ExitCode::FAILURE };
    let result = Runtime::new().map_err(|error| Failure::new(format!("No threads can be started: {error}."))).and_then(
        |runtime| {
            let result = runtime.block_on(run(cli));
            // A name that is still being looked up must not hold up the end.
            runtime.shutdown_timeout(Duration::from_millis(500));
            result
        },
    );
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // With standard error closed there is nobody to tell; the exit code says it too.
            let _ = writeln!(std::io::stderr(), "undersigned: {failure}");
            failed
        }
    }
}
