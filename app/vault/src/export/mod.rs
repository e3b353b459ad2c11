//! The file of `undersigned export sealed`: written by a server, opened by a key holder on another machine.
//!
//! The file is [`MAGIC`], one byte of version, then records: one [`Header`], any number of [`EpochRecord`]s and
//! [`RowRecord`]s, an epoch before its rows, and one end record. A record is its kind (one byte: 1 header, 2 epoch,
//! 3 row, 4 end), the length of its body (four bytes, big-endian), the body, and the first 8 bytes of the SHA-256 of
//! all that. Numbers are big-endian; a short text is a length in one byte and UTF-8.
//!
//! | kind | body |
//! |---|---|
//! | header | campaign id (16) ‖ slug (short text) |
//! | epoch | epoch id (16) ‖ number of keys (1) ‖ [`SealedEpoch`]s ([`SEALED_EPOCH_BYTES`](crate::epoch::SEALED_EPOCH_BYTES) each) |
//! | row | epoch id (16) ‖ row id (16) ‖ country, region, source, locale (short texts) ‖ sealed row (the rest) |
//! | end | number of row records (8) |
//!
//! The checks find damage and truncation, not forgery: whoever can write the file can leave rows out and count again,
//! or change the plain facts. What was sealed they cannot change.

mod decode;
#[cfg(feature = "seal")]
mod encode;
mod open;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::Id;
use crate::epoch::SealedEpoch;

pub use decode::Decoder;
#[cfg(feature = "seal")]
pub use encode::{EncodeError, Encoder};
pub use open::{MAX_EPOCHS, OpenError, OpenedRow, Opener};

/// The first bytes of every file.
pub const MAGIC: &[u8; 26] = b"undersigned sealed export\n";

/// The version of the format, the byte after [`MAGIC`].
pub const EXPORT_VERSION: u8 = 1;

/// Longest slug, in bytes of UTF-8.
pub const MAX_SLUG_BYTES: usize = 255;

/// Longest country, region, source or locale, in bytes of UTF-8.
pub const MAX_FACT_BYTES: usize = 64;

/// Most keys an epoch is sealed for.
pub const MAX_KEYS: usize = 64;

const HEADER: u8 = 1;
const EPOCH: u8 = 2;
const ROW: u8 = 3;
const END: u8 = 4;

const ID_BYTES: usize = size_of::<Id>();
const CHECK_BYTES: usize = 8;

/// What the file is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The campaign's id.
    pub campaign: Id,
    /// The campaign's slug, for people; at most [`MAX_SLUG_BYTES`].
    pub slug: String,
}

/// An epoch's secret, sealed for each key of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochRecord {
    /// The epoch's id.
    pub epoch: Id,
    /// The sealed secrets, 1 to [`MAX_KEYS`] of them.
    pub keys: Vec<SealedEpoch>,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRecord {
    /// The epoch under whose secret the row is sealed.
    pub epoch: Id,
    /// The row's id.
    pub row: Id,
    /// The sealed row, at most [`MAX_SEALED_ROW_BYTES`](crate::row::MAX_SEALED_ROW_BYTES).
    pub sealed: Vec<u8>,
    /// What the server knows in the clear.
    pub facts: Facts,
}

/// The coarse facts of a signature, in the clear. Each at most [`MAX_FACT_BYTES`]; empty means not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The country, as an ISO 3166-1 code.
    pub country: String,
    /// The region within the country.
    pub region: String,
    /// By which way the signer came, from a closed list.
    pub source: String,
    /// The language in which the signer signed.
    pub locale: String,
}

/// One record of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// The first record.
    Header(Header),
    /// An epoch's sealed secrets.
    Epoch(EpochRecord),
    /// One signature.
    Row(RowRecord),
    /// The last record. Only when it has come is the file known to be whole.
    End {
        /// How many row records the file has; the decoder has compared it.
        rows: u64,
    },
}

/// Why a file could not be read.
#[derive(Debug, Error)]
pub enum DecodeError {
    /// The file does not begin as an export does.
    #[error("this file is not a sealed export of Undersigned")]
    NotAnExport,
    /// An export of a version that this program does not know.
    #[error("this export has format version {0}, which this program does not know: update it")]
    UnsupportedVersion(u8),
    /// The file ends before its end record.
    #[error("the file is cut off after {rows} rows: copy or export it again")]
    Truncated {
        /// How many whole row records were read.
        rows: u64,
    },
    /// A record is not what an encoder writes.
    #[error("the file is damaged in record {record}: copy or export it again")]
    Damaged {
        /// The record, counted from 1, the header being the first.
        record: u64,
    },
    /// The end record counts other rows than were read.
    #[error("the file is not whole: it counts {counted} rows and has {read}")]
    RowCount {
        /// The number in the end record.
        counted: u64,
        /// The number of row records read.
        read: u64,
    },
    /// Something follows the end record.
    #[error("the file goes on after its end")]
    TrailingData,
    /// The reader failed.
    #[error("the file could not be read")]
    Read(#[from] std::io::Error),
}

/// The check that follows a record. `frame` is kind, length and body.
fn check(frame: &[u8]) -> [u8; CHECK_BYTES] {
    let mut check = [0; CHECK_BYTES];
    check.copy_from_slice(&Sha256::digest(frame)[..CHECK_BYTES]);
    check
}
