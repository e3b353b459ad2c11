//! `undersigned backup`.

use super::output::{random_name, removed_if_stopped};
use crate::{config::Config, failure::Failure, services, store};
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

/// Copies the database while it is served.
///
/// # Errors
/// One sentence with its remedy; nothing is left behind then.
pub async fn run(config: Config, file: &Path) -> Result<(), Failure> {
    if file.exists() {
        let file = file.display();
        return Err(Failure::new(format!("{file} exists already. Choose another name or remove it.")));
    }
    let db = services::open_db(&config).await?;
    let copied = copy(&db, file).await;
    db.close().await;
    copied
}

/// Makes the copy in a folder that nobody else can enter: until it is complete it holds what must not be kept.
async fn copy(db: &store::Db, file: &Path) -> Result<(), Failure> {
    let unwritten = |error: std::io::Error| {
        Failure::new(format!("{} cannot be written: {error}. Free some space or name another place.", file.display()))
    };
    let folder = file.with_file_name(random_name());
    let _guard = removed_if_stopped(&folder)?;
    fs::DirBuilder::new().mode(0o700).create(&folder).map_err(unwritten)?;
    let copy = folder.join("copy.db");
    let done = match store::snapshot(db, &copy).await {
        Ok(()) => keep(&copy, file).map_err(unwritten),
        // It is the copy that needs the room.
        Err(error) if error.is_full() => Err(unwritten(ErrorKind::StorageFull.into())),
        Err(error) => Err(error.into()),
    };
    // What has been kept is no longer in it.
    let _ = fs::remove_dir_all(&folder);
    done
}

fn keep(copy: &Path, file: &Path) -> std::io::Result<()> {
    fs::set_permissions(copy, fs::Permissions::from_mode(0o600))?;
    fs::File::open(copy)?.sync_all()?;
    fs::rename(copy, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_copy_appears_whole_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::for_folder(folder.path().join("data"));
        let file = folder.path().join("copy.db");
        run(config.clone(), &file).await.unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(run(config, &file).await.unwrap_err().to_string().contains("exists already"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the data and the copy");
    }
}
