//! `undersigned backup`.

use crate::{config::Config, failure::Failure};
use std::path::Path;

/// Copies the database while it is served.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(_config: Config, _file: &Path) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}
