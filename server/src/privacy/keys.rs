use super::{KEY_ID_LENGTH, ReturnTags, SecretBox, hmac};
use crate::clock::{Entropy, random};
use hkdf::Hkdf;
use sha2::Sha256;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use zeroize::Zeroizing;

const FILE: &str = "server.key";
const FIRST_LINE: &str = "undersigned server key 1";

/// The server's own keys: one secret in a file beside, never in, the database, and from it one key for each use (HKDF-SHA-256,
/// RFC 5869). Whoever loses it loses open confirmations, updates and the protection against signing twice; whoever copies it
/// together with the database can test guesses of addresses.
pub struct ServerKeys {
    secret: Zeroizing<[u8; 32]>,
}

impl ServerKeys {
    /// Reads the keys from a folder; `None` if it has none.
    ///
    /// # Errors
    /// A sentence with its remedy.
    pub fn find(folder: &Path) -> Result<Option<Self>, String> {
        let path = folder.join(FILE);
        // One that cannot be looked for is not missing: reading it tells why.
        if path.try_exists().unwrap_or(true) { Self::read(&path).map(Some) } else { Ok(None) }
    }

    /// Makes keys, with permissions for the owner alone. Of several processes that do so at once one wins, and all return its keys:
    /// the file appears whole or not at all.
    ///
    /// # Errors
    /// A sentence with its remedy.
    pub fn create(folder: &Path, entropy: &dyn Entropy) -> Result<Self, String> {
        let path = folder.join(FILE);
        let failed = |error: std::io::Error| {
            format!(
                "The server key {} cannot be written: {error}. Make the folder writable or free some space.",
                path.display()
            )
        };
        std::fs::create_dir_all(folder).map_err(failed)?;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).map_err(failed)?;
        let draft = folder.join(format!(".{FILE}-{}", hex(&random::<8>(entropy))));
        let text = Zeroizing::new(format!("{FIRST_LINE}\n{}\n", hex(&random::<32>(entropy))));
        let written = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&draft)
            .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
            // Unlike a rename, a link never takes another's place.
            .and_then(|()| std::fs::hard_link(&draft, &path))
            .and_then(|()| std::fs::File::open(folder)?.sync_all());
        // Whether it was linked or not, nobody needs it any more.
        let _ = std::fs::remove_file(&draft);
        match written {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(failed(error)),
            _ => Self::read(&path),
        }
    }

    /// Keys from a secret, for tests.
    pub fn from_secret(secret: [u8; 32]) -> Self {
        Self { secret: Zeroizing::new(secret) }
    }

    fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map(Zeroizing::new).map_err(|error| {
            format!("The server key {} cannot be read: {error}. Let this user read it.", path.display())
        })?;
        let hex = text.strip_prefix(FIRST_LINE).map(str::trim);
        let secret = hex.and_then(unhex).ok_or_else(|| {
            format!("{} is not a server key. Bring the right file back from the backup of the keys.", path.display())
        })?;
        Ok(Self::from_secret(secret))
    }

    /// The key for a use.
    fn derive(&self, usage: &str) -> [u8; 32] {
        let mut key = [0; 32];
        // HKDF fails only for outputs of more than 8,160 bytes.
        let _ = Hkdf::<Sha256>::new(None, &*self.secret).expand(usage.as_bytes(), &mut key);
        key
    }

    fn secret_box(&self, usage: &str) -> SecretBox {
        let key = self.derive(usage);
        let mut id = [0; KEY_ID_LENGTH];
        id.copy_from_slice(&hmac(&key, &[b"key id"])[..KEY_ID_LENGTH]);
        SecretBox::new(id, key)
    }

    /// Signs tokens and codes.
    pub fn tokens(&self) -> [u8; 32] {
        self.derive("undersigned tokens 1")
    }

    /// Wraps the keys that are stored.
    pub fn wrapping(&self) -> SecretBox {
        self.secret_box("undersigned wrapping 1")
    }

    /// Encrypts the addresses of those who asked for updates.
    pub fn contact(&self) -> SecretBox {
        self.secret_box("undersigned contact 1")
    }

    /// For fingerprints of the addresses of accounts.
    pub fn accounts(&self) -> [u8; 32] {
        self.derive("undersigned accounts 1")
    }

    /// Encrypts the secrets of authenticator apps.
    pub fn second_proof(&self) -> SecretBox {
        self.secret_box("undersigned second proof 1")
    }

    /// Seals cookies.
    pub fn cookie(&self) -> SecretBox {
        self.secret_box("undersigned cookie 1")
    }

    /// Tags sender addresses.
    pub fn return_tags(&self) -> ReturnTags {
        ReturnTags::new(self.derive("undersigned return tags 1"))
    }

    /// Makes Message-IDs.
    pub fn message_ids(&self) -> [u8; 32] {
        self.derive("undersigned message ids 1")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemEntropy;

    #[test]
    fn keys_are_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        assert!(ServerKeys::find(folder.path()).unwrap().is_none());
        let made = ServerKeys::create(folder.path(), &SystemEntropy).unwrap();
        let read = ServerKeys::find(folder.path()).unwrap().unwrap();
        assert_eq!(made.tokens(), read.tokens());
        assert_ne!(made.tokens(), made.message_ids());
        let mode = std::fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
    }

    #[test]
    fn of_many_that_make_keys_at_once_all_have_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let barrier = std::sync::Barrier::new(8);
        let tokens = std::thread::scope(|scope| {
            let make = || {
                barrier.wait();
                ServerKeys::create(folder.path(), &SystemEntropy).unwrap().tokens()
            };
            let threads = (0..8).map(|_| scope.spawn(make)).collect::<Vec<_>>();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect::<std::collections::BTreeSet<_>>()
        });
        assert_eq!(tokens.len(), 1);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_damaged_key_is_refused_with_its_remedy() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "undersigned server key 1\nabc").unwrap();
        let error = ServerKeys::find(folder.path()).err().unwrap();
        assert!(error.contains("backup"), "{error}");
    }
}
