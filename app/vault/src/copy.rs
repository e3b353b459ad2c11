//! A locked copy: a private key under a passphrase, fit to be kept by somebody who must not read it.
//!
//! A copy is version ‖ key id ‖ salt ‖ nonce ‖ ciphertext with tag: XChaCha20-Poly1305 over the 32 bytes of the seed, with all that
//! stands before the nonce as associated data. Its key is Argon2id ([RFC 9106](https://www.rfc-editor.org/rfc/rfc9106), version 0x13)
//! of the passphrase in its plain form, with 64 MiB, three passes and one lane. The passphrase is drawn and never chosen: eight words
//! of 2,048 are 88 bits, and each guess costs whoever took the copy what it costs its owner.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::keys::{KEY_ID_BYTES, KeyId, PRIVATE_KEY_BYTES, PrivateKey};

/// The version of the format, the first byte of every copy. It stands for the costs of Argon2, too.
pub const COPY_VERSION: u8 = 1;

/// Length of a copy in bytes.
pub const COPY_BYTES: usize = HEAD_BYTES + NONCE_BYTES + PRIVATE_KEY_BYTES + TAG_BYTES;

/// Random bytes that locking takes: a salt and a nonce.
pub const LOCKING_BYTES: usize = SALT_BYTES + NONCE_BYTES;

/// Words of a passphrase.
pub const PASSPHRASE_WORDS: usize = 8;

/// Words of the list that they are drawn from: eleven bits each.
pub const LISTED_WORDS: usize = 1 << WORD_BITS;

/// Random bytes that drawing a passphrase takes.
pub const PASSPHRASE_BYTES: usize = PASSPHRASE_WORDS * WORD_BITS / 8;

const WORD_BITS: usize = 11;
const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
const SALT_AT: usize = 1 + KEY_ID_BYTES;
const HEAD_BYTES: usize = SALT_AT + SALT_BYTES;
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// Why a copy could not be made or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CopyError {
    /// The bytes are no copy of a private key.
    #[error("this is no locked copy of a private key")]
    NotACopy,
    /// A copy of a version that this program does not know.
    #[error("this copy has format version {0}, which this program does not know: update it")]
    UnsupportedVersion(u8),
    /// The copy does not open.
    #[error("wrong passphrase, or damaged copy")]
    Damaged,
    /// There is no room for the 64 MiB that Argon2 takes.
    #[error("opening or making a copy takes 64 MiB of memory, which this machine does not give")]
    Memory,
}

/// Draws a passphrase from a list of words, one a line; those after a `#` at the start of a line are left out.
///
/// `None` unless the list has [`LISTED_WORDS`] words that differ also in their plain form: from fewer, less than 88 bits would be drawn.
#[must_use]
pub fn draw_passphrase<'l>(list: &'l str, random: &[u8; PASSPHRASE_BYTES]) -> Option<[&'l str; PASSPHRASE_WORDS]> {
    let words: Vec<&str> =
        list.lines().map(str::trim).filter(|word| !word.is_empty() && !word.starts_with('#')).collect();
    let mut plain: Vec<String> = words.iter().map(|word| plain(word).as_str().to_owned()).collect();
    plain.sort_unstable();
    plain.dedup();
    if words.len() != LISTED_WORDS || plain.len() != LISTED_WORDS || plain.iter().any(|word| word.contains(' ')) {
        return None;
    }
    let bits = random.iter().fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let mut drawn = [""; PASSPHRASE_WORDS];
    for (place, word) in drawn.iter_mut().enumerate() {
        let number = (bits >> (WORD_BITS * (PASSPHRASE_WORDS - 1 - place))) as usize % LISTED_WORDS;
        *word = words.get(number)?;
    }
    Some(drawn)
}

/// A passphrase as it is locked with, however it was typed: small letters without accents, one space between words.
#[must_use]
pub fn plain(passphrase: &str) -> Zeroizing<String> {
    // Reserved at once: a string that grows leaves copies behind in memory.
    let mut plain = Zeroizing::new(String::with_capacity(passphrase.len()));
    for letter in passphrase.chars().flat_map(char::to_lowercase) {
        let letter = match letter {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            // Accents that stand behind their letter, as some keyboards write them.
            '\u{300}'..='\u{36f}' => continue,
            other if other.is_alphanumeric() => other,
            _ => ' ',
        };
        if letter != ' ' || !(plain.is_empty() || plain.ends_with(' ')) {
            plain.push(letter);
        }
    }
    let length = plain.trim_end().len();
    plain.truncate(length);
    plain
}

/// Locks a private key. `random` must be fresh from a cryptographic random number generator for every call.
///
/// # Errors
///
/// [`CopyError::Memory`].
pub fn lock(key: &PrivateKey, passphrase: &str, random: &[u8; LOCKING_BYTES]) -> Result<[u8; COPY_BYTES], CopyError> {
    let (salt, nonce) = random.split_at(SALT_BYTES);
    let head = [&[COPY_VERSION], key.key_id().as_bytes().as_slice(), salt].concat();
    let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| CopyError::NotACopy)?;
    let seed = key.to_seed();
    let payload = Payload { msg: &*seed, aad: &head };
    let sealed = cipher(passphrase, salt)?.encrypt(&XNonce::from(nonce), payload).map_err(|_| CopyError::Damaged)?;
    [head.as_slice(), &nonce, &sealed].concat().try_into().map_err(|_| CopyError::NotACopy)
}

/// Opens a copy. Takes as long as locking did: a second or two in a browser.
///
/// # Errors
///
/// [`CopyError::NotACopy`] or [`CopyError::UnsupportedVersion`] at once; [`CopyError::Damaged`] for another passphrase or altered
/// bytes, [`CopyError::Memory`].
pub fn unlock(copy: &[u8], passphrase: &str) -> Result<PrivateKey, CopyError> {
    let id = copied_key(copy)?;
    let (head, rest) = copy.split_at_checked(HEAD_BYTES).ok_or(CopyError::NotACopy)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(CopyError::NotACopy)?;
    let cipher = cipher(passphrase, head.get(SALT_AT..).unwrap_or_default())?;
    let payload = Payload { msg: sealed, aad: head };
    let seed = cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| CopyError::Damaged)?;
    let key = PrivateKey::from_seed(&Zeroizing::new(seed)).map_err(|_| CopyError::NotACopy)?;
    if key.key_id() == id { Ok(key) } else { Err(CopyError::Damaged) }
}

/// The id of the key that a copy says to hold: a label, until the copy is opened.
///
/// # Errors
///
/// [`CopyError::NotACopy`] or [`CopyError::UnsupportedVersion`].
pub fn copied_key(copy: &[u8]) -> Result<KeyId, CopyError> {
    match copy.split_first() {
        Some((&COPY_VERSION, rest)) if copy.len() == COPY_BYTES => {
            rest.first_chunk().map(|id| KeyId::from_bytes(*id)).ok_or(CopyError::NotACopy)
        }
        Some((version, _)) if *version != COPY_VERSION => Err(CopyError::UnsupportedVersion(*version)),
        _ => Err(CopyError::NotACopy),
    }
}

fn cipher(passphrase: &str, salt: &[u8]) -> Result<XChaCha20Poly1305, CopyError> {
    let costs = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| CopyError::Memory)?;
    let mut key = Zeroizing::new([0; 32]);
    let hashed = Argon2::new(Algorithm::Argon2id, Version::V0x13, costs).hash_password_into(
        plain(passphrase).as_bytes(),
        salt,
        &mut *key,
    );
    hashed.map_err(|_| CopyError::Memory)?;
    Ok(XChaCha20Poly1305::new((&*key).into()))
}
