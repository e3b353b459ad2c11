//! Opening what an export holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use thiserror::Error;

use super::{EpochRecord, Facts, MAX_KEYS, Record, RowRecord};
use crate::Id;
use crate::epoch::{EpochContext, EpochError, EpochSecret, open_epoch};
use crate::hex::Hex;
use crate::keys::{KeyId, PrivateKey};
use crate::row::{RowError, SignerData, open_row};

/// Most epochs of one file; at about 100 bytes each, it keeps a hostile file from filling the memory. A campaign on one
/// node has 8,760 a year.
pub const MAX_EPOCHS: usize = 1 << 20;

/// One opened row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedRow {
    /// The row's id.
    pub row: Id,
    /// What was sealed.
    pub data: SignerData,
    /// What stood in the clear, and what nothing protects from whoever wrote the file.
    pub facts: Facts,
}

/// Why a record could not be taken in or a row could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The row's epoch was not sealed for this key.
    #[error("wrong key: this is key {given}, the file was sealed for {}", Keys(.sealed_for))]
    WrongKey {
        /// The key that was tried.
        given: KeyId,
        /// The keys of this file's epochs that are shut to it, sorted; no more than the first [`MAX_KEYS`] are kept.
        sealed_for: Vec<KeyId>,
    },
    /// The row's epoch was sealed for this key and does not open.
    #[error(transparent)]
    Epoch(#[from] EpochError),
    /// The row does not open.
    #[error("row {}: {source}", Hex(.row))]
    Row {
        /// The row's id.
        row: Id,
        /// Why not.
        source: RowError,
    },
    /// A record came before the header.
    #[error("the file has no header")]
    NoHeader,
    /// The row's epoch has not come before it.
    #[error("row {}: its epoch {} is missing from the file", Hex(.row), Hex(.epoch))]
    UnknownEpoch {
        /// The row's id.
        row: Id,
        /// The epoch's id.
        epoch: Id,
    },
    /// An epoch came twice.
    #[error("epoch {} is in the file twice", Hex(.0))]
    DuplicateEpoch(Id),
    /// More than [`MAX_EPOCHS`] epochs.
    #[error("the file has more than 1,048,576 epochs")]
    TooManyEpochs,
}

/// Opens rows with one private key, keeping the epoch secrets of the file it is fed.
#[derive(Debug)]
pub struct Opener {
    key: PrivateKey,
    campaign: Option<Id>,
    epochs: BTreeMap<Id, Epoch>,
    shut: BTreeSet<KeyId>,
}

#[derive(Debug)]
enum Epoch {
    Open(EpochSecret),
    /// Not sealed for this key.
    Shut,
    Damaged(EpochError),
}

impl Opener {
    /// Opens with this key.
    #[must_use]
    pub const fn new(key: PrivateKey) -> Self {
        Self { key, campaign: None, epochs: BTreeMap::new(), shut: BTreeSet::new() }
    }

    /// Takes in one record, in the order of the file. A row yields its data, other records yield `None`; a header
    /// begins a new file. Opening an epoch costs about half a millisecond, a row a few microseconds.
    ///
    /// # Errors
    ///
    /// An [`OpenError`]. An epoch that this key cannot open is no error, its rows are, each: a campaign whose keys
    /// changed has epochs that one holder can open beside others that are shut. So the opener stays usable after
    /// [`OpenError::WrongKey`], [`OpenError::Epoch`] and [`OpenError::Row`], and the caller decides whether to go on.
    pub fn open(&mut self, record: Record) -> Result<Option<OpenedRow>, OpenError> {
        match record {
            Record::Header(header) => {
                self.campaign = Some(header.campaign);
                self.epochs.clear();
                self.shut.clear();
                Ok(None)
            }
            Record::Epoch(epoch) => self.open_epoch(&epoch).map(|()| None),
            Record::Row(row) => self.open_row(row).map(Some),
            Record::End { .. } => Ok(None),
        }
    }

    fn open_epoch(&mut self, record: &EpochRecord) -> Result<(), OpenError> {
        let context = EpochContext { campaign: self.campaign.ok_or(OpenError::NoHeader)?, epoch: record.epoch };
        if self.epochs.contains_key(&record.epoch) {
            return Err(OpenError::DuplicateEpoch(record.epoch));
        }
        if self.epochs.len() == MAX_EPOCHS {
            return Err(OpenError::TooManyEpochs);
        }
        let mut epoch = Epoch::Shut;
        for sealed in record.keys.iter().filter(|sealed| sealed.key_id == self.key.key_id()) {
            epoch = match open_epoch(&self.key, context, sealed) {
                Ok(secret) => Epoch::Open(secret),
                Err(error) => Epoch::Damaged(error),
            };
            if matches!(epoch, Epoch::Open(_)) {
                break;
            }
        }
        if matches!(epoch, Epoch::Shut) {
            let room = MAX_KEYS - self.shut.len();
            self.shut.extend(record.keys.iter().map(|sealed| sealed.key_id).take(room));
        }
        self.epochs.insert(record.epoch, epoch);
        Ok(())
    }

    fn open_row(&self, record: RowRecord) -> Result<OpenedRow, OpenError> {
        let RowRecord { epoch, row, sealed, facts } = record;
        let secret = match self.epochs.get(&epoch) {
            None => return Err(OpenError::UnknownEpoch { row, epoch }),
            Some(Epoch::Damaged(error)) => return Err(OpenError::Epoch(*error)),
            Some(Epoch::Shut) => {
                let sealed_for = self.shut.iter().copied().collect();
                return Err(OpenError::WrongKey { given: self.key.key_id(), sealed_for });
            }
            Some(Epoch::Open(secret)) => secret,
        };
        let data = open_row(secret, &row, &sealed).map_err(|source| OpenError::Row { row, source })?;
        Ok(OpenedRow { row, data, facts })
    }
}

struct Keys<'a>(&'a [KeyId]);

impl fmt::Display for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.len() == 1 { "key " } else { "keys " })?;
        for (index, key) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{key}")?;
        }
        Ok(())
    }
}
