//! `undersigned reasons …`.

use super::ReasonsCommand;
use crate::{config::Config, failure::Failure};

/// Lists, shows or removes reasons.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(_config: Config, _command: ReasonsCommand) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}
