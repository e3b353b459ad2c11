//! `undersigned open`: on a key holder's machine, without a database.

use super::OpenArgs;
use crate::failure::Failure;

/// Opens a sealed export.
///
/// # Errors
/// One sentence with its remedy; a key that does not fit leaves no file.
pub async fn run(_args: OpenArgs) -> Result<(), Failure> {
    Err(Failure::new("This command is not built in yet."))
}
