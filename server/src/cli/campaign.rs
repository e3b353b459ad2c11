//! `undersigned campaign …`.

use super::{ImportArgs, config::write};
use crate::campaigns::{self, import::Import};
use crate::clock::{Clock, SystemClock, SystemEntropy};
use crate::config::Config;
use crate::failure::Failure;
use crate::services::{self, Foundation, write_key};
use std::io::Write;

/// Imports a campaign and writes its private key.
///
/// # Errors
/// One sentence with its remedy; a mistake in the file names its line and field, and nothing is imported.
pub async fn import(config: Config, args: ImportArgs) -> Result<(), Failure> {
    let file = args.file.display();
    let text = std::fs::read_to_string(&args.file)
        .map_err(|error| Failure::new(format!("{file} cannot be read: {error}. Name a campaign file.")))?;
    let import = Import::read(&text, &SystemEntropy).map_err(|error| Failure::new(format!("{file}: {error}")))?;
    import.still_open(&text, SystemClock.now()).map_err(|error| Failure::new(format!("{file}: {error}")))?;
    let folder = args.key_out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(".".as_ref());
    // One that is not there is not made: nobody could say beforehand where it will lie, and a stick that is not plugged in is no folder here.
    let folder = folder.canonicalize().map_err(|error| {
        let folder = folder.display();
        Failure::new(format!(
            "--key-out names the folder {folder}, which cannot be used: {error}. Name one that is there."
        ))
    })?;
    if config.data.canonicalize().is_ok_and(|data| folder.starts_with(data)) {
        return Err(Failure::new(
            "--key-out lies in the data folder, where whoever copies the data copies the key too: name a place outside it.",
        ));
    }
    let base = Foundation::for_command(&config).await?;
    // The key first: a campaign whose key was never kept could not be read by anyone.
    let written = write_key(&args.key_out, &import.key_text());
    let slug = import.slug().as_str().to_owned();
    let stored = match written {
        Ok(()) => {
            let stored =
                Import::store(vec![import], &base.writer, &base.wrapping, &SystemEntropy, SystemClock.now()).await;
            if stored.is_err() {
                // The key of a campaign that does not exist helps nobody.
                let _ = std::fs::remove_file(&args.key_out);
            }
            stored.map_err(Failure::from)
        }
        Err(failure) => Err(failure),
    };
    base.close().await;
    stored?;
    let told = format!(
        "Imported {slug}. Its private key is in {}: keep it where this server is not. Whoever loses it can never read \
         what signers gave, and nobody can bring it back.\n",
        args.key_out.display()
    );
    write(|out| out.write_all(told.as_bytes()))
}

/// Lists all campaigns.
///
/// # Errors
/// One sentence with its remedy.
pub async fn list(config: Config) -> Result<(), Failure> {
    let db = services::open_db(&config).await?;
    let told = campaigns::each(&db, None, async |campaign| {
        write(|out| writeln!(out, "{}\t{}", campaign.slug, campaign.confirmed))
    });
    let told = told.await;
    db.close().await;
    told
}
