//! `undersigned open`: on a key holder's machine, without a database.

use super::{OpenArgs, output};
use crate::exports::{Opened, signers::write_opened};
use crate::failure::Failure;
use std::io::Write;
use std::path::Path;
use vault::PrivateKey;

/// Opens a sealed export.
///
/// # Errors
/// One sentence with its remedy; a key that does not fit leaves no file.
pub async fn run(args: OpenArgs) -> Result<(), Failure> {
    let key = read_key(&args.key)?;
    let sealed = std::fs::File::open(&args.file).map_err(|error| {
        Failure::new(format!(
            "{} cannot be read: {error}. Name a file that `export sealed` wrote.",
            args.file.display()
        ))
    })?;
    let sealed = std::io::BufReader::new(sealed);
    tell(&output::whole(args.out.as_deref(), async |csv| write_opened(sealed, key, csv)).await?);
    Ok(())
}

/// Says on standard error how many signers are missing, and why.
pub(super) fn tell(opened: &Opened) {
    if let Some(notice) = opened.notice() {
        // With standard error closed there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "undersigned: {notice}");
    }
}

/// Reads a private key's file.
pub(super) fn read_key(path: &Path) -> Result<PrivateKey, Failure> {
    let text = std::fs::read_to_string(path).map(zeroize::Zeroizing::new).map_err(|error| {
        Failure::new(format!("{} cannot be read: {error}. Name the campaign's private key.", path.display()))
    })?;
    PrivateKey::parse(&text).map_err(|error| Failure::new(format!("{}: {error}.", path.display())))
}
