//! Files that appear whole or not at all.

use crate::clock::{Entropy, SystemEntropy};
use crate::failure::Failure;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Writes to a temporary file, and only when all of it is there to `out` or standard output: what fails leaves nothing behind.
pub(super) async fn whole<F>(out: Option<&Path>, body: F) -> Result<(), Failure>
where
    F: AsyncFnOnce(&mut std::fs::File) -> Result<(), Failure>,
{
    let Scratch { path, mut file } = Scratch::new(out)?;
    let done = body(&mut file).await;
    let finished = done.and_then(|()| match out {
        Some(out) => file.sync_all().and_then(|()| std::fs::rename(&path, out)).map_err(|error| unwritten(&error)),
        None => copy(&mut file).map_err(|error| unwritten(&error)),
    });
    if finished.is_err() || out.is_none() {
        // It may have been renamed or never made; there is nothing else to be done about it.
        let _ = std::fs::remove_file(&path);
    }
    finished
}

/// A file for what must not stay, readable by this user alone.
pub(super) struct Scratch {
    pub path: PathBuf,
    pub file: std::fs::File,
}

impl Scratch {
    pub(super) fn new(beside: Option<&Path>) -> Result<Self, Failure> {
        use std::os::unix::fs::OpenOptionsExt;
        let mut random = [0; 8];
        SystemEntropy.fill(&mut random);
        let name = format!(".undersigned-{:016x}", u64::from_be_bytes(random));
        let path = match beside {
            Some(out) => out.with_file_name(name),
            None => std::env::temp_dir().join(name),
        };
        let mut options = std::fs::OpenOptions::new();
        let file = options.read(true).write(true).create_new(true).mode(0o600).open(&path);
        Ok(Self { file: file.map_err(|error| unwritten(&error))?, path })
    }
}

fn copy(file: &mut std::fs::File) -> std::io::Result<()> {
    file.rewind()?;
    let mut stdout = std::io::stdout().lock();
    let mut buffer = [0; 16_384];
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            return stdout.flush();
        }
        stdout.write_all(&buffer[..n])?;
    }
}

fn unwritten(error: &std::io::Error) -> Failure {
    Failure::new(format!("The file cannot be written: {error}. Free some space or name another place by --out."))
}
