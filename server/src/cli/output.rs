//! Files that appear whole or not at all.

use crate::failure::Failure;
pub(super) use crate::scratch::random_name;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Seek, Write};
use std::path::Path;
use tokio_util::task::AbortOnDropHandle;

/// What shells expect of a program that Ctrl-C has ended.
const STOPPED: i32 = 130;

/// Writes to a temporary file, and only when all of it is there to `out` or standard output: what fails leaves nothing behind.
pub(super) async fn whole<T, F>(out: Option<&Path>, body: F) -> Result<T, Failure>
where
    F: AsyncFnOnce(&mut File) -> Result<T, Failure>,
{
    let Some(out) = out else {
        return through(body, io::stdout().lock()).await;
    };
    // The file behind a link; and what is no file (`/dev/stdout`, a pipe) is written to, not replaced.
    let out = out.canonicalize().unwrap_or_else(|_| out.to_owned());
    if out.exists() && !out.is_file() {
        let sink = OpenOptions::new().write(true).open(&out).map_err(|error| unwritten(&error))?;
        return through(body, sink).await;
    }
    let path = out.with_file_name(random_name());
    let _guard = removed_if_stopped(&path)?;
    let mut file = create(&path)?;
    let finished = body(&mut file).await.and_then(|value| {
        let kept = file.sync_all().and_then(|()| std::fs::rename(&path, &out));
        kept.map(|()| value).map_err(|error| unwritten(&error))
    });
    if finished.is_err() {
        // There is nothing else to be done about it.
        let _ = std::fs::remove_file(&path);
    }
    finished
}

/// Writes to a file without a name first. A reader that has seen enough (`| head`) is no failure.
async fn through<T, F>(body: F, mut sink: impl Write) -> Result<T, Failure>
where
    F: AsyncFnOnce(&mut File) -> Result<T, Failure>,
{
    let mut file = scratch()?;
    let value = body(&mut file).await?;
    let copied = file.rewind().and_then(|()| io::copy(&mut file, &mut sink)).and_then(|_| sink.flush());
    match copied {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritten(&error)),
        _ => Ok(value),
    }
}

/// While what this returns lives, SIGINT and SIGTERM take the file or folder along that is being written; then the process ends.
pub(super) fn removed_if_stopped(path: &Path) -> Result<AbortOnDropHandle<()>, Failure> {
    let stop = crate::run::stop_signal()
        .map_err(|error| Failure::new(format!("Signals cannot be received: {error}. Try again.")))?;
    let path = path.to_owned();
    Ok(AbortOnDropHandle::new(tokio::spawn(async move {
        stop.await;
        // It is one of the two, or not there any more.
        let _ = std::fs::remove_file(&path);
        let _ = std::fs::remove_dir_all(&path);
        let _ = writeln!(io::stderr(), "undersigned: Stopped before the end; nothing was written.");
        std::process::exit(STOPPED);
    })))
}

/// A file that has no name any more.
pub(super) fn scratch() -> Result<File, Failure> {
    crate::scratch::scratch().map_err(|error| unwritten(&error))
}

/// A new file that this user alone can read.
fn create(path: &Path) -> Result<File, Failure> {
    crate::scratch::create(path).map_err(|error| unwritten(&error))
}

fn unwritten(error: &io::Error) -> Failure {
    let temporary = std::env::temp_dir();
    Failure::new(format!(
        "The file cannot be written: {error}. Free some space, there and in {}, or name another place by --out.",
        temporary.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[tokio::test]
    async fn what_fails_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out.csv");
        let failed = whole(Some(&out), async |file| {
            file.write_all(b"half").unwrap();
            Err::<(), _>(Failure::new("wrong key"))
        });
        assert_eq!(failed.await, Err(Failure::new("wrong key")));
        assert_eq!(names(folder.path()), [""; 0]);
        whole(Some(&out), async |file| file.write_all(b"all").map_err(|error| unwritten(&error))).await.unwrap();
        assert_eq!(names(folder.path()), ["out.csv"]);
        assert_eq!(std::fs::read(&out).unwrap(), b"all");
    }

    #[tokio::test]
    async fn a_device_is_written_to_and_a_link_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        whole(Some(&link), async |file| file.write_all(b"all").map_err(|error| unwritten(&error))).await.unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(names(folder.path()), ["link"]);
    }
}
