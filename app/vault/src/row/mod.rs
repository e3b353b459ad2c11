//! Sealed rows: what one signature stores about its signer.
//!
//! A sealed row is version ‖ nonce ‖ ciphertext with tag: XChaCha20-Poly1305
//! ([draft-irtf-cfrg-xchacha-03](https://datatracker.ietf.org/doc/draft-irtf-cfrg-xchacha/03/)) under the epoch secret,
//! with version ‖ campaign ‖ epoch ‖ row id as associated data. The version covers the plaintext too ([`SignerData`]).

mod signer;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::Id;
use crate::epoch::EpochSecret;

pub use signer::SignerData;

/// The version of the format, the first byte of every sealed row.
pub const ROW_VERSION: u8 = 1;

/// Length of a row's nonce in bytes: long enough that random ones do not meet.
pub const NONCE_BYTES: usize = 24;

/// The plaintext is filled up to a multiple of this many bytes, so the length of a row does not tell a name.
pub const PADDING_BYTES: usize = 256;

/// Longest field of [`SignerData`], in bytes of UTF-8.
pub const MAX_FIELD_BYTES: usize = 1024;

/// Longest plaintext in bytes: room for fields that later versions add.
pub const MAX_PLAINTEXT_BYTES: usize = 16 * 1024;

/// What sealing adds to the padded plaintext: version, nonce and a tag of 16 bytes.
pub const OVERHEAD_BYTES: usize = 1 + NONCE_BYTES + 16;

/// Longest sealed row in bytes.
pub const MAX_SEALED_ROW_BYTES: usize = OVERHEAD_BYTES + MAX_PLAINTEXT_BYTES;

/// Why a row could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RowError {
    /// A field is longer than [`MAX_FIELD_BYTES`]; sealing only.
    #[error("the {field} has {found} bytes, more than the 1,024 a row can hold")]
    FieldTooLong {
        /// The field's name.
        field: &'static str,
        /// Its length in bytes.
        found: usize,
    },
    /// The row is of a version that this program does not know.
    #[error("the row has format version {0}, which this program does not know: update it, or the file is damaged")]
    UnsupportedVersion(u8),
    /// No sealed row has this length.
    #[error("damaged row: no sealed row has {0} bytes")]
    Length(usize),
    /// The seal does not open: altered bytes, another epoch secret, or a row moved from another place.
    #[error("wrong key or damaged row")]
    Damaged,
    /// The row opens, and what is in it is no signer's data: whoever sealed it wrote another format.
    #[error("the row opens but does not hold a signer's data")]
    Malformed,
    /// The library refused to seal; it does so for messages of 256 GiB only.
    #[error("the row could not be sealed")]
    Seal,
}

/// Seals one signer's data.
///
/// `nonce` must be fresh from a cryptographic random number generator for every call: two rows with the same nonce
/// under the same secret give away both. The result has [`OVERHEAD_BYTES`] more than the padded data: 297 bytes as long
/// as the fields together have no more than 244 (with all four present).
///
/// # Errors
///
/// [`RowError::FieldTooLong`] if a field is longer than [`MAX_FIELD_BYTES`].
#[cfg(feature = "seal")]
pub fn seal_row(
    secret: &EpochSecret,
    row: &Id,
    nonce: [u8; NONCE_BYTES],
    data: &SignerData,
) -> Result<Vec<u8>, RowError> {
    let plaintext = data.encode()?;
    let payload = Payload { msg: &plaintext, aad: &associated_data(secret, row) };
    let ciphertext = cipher(secret).encrypt(&XNonce::from(nonce), payload).map_err(|_| RowError::Seal)?;
    Ok([&[ROW_VERSION], nonce.as_slice(), &ciphertext].concat())
}

/// Opens one sealed row.
///
/// # Errors
///
/// [`RowError::UnsupportedVersion`] or [`RowError::Length`] before anything is decrypted, [`RowError::Damaged`] if the
/// seal does not open for this secret and row id, [`RowError::Malformed`] if it opens to something else.
pub fn open_row(secret: &EpochSecret, row: &Id, sealed: &[u8]) -> Result<SignerData, RowError> {
    let (version, rest) = sealed.split_first().ok_or(RowError::Length(0))?;
    if *version != ROW_VERSION {
        return Err(RowError::UnsupportedVersion(*version));
    }
    let length = RowError::Length(sealed.len());
    let padded = sealed.len().checked_sub(OVERHEAD_BYTES).ok_or(length)?;
    if padded == 0 || padded % PADDING_BYTES != 0 || padded > MAX_PLAINTEXT_BYTES {
        return Err(length);
    }
    let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(length)?;
    let payload = Payload { msg: ciphertext, aad: &associated_data(secret, row) };
    let plaintext = cipher(secret).decrypt(&XNonce::from(*nonce), payload).map_err(|_| RowError::Damaged)?;
    SignerData::decode(&Zeroizing::new(plaintext)).ok_or(RowError::Malformed)
}

fn cipher(secret: &EpochSecret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(secret.as_bytes().into())
}

fn associated_data(secret: &EpochSecret, row: &Id) -> Vec<u8> {
    let context = secret.context();
    [[ROW_VERSION].as_slice(), &context.campaign, &context.epoch, row].concat()
}
