//! What the data folder says of keys: who can read them, and what lies there that should not.

use super::{Config, check::Finding};
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};
use vault::keys::PRIVATE_KEY_HEADER;

/// Folders below the data folder that are looked into; nobody nests keys deeper by accident.
const DEPTH: usize = 4;

pub(super) fn findings(config: &Config) -> Vec<Finding> {
    let mut findings = Vec::new();
    let keys = config.keys_folder();
    if let Some(open) = readable_by_others(&keys) {
        findings.push(Finding::error(format!(
            "{} can be read by other users of this machine: run `chmod -R go= {}`.",
            open.display(),
            keys.display()
        )));
    }
    if !config.is_local()
        && let Some(key) = campaign_key(&config.data, DEPTH)
    {
        findings.push(Finding::error(format!(
            "{} is a campaign's private key: whoever gets into this server could read that campaign's signers. Move it to its holder's \
             own machine.",
            key.display()
        )));
    }
    if let Some(file) = sqlite_file(&config.database.url).filter(|file| others_can_read(file)) {
        findings.push(Finding::warning(format!(
            "{} can be read by other users of this machine: run `chmod go= {}`.",
            file.display(),
            file.display()
        )));
    }
    if sqlite_file(&config.database.url).is_some_and(|file| lies_in(&file, &config.data)) {
        findings.push(Finding::warning(format!(
            "The database and the server's keys both lie in {}: one copy of that folder would take both, and whoever has both can test \
             guesses of who signed. Leave {} out of the backup of the database, and keep it elsewhere.",
            config.data.display(),
            keys.display()
        )));
    }
    findings
}

/// The file of a folder that others can read, or the folder itself.
fn readable_by_others(folder: &Path) -> Option<PathBuf> {
    // A closed folder keeps others from its files, whatever those say.
    others_can_read(folder).then(|| {
        let files = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        files.into_iter().find(|path| others_can_read(path)).unwrap_or_else(|| folder.to_owned())
    })
}

#[cfg(unix)]
fn others_can_read(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn others_can_read(_path: &Path) -> bool {
    false
}

/// The first file below `folder` that begins as a campaign's private key does.
fn campaign_key(folder: &Path, depth: usize) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    entries.into_iter().find_map(|path| match path.symlink_metadata() {
        Ok(data) if data.is_dir() && depth > 1 => campaign_key(&path, depth - 1),
        Ok(_) if begins_as_key(&path) => Some(path),
        _ => None,
    })
}

fn begins_as_key(path: &Path) -> bool {
    let mut start = vec![0; PRIVATE_KEY_HEADER.len()];
    path.is_file()
        && fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok()
        && start == PRIVATE_KEY_HEADER.as_bytes()
}

fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?.trim_start_matches("//");
    Some(PathBuf::from(path.split('?').next().unwrap_or_default()))
}

fn lies_in(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    file.parent().is_some_and(|parent| real(parent).starts_with(real(folder)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{PublicUrl, Weight};
    use std::os::unix::fs::PermissionsExt;

    fn texts(config: &Config) -> String {
        findings(config).into_iter().map(|finding| finding.text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn keys_that_others_can_read_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::for_folder(folder.path());
        let keys = config.keys_folder();
        fs::create_dir(&keys).unwrap();
        fs::write(keys.join("server.key"), "x").unwrap();
        let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        mode(&keys, 0o755);
        mode(&keys.join("server.key"), 0o644);
        assert!(texts(&config).contains("server.key can be read by other users"));
        mode(&keys, 0o700);
        assert!(!texts(&config).contains("other users"));
    }

    #[test]
    fn a_database_that_others_can_read_is_warned_of() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::for_folder(folder.path());
        let file = folder.path().join("undersigned.db");
        fs::write(&file, "x").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(texts(&config).contains("undersigned.db can be read by other users"));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(!texts(&config).contains("other users"));
    }

    #[test]
    fn a_campaigns_private_key_below_the_data_folder_stops_a_public_server_only() {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::for_folder(folder.path());
        fs::create_dir_all(folder.path().join("keys/demo")).unwrap();
        fs::write(folder.path().join("keys/demo/a.key"), format!("{PRIVATE_KEY_HEADER}\nrest")).unwrap();
        assert!(!texts(&config).contains("private key"));
        config.public_url = PublicUrl::parse("https://sign.example.org").unwrap();
        let found = findings(&config);
        assert!(
            found.iter().any(|f| f.weight == Weight::Error && f.text.contains("a.key is a campaign's private key")),
            "{found:?}"
        );
    }

    #[test]
    fn one_backup_of_database_and_keys_is_warned_of() {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::for_folder(folder.path());
        assert!(texts(&config).contains("one copy of that folder would take both"));
        config.database.url = "sqlite:/var/lib/elsewhere/undersigned.db".to_owned();
        assert_eq!(texts(&config), "");
        config.database.url = "postgres://db/undersigned".to_owned();
        assert_eq!(texts(&config), "");
    }
}
