//! `undersigned open`: on a key holder's machine, without a database.

use super::{OpenArgs, output};
use crate::exports::signers::write_opened;
use crate::failure::Failure;
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
    output::whole(args.out.as_deref(), async |csv| write_opened(std::io::BufReader::new(sealed), key, csv)).await
}

/// Reads a private key's file.
pub(super) fn read_key(path: &Path) -> Result<PrivateKey, Failure> {
    let text = std::fs::read_to_string(path).map(zeroize::Zeroizing::new).map_err(|error| {
        Failure::new(format!("{} cannot be read: {error}. Name the campaign's private key.", path.display()))
    })?;
    PrivateKey::parse(&text).map_err(|error| Failure::new(format!("{}: {error}.", path.display())))
}
