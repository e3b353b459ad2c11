//! `undersigned export …`.

use super::CountsArgs;
use crate::{config::Config, failure::Failure};
use std::path::{Path, PathBuf};

/// Writes exact counts.
///
/// # Errors
/// One sentence with its remedy.
pub async fn counts(_config: Config, _args: CountsArgs) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}

/// Writes a campaign's signers as they are stored.
///
/// # Errors
/// One sentence with its remedy.
pub async fn sealed(_config: Config, _campaign: &str, _out: Option<PathBuf>) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}

/// Writes a campaign's signers as CSV.
///
/// # Errors
/// One sentence with its remedy; a key that does not fit leaves no file.
pub async fn signers(_config: Config, _campaign: &str, _key: &Path, _out: Option<PathBuf>) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}
