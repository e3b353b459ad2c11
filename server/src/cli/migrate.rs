//! `undersigned migrate`.

use crate::{config::Config, failure::Failure};

/// Brings the database up to this version.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(_config: Config) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}
