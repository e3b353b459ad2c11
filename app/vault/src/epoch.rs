//! Epoch secrets: drawn for one campaign and hour, and sealed to the campaign's keys.
//!
//! Sealed by HPKE in base mode ([RFC 9180](https://www.rfc-editor.org/rfc/rfc9180) sections 5.1.1 and 6.1) with KEM
//! X-Wing (0x647a), KDF HKDF-SHA256 (0x0001) and AEAD ChaCha20Poly1305 (0x0003). `info` is [`SUITE`] ‖ campaign ‖
//! epoch, so a sealed secret opens for its own campaign and epoch only; the associated data is empty.

use std::fmt;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::rand_core::CryptoRng;
use hpke::{Deserializable, OpModeR};
#[cfg(feature = "seal")]
use hpke::{OpModeS, Serializable};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::Id;
use crate::keys::{KEY_ID_BYTES, KeyId, PrivateKey};

/// Names the suite, its draft and this use of it, and stands first in HPKE's `info`: a later draft that computes
/// something else under the same numbers gets another name, and its secrets do not pass for these.
pub const SUITE: &[u8] = b"undersigned epoch 1: X-Wing (draft-ietf-hpke-pq-03), HKDF-SHA256, ChaCha20Poly1305; ";

/// Length of an epoch secret in bytes.
pub const EPOCH_SECRET_BYTES: usize = 32;

/// Length of the X-Wing encapsulation in bytes: 1,088 of ML-KEM-768 and 32 of X25519.
pub const ENC_BYTES: usize = 1120;

/// Length of the sealed epoch secret in bytes: the secret and a tag of 16.
pub const WRAPPED_BYTES: usize = EPOCH_SECRET_BYTES + 16;

/// Length of a [`SealedEpoch`] in bytes.
pub const SEALED_EPOCH_BYTES: usize = KEY_ID_BYTES + ENC_BYTES + WRAPPED_BYTES;

/// What an epoch secret belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EpochContext {
    /// The campaign's id.
    pub campaign: Id,
    /// The epoch's id.
    pub epoch: Id,
}

impl EpochContext {
    fn info(&self) -> Vec<u8> {
        [SUITE, &self.campaign, &self.epoch].concat()
    }
}

/// Why an epoch secret could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EpochError {
    /// Sealed for another key.
    #[error("wrong key: this is key {given}, the data was sealed for key {sealed_for}")]
    WrongKey {
        /// The key that was tried.
        given: KeyId,
        /// The key that opens it.
        sealed_for: KeyId,
    },
    /// The key id fits and the seal does not open: the bytes were altered, or belong to another campaign or epoch, or
    /// two keys share an id. X-Wing answers an altered encapsulation with another secret and no error (implicit
    /// rejection), so these cannot be told apart.
    #[error("wrong key or damaged file: the epoch secret sealed for key {key} does not open")]
    Damaged {
        /// The key that was tried, and for which the secret says it was sealed.
        key: KeyId,
    },
    /// A part of the sealed epoch secret has another length than it must have.
    #[error("damaged file: {expected} bytes of sealed epoch secret expected, {found} found")]
    Length {
        /// The length in bytes it must have.
        expected: usize,
        /// The length in bytes it has.
        found: usize,
    },
    /// The library refused to seal; it names no case where it does so for a valid public key.
    #[error("the epoch secret could not be sealed")]
    Seal,
}

/// The secret under which the rows of one campaign and epoch are sealed. Wiped from memory when dropped.
///
/// It carries the ids it belongs to, so no row can be sealed under the secret of one epoch and the name of another.
pub struct EpochSecret {
    secret: Zeroizing<[u8; EPOCH_SECRET_BYTES]>,
    context: EpochContext,
}

impl EpochSecret {
    /// Draws a new secret.
    #[must_use]
    pub fn generate<R: CryptoRng + ?Sized>(context: EpochContext, rng: &mut R) -> Self {
        let mut secret = Zeroizing::new([0; EPOCH_SECRET_BYTES]);
        rng.fill_bytes(&mut *secret);
        Self { secret, context }
    }

    /// Takes 32 bytes from a cryptographic random number generator. They must never be used for another epoch.
    #[must_use]
    pub const fn from_bytes(context: EpochContext, secret: Zeroizing<[u8; EPOCH_SECRET_BYTES]>) -> Self {
        Self { secret, context }
    }

    /// The campaign and epoch this secret belongs to.
    #[must_use]
    pub const fn context(&self) -> &EpochContext {
        &self.context
    }

    pub(crate) fn as_bytes(&self) -> &[u8; EPOCH_SECRET_BYTES] {
        &self.secret
    }
}

/// Prints the ids and nothing of the secret.
impl fmt::Debug for EpochSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EpochSecret").field("context", &self.context).finish_non_exhaustive()
    }
}

/// An epoch secret as one key's holder can open it.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedEpoch {
    /// The key it was sealed for.
    pub key_id: KeyId,
    /// The X-Wing encapsulation.
    pub enc: Box<[u8; ENC_BYTES]>,
    /// The secret under the key that the encapsulation yields, with its tag.
    pub wrapped: [u8; WRAPPED_BYTES],
}

impl SealedEpoch {
    /// Puts together what was stored as three columns.
    ///
    /// # Errors
    ///
    /// [`EpochError::Length`] unless `enc` has [`ENC_BYTES`] and `wrapped` [`WRAPPED_BYTES`] bytes.
    pub fn from_parts(key_id: KeyId, enc: &[u8], wrapped: &[u8]) -> Result<Self, EpochError> {
        let enc = Box::new(sized(enc)?);
        Ok(Self { key_id, enc, wrapped: sized(wrapped)? })
    }

    /// Reads [`SEALED_EPOCH_BYTES`] bytes: key id ‖ encapsulation ‖ wrapped secret.
    ///
    /// # Errors
    ///
    /// [`EpochError::Length`] if there are more or fewer.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EpochError> {
        let whole: [u8; SEALED_EPOCH_BYTES] = sized(bytes)?;
        let (key_id, rest) = whole.split_at(KEY_ID_BYTES);
        let (enc, wrapped) = rest.split_at(ENC_BYTES);
        Self::from_parts(KeyId::from_bytes(sized(key_id)?), enc, wrapped)
    }

    /// Key id ‖ encapsulation ‖ wrapped secret, [`SEALED_EPOCH_BYTES`] bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.key_id.as_bytes().as_slice(), self.enc.as_slice(), &self.wrapped].concat()
    }
}

impl fmt::Debug for SealedEpoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedEpoch({})", self.key_id)
    }
}

/// Seals an epoch secret to one key. Call it once for every key of the campaign.
///
/// `rng` must be cryptographic: whoever can guess the 64 bytes it gives can open the epoch.
///
/// # Errors
///
/// [`EpochError::Seal`] if the library refuses, for which no cause is known.
#[cfg(feature = "seal")]
pub fn seal_epoch<R: CryptoRng + ?Sized>(
    secret: &EpochSecret,
    public_key: &crate::keys::PublicKey,
    mut rng: &mut R,
) -> Result<SealedEpoch, EpochError> {
    let (enc, wrapped) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        public_key.as_hpke(),
        &secret.context.info(),
        secret.as_bytes(),
        &[],
        &mut rng,
    )
    .map_err(|_| EpochError::Seal)?;
    SealedEpoch::from_parts(public_key.key_id(), &enc.to_bytes(), &wrapped)
}

/// Opens an epoch secret that was sealed to this key for this campaign and epoch.
///
/// # Errors
///
/// [`EpochError::WrongKey`] if it names another key, [`EpochError::Damaged`] if it names this one and does not open.
pub fn open_epoch(
    private_key: &PrivateKey,
    context: EpochContext,
    sealed: &SealedEpoch,
) -> Result<EpochSecret, EpochError> {
    let key = private_key.key_id();
    if sealed.key_id != key {
        return Err(EpochError::WrongKey { given: key, sealed_for: sealed.key_id });
    }
    let damaged = |_| EpochError::Damaged { key };
    let enc = Deserializable::from_bytes(sealed.enc.as_slice()).map_err(damaged)?;
    let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        private_key.as_hpke(),
        &enc,
        &context.info(),
        &sealed.wrapped,
        &[],
    )
    .map_err(damaged)?;
    let opened = Zeroizing::new(opened);
    Ok(EpochSecret { secret: Zeroizing::new(sized(&opened)?), context })
}

fn sized<const N: usize>(bytes: &[u8]) -> Result<[u8; N], EpochError> {
    bytes.try_into().map_err(|_| EpochError::Length { expected: N, found: bytes.len() })
}
