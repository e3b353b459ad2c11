//! The commands of the real binary, run beside a site.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: Option<i32>,
}

impl Ran {
    #[track_caller]
    pub fn succeeds(self) -> Self {
        assert_eq!(self.code, Some(0), "{}", self.err);
        self
    }

    /// Ended with one sentence.
    #[track_caller]
    pub fn fails(self) -> Self {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert!(self.err.starts_with("undersigned: ") && self.out.is_empty(), "{self:?}");
        self
    }

    #[track_caller]
    pub fn tells(self, words: &str) -> Self {
        assert!(self.err.contains(words), "it does not tell “{words}”: {}", self.err);
        self
    }

    /// The lines of its output, cut at every `separator`.
    pub fn table(&self, separator: char) -> Vec<Vec<&str>> {
        self.out.lines().map(|line| line.split(separator).collect()).collect()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

const BINARY: &str = env!("CARGO_BIN_EXE_undersigned");

/// The binary over a data folder and a database.
pub fn command(data: &Path, database: Option<&str>, arguments: &[&str]) -> Command {
    over(Command::new(BINARY), data, database, arguments)
}

/// The same over the folder's own database; one that has not ended after twenty seconds is stopped, with code 124.
pub fn bounded(data: &Path, arguments: &[&str]) -> Command {
    let mut timeout = Command::new("timeout");
    timeout.args(["20", BINARY]).stdin(Stdio::null());
    over(timeout, data, None, arguments)
}

fn over(mut command: Command, data: &Path, database: Option<&str>, arguments: &[&str]) -> Command {
    command.args(arguments).current_dir(data).env("UNDERSIGNED_DATA", data);
    command.envs(database.map(|url| ("UNDERSIGNED_DATABASE_URL", url)));
    command
}
