use super::{LONGEST, Receiver};
use crate::signatures::Returned;
use crate::store::nodes::Slot;
use crate::store::writer::Writer;
use std::fs;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio_util::sync::CancellationToken;

/// How often it is looked into.
const LOOK: Duration = Duration::from_secs(30);
/// Reports that are read at once.
const PAGE: usize = 100;

/// The Maildir to which reports are delivered. What is in `new` is read, and removed once it is counted; nothing else is touched.
pub struct Maildir {
    /// Its folder.
    pub folder: PathBuf,
    /// Reads reports.
    pub receiver: Receiver,
    /// For taking them in.
    pub writer: Writer,
    /// Where this process counts.
    pub slot: Slot,
}

impl Maildir {
    /// Looks into it until `stop` is cancelled.
    pub async fn run(self, stop: CancellationToken) {
        let mut last = None;
        loop {
            let error = self.look(&stop).await.err();
            // The same trouble is told once.
            if error != last {
                if let Some(error) = &error {
                    tracing::error!(
                        folder = %self.folder.display(),
                        %error,
                        "reports of mails that came back could not be taken in; see that this user may read and remove files in mail.bounces.maildir"
                    );
                }
                last = error;
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(LOOK) => {}
            }
        }
    }

    /// Takes in all that is there, page by page.
    ///
    /// # Errors
    /// What failed, for the log; whatever was not removed is read again.
    pub async fn look(&self, stop: &CancellationToken) -> Result<(), String> {
        while !stop.is_cancelled() {
            let (folder, receiver) = (self.folder.join("new"), self.receiver.clone());
            let read = spawn_blocking(move || page(&folder).map(|files| (read(&receiver, &files), files))).await;
            let (reports, files) = read.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
            if files.is_empty() {
                return Ok(());
            }
            let taken = self.receiver.take(&self.writer, &self.slot, &reports);
            let taken = taken.await.map_err(|error| error.to_string())?;
            let ignored = files.len() - reports.len();
            tracing::info!(taken.counted, taken.repeated, ignored, "reports of mails that came back were taken in");
            spawn_blocking(move || files.iter().try_for_each(|file| remove(file)))
                .await
                .map_err(|error| error.to_string())?
                .map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// The oldest files, as far as their names tell.
fn page(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(entry.path());
        }
        // Of a flood only so much is held in memory.
        if files.len() >= 100 * PAGE {
            break;
        }
    }
    files.sort();
    files.truncate(PAGE);
    Ok(files)
}

/// Another server may have been faster.
fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// What is in them. A file that cannot be read is like any other that is no report, and one that confuses the parser must not keep those
/// behind it from being read.
fn read(receiver: &Receiver, files: &[PathBuf]) -> Vec<Returned> {
    let read = |path: &PathBuf| {
        let mut bytes = Vec::new();
        fs::File::open(path).ok()?.take(LONGEST as u64).read_to_end(&mut bytes).ok()?;
        catch_unwind(AssertUnwindSafe(|| receiver.read(&bytes))).ok().flatten()
    };
    files.iter().filter_map(read).collect()
}
