//! `undersigned migrate`.

use crate::{config::Config, failure::Failure, services};

/// Brings the database up to this version.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(config: Config) -> Result<(), Failure> {
    services::open_db(&config).await?.close().await;
    Ok(())
}
