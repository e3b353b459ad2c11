//! `undersigned backup`.

use crate::{config::Config, failure::Failure, services, store};
use std::path::Path;

/// Copies the database while it is served.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(config: Config, file: &Path) -> Result<(), Failure> {
    let db = services::open_db(&config).await?;
    let copied = store::snapshot(&db, file).await;
    db.close().await;
    Ok(copied?)
}
