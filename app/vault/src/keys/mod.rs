//! A campaign's key pairs: X-Wing, that is ML-KEM-768 and X25519 together, so that both have to be broken.
//!
//! Sources: [draft-connolly-cfrg-xwing-kem](https://datatracker.ietf.org/doc/draft-connolly-cfrg-xwing-kem/) for the
//! key encapsulation, [draft-ietf-hpke-pq-03](https://datatracker.ietf.org/doc/draft-ietf-hpke-pq/03/) for its use in
//! HPKE (KEM id 0x647a).

mod text;

use std::fmt;

use hpke::kem::XWing;
use hpke::rand_core::CryptoRng;
use hpke::{Deserializable, Kem, Serializable};
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::hex::Hex;

pub use text::{KeyTextError, PRIVATE_KEY_HEADER, begins_as_private_key, is_same_group};

/// Length of a private key in bytes: the seed from which X-Wing derives both of its private keys.
pub const PRIVATE_KEY_BYTES: usize = 32;

/// Length of a public key in bytes: 1,184 of ML-KEM-768 and 32 of X25519.
pub const PUBLIC_KEY_BYTES: usize = 1216;

/// Length of a key id in bytes.
pub const KEY_ID_BYTES: usize = 8;

/// Why bytes are not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyError {
    /// The key has another length than its kind has.
    #[error("a key of this kind has {expected} bytes, this one has {found}")]
    Length {
        /// The length in bytes that this kind of key has.
        expected: usize,
        /// The length in bytes that was given.
        found: usize,
    },
    /// The length is right, but the bytes are no public key (FIPS 203 section 7.2, modulus check).
    #[error("these bytes are no valid public key")]
    Invalid,
}

/// Names a key pair: the first 8 bytes of the SHA-256 of the public key's 1,216 bytes.
///
/// A label for people and for look-up, short enough to be compared by eye. It proves nothing: whoever makes 2³² key
/// pairs finds two with the same id, so a key is never trusted because its id matches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; KEY_ID_BYTES]);

impl KeyId {
    /// Takes the id's bytes as they were stored.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; KEY_ID_BYTES]) -> Self {
        Self(bytes)
    }

    /// The id's bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; KEY_ID_BYTES] {
        &self.0
    }
}

/// Sixteen lower-case hexadecimal digits.
impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Hex(&self.0).fmt(f)
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

/// The half of a key pair that the server has: it can seal to it and nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey {
    key: <XWing as Kem>::PublicKey,
    id: KeyId,
}

impl PublicKey {
    /// Reads a public key, checking that it is one.
    ///
    /// # Errors
    ///
    /// [`KeyError::Length`] unless there are [`PUBLIC_KEY_BYTES`] bytes, [`KeyError::Invalid`] if they are no key.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        check_length(bytes, PUBLIC_KEY_BYTES)?;
        let key = Deserializable::from_bytes(bytes).map_err(|_| KeyError::Invalid)?;
        Ok(Self::new(key))
    }

    fn new(key: <XWing as Kem>::PublicKey) -> Self {
        let digest = Sha256::digest(key.to_bytes());
        let mut id = [0; KEY_ID_BYTES];
        id.copy_from_slice(&digest[..KEY_ID_BYTES]);
        Self { key, id: KeyId(id) }
    }

    /// The key's bytes, as [`PublicKey::from_bytes`] takes them.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; PUBLIC_KEY_BYTES] {
        let mut bytes = [0; PUBLIC_KEY_BYTES];
        self.key.write_exact(&mut bytes);
        bytes
    }

    /// The id of the pair this key belongs to.
    #[must_use]
    pub const fn key_id(&self) -> KeyId {
        self.id
    }

    #[cfg(feature = "seal")]
    pub(crate) const fn as_hpke(&self) -> &<XWing as Kem>::PublicKey {
        &self.key
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.id)
    }
}

/// The half of a key pair that a key holder has, and nobody else. Wiped from memory when dropped.
///
/// As text it is the private key file and the recovery sheet: see [`PrivateKey::to_text`].
pub struct PrivateKey {
    key: <XWing as Kem>::PrivateKey,
    id: KeyId,
}

impl PrivateKey {
    /// Draws a new key pair.
    #[must_use]
    pub fn generate<R: CryptoRng + ?Sized>(mut rng: &mut R) -> Self {
        let (key, public) = XWing::gen_keypair_with_rng(&mut rng);
        Self { key, id: PublicKey::new(public).id }
    }

    /// Takes the seed of a key pair: 32 bytes from a cryptographic random number generator, or those that
    /// [`PrivateKey::to_seed`] gave. Wiping the argument is the caller's part.
    ///
    /// # Errors
    ///
    /// [`KeyError::Length`] unless there are [`PRIVATE_KEY_BYTES`] bytes. Every seed of that length is a key.
    pub fn from_seed(seed: &[u8]) -> Result<Self, KeyError> {
        check_length(seed, PRIVATE_KEY_BYTES)?;
        let key = Deserializable::from_bytes(seed).map_err(|_| KeyError::Invalid)?;
        let id = PublicKey::new(XWing::sk_to_pk(&key)).id;
        Ok(Self { key, id })
    }

    /// The seed, for wrapping the key under something else. Whoever has it has the key.
    #[must_use]
    pub fn to_seed(&self) -> Zeroizing<[u8; PRIVATE_KEY_BYTES]> {
        let mut seed = Zeroizing::new([0; PRIVATE_KEY_BYTES]);
        self.key.write_exact(&mut *seed);
        seed
    }

    /// The public half, which the server may know.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey { key: XWing::sk_to_pk(&self.key), id: self.id }
    }

    /// The id of this key pair.
    #[must_use]
    pub const fn key_id(&self) -> KeyId {
        self.id
    }

    pub(crate) const fn as_hpke(&self) -> &<XWing as Kem>::PrivateKey {
        &self.key
    }
}

/// Prints nothing of the key.
impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(..)")
    }
}

fn check_length(bytes: &[u8], expected: usize) -> Result<(), KeyError> {
    if bytes.len() == expected { Ok(()) } else { Err(KeyError::Length { expected, found: bytes.len() }) }
}
