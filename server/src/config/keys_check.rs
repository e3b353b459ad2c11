//! What the data folder says of keys: who can read them, and what lies there that should not.

use super::{Config, check::Finding};
use std::{
    collections::BTreeSet,
    fs,
    io::Read,
    path::{Path, PathBuf},
};
use vault::keys::begins_as_private_key;

/// Bytes of a file that are read to see whether it is a key: comments may stand before its first line.
const BEGINNING: u64 = 1_024;

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
    // Behind a proxy of its own a server is public, whatever address it goes by.
    if !config.is_local() || config.proxies.trusted_hops > 0 {
        findings.extend(private_keys(&config.data));
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

fn private_keys(data: &Path) -> Option<Finding> {
    let mut keys = BTreeSet::new();
    look_for_keys(data, &mut BTreeSet::new(), &mut keys);
    let first = keys.first()?.display();
    let others = match keys.len() {
        1 => String::new(),
        n => format!(" (and {} more beside it)", n - 1),
    };
    Some(Finding::error(format!(
        "{first}{others} is a campaign's private key: whoever gets into this public server could read that campaign's signers. Move it to \
         its holder's own machine."
    )))
}

/// Gathers the private keys of campaigns anywhere below `folder`. Links are followed: what they lead to is as easy to copy.
fn look_for_keys(folder: &Path, entered: &mut BTreeSet<PathBuf>, keys: &mut BTreeSet<PathBuf>) {
    // A link may lead back up.
    if !folder.canonicalize().is_ok_and(|real| entered.insert(real)) {
        return;
    }
    for path in fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            look_for_keys(&path, entered, keys);
        } else if path.is_file() && begins_as_key(&path) {
            keys.insert(path);
        }
    }
}

fn begins_as_key(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut start));
    read.is_ok() && begins_as_private_key(&String::from_utf8_lossy(&start))
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
    use vault::keys::PRIVATE_KEY_HEADER;

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
        let stops = |config: &Config| {
            let found = findings(config).into_iter().find(|finding| finding.text.contains("private key"));
            found.is_some_and(|finding| finding.weight == Weight::Error && finding.text.contains("keys/demo/a.key is"))
        };
        assert!(!texts(&config).contains("private key"));
        config.proxies.trusted_hops = 1;
        assert!(stops(&config), "{}", texts(&config));
        config.proxies.trusted_hops = 0;
        config.listen = "0.0.0.0:3000".parse().unwrap();
        assert!(stops(&config), "{}", texts(&config));
        config.listen = "127.0.0.1:3000".parse().unwrap();
        config.public_url = PublicUrl::parse("https://sign.example.org").unwrap();
        assert!(stops(&config), "a proxy stands before a listener that only this machine reaches: {}", texts(&config));
    }

    #[test]
    fn a_private_key_is_found_wherever_it_lies_and_whatever_it_is_called() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let mut config = Config::for_folder(folder.path());
        config.public_url = PublicUrl::parse("https://sign.example.org").unwrap();
        let deep = folder.path().join("a/b/c/d/e/f");
        fs::create_dir_all(&deep).unwrap();
        std::os::unix::fs::symlink(folder.path(), deep.join("back")).unwrap();
        fs::write(deep.join("notes.txt"), "How to keep an\nundersigned private key 1\n").unwrap();
        assert!(!texts(&config).contains("private key"), "{}", texts(&config));
        fs::write(elsewhere.path().join("z"), "\u{feff}# printed\r\n\r\nUndersigned  PRIVATE key 1\r\n").unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), deep.join("link")).unwrap();
        assert!(texts(&config).contains("e/f/link/z is a campaign's private key"), "{}", texts(&config));
        fs::write(deep.join("later"), "undersigned private key 27\n").unwrap();
        assert!(texts(&config).contains("e/f/later (and 1 more beside it) is"), "{}", texts(&config));
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
