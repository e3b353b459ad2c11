//! Files for this user alone, and files without a name.

use crate::clock::{SystemEntropy, random};
use std::fs::{File, OpenOptions};
use std::io::Result;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A file that has no name any more: whatever ends this process, nothing that can be read stays.
pub(crate) fn scratch() -> Result<File> {
    let path = std::env::temp_dir().join(random_name());
    let file = create(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

/// A name that nothing has yet.
pub(crate) fn random_name() -> PathBuf {
    format!(".undersigned-{:016x}", u64::from_be_bytes(random(&SystemEntropy))).into()
}

/// A new file that this user alone can read.
pub(crate) fn create(path: &Path) -> Result<File> {
    OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)
}
