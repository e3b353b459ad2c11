//! The commands of the real binary, run beside a site.

use std::{
    path::Path,
    process::{Command, Output},
};

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub out: String,
    pub err: String,
    code: Option<i32>,
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

/// The binary over a data folder and a database, with nothing from this process's own environment.
pub fn command(data: &Path, database: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_undersigned"));
    command.args(arguments).current_dir(data).env("UNDERSIGNED_DATA", data);
    command.env("UNDERSIGNED_DATABASE_URL", database);
    command
}
