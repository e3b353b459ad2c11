//! `undersigned campaign …`.

use super::ImportArgs;
use crate::{config::Config, failure::Failure};

/// Imports a campaign and writes its private key.
///
/// # Errors
/// One sentence with its remedy; a mistake in the file names its line and field, and nothing is imported.
pub async fn import(_config: Config, _args: ImportArgs) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}

/// Lists all campaigns.
///
/// # Errors
/// One sentence with its remedy.
pub async fn list(_config: Config) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}
