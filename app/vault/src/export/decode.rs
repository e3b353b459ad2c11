//! Reading an export.

use std::io::{ErrorKind, Read};

use super::{
    CHECK_BYTES, DecodeError, END, EPOCH, EXPORT_VERSION, EpochRecord, Facts, HEADER, Header, ID_BYTES, MAGIC,
    MAX_FACT_BYTES, MAX_KEYS, MAX_SLUG_BYTES, ROW, Record, RowRecord, check,
};
use crate::Id;
use crate::epoch::{SEALED_EPOCH_BYTES, SealedEpoch};
use crate::row::MAX_SEALED_ROW_BYTES;

const PREFIX_BYTES: usize = 5;

/// Yields the records of a file one by one, in constant memory: a record's length is checked before anything is
/// reserved for it, and none is longer than about 76 kB.
///
/// After an error and after the end record the iterator yields nothing more. Until [`Record::End`] has come, the rows
/// so far may not be all of them.
#[derive(Debug)]
pub struct Decoder<R> {
    reader: R,
    frame: Vec<u8>,
    records: u64,
    rows: u64,
    done: bool,
}

impl<R: Read> Decoder<R> {
    /// Reads from `reader`, in small pieces: wrap a file in a [`BufReader`](std::io::BufReader).
    pub const fn new(reader: R) -> Self {
        Self { reader, frame: Vec::new(), records: 0, rows: 0, done: false }
    }

    fn read_record(&mut self) -> Result<Record, DecodeError> {
        if self.records == 0 {
            self.read_magic()?;
        }
        let record = self.records + 1;
        let damaged = || DecodeError::Damaged { record };

        self.frame.resize(PREFIX_BYTES, 0);
        self.fill(0)?;
        let kind = self.frame[0];
        let length = self.frame.last_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes)).ok_or_else(damaged)?;
        let length = usize::try_from(length).ok().filter(|length| *length <= max_body(kind)).ok_or_else(damaged)?;
        if (kind == HEADER) != (record == 1) {
            return Err(damaged());
        }

        self.frame.resize(PREFIX_BYTES + length + CHECK_BYTES, 0);
        self.fill(PREFIX_BYTES)?;
        let (frame, given) = self.frame.split_at(PREFIX_BYTES + length);
        if check(frame) != given {
            return Err(damaged());
        }
        let parsed = parse(kind, &frame[PREFIX_BYTES..]).ok_or_else(damaged)?;
        self.records = record;
        match parsed {
            Record::Row(_) => self.rows += 1,
            Record::End { rows } => self.finish(rows)?,
            Record::Header(_) | Record::Epoch(_) => {}
        }
        Ok(parsed)
    }

    fn read_magic(&mut self) -> Result<(), DecodeError> {
        self.frame.resize(MAGIC.len() + 1, 0);
        match self.fill(0) {
            Err(DecodeError::Truncated { .. }) => return Err(DecodeError::NotAnExport),
            other => other?,
        }
        match self.frame.split_last() {
            Some((&EXPORT_VERSION, magic)) if magic == MAGIC => Ok(()),
            Some((version, magic)) if magic == MAGIC => Err(DecodeError::UnsupportedVersion(*version)),
            _ => Err(DecodeError::NotAnExport),
        }
    }

    fn finish(&mut self, counted: u64) -> Result<(), DecodeError> {
        if counted != self.rows {
            return Err(DecodeError::RowCount { counted, read: self.rows });
        }
        self.frame.resize(1, 0);
        match self.fill(0) {
            Err(DecodeError::Truncated { .. }) => Ok(()),
            Ok(()) => Err(DecodeError::TrailingData),
            Err(error) => Err(error),
        }
    }

    fn fill(&mut self, from: usize) -> Result<(), DecodeError> {
        self.reader.read_exact(&mut self.frame[from..]).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => DecodeError::Truncated { rows: self.rows },
            _ => DecodeError::Read(error),
        })
    }
}

impl<R: Read> Iterator for Decoder<R> {
    type Item = Result<Record, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let record = self.read_record();
        self.done = matches!(record, Err(_) | Ok(Record::End { .. }));
        Some(record)
    }
}

impl<R: Read> std::iter::FusedIterator for Decoder<R> {}

/// The longest body of a kind of record; 0 for kinds that do not exist, whose parsing fails then.
const fn max_body(kind: u8) -> usize {
    match kind {
        HEADER => ID_BYTES + 1 + MAX_SLUG_BYTES,
        EPOCH => ID_BYTES + 1 + MAX_KEYS * SEALED_EPOCH_BYTES,
        ROW => 2 * ID_BYTES + 4 * (1 + MAX_FACT_BYTES) + MAX_SEALED_ROW_BYTES,
        END => 8,
        _ => 0,
    }
}

fn parse(kind: u8, body: &[u8]) -> Option<Record> {
    let mut body = Body(body);
    match kind {
        HEADER => {
            let header = Header { campaign: body.id()?, slug: body.short_text(MAX_SLUG_BYTES)? };
            body.0.is_empty().then_some(Record::Header(header))
        }
        EPOCH => {
            let epoch = body.id()?;
            let count = usize::from(body.byte()?);
            if !(1..=MAX_KEYS).contains(&count) || body.0.len() != count * SEALED_EPOCH_BYTES {
                return None;
            }
            let keys = body.0.chunks_exact(SEALED_EPOCH_BYTES).map(|key| SealedEpoch::from_bytes(key).ok());
            Some(Record::Epoch(EpochRecord { epoch, keys: keys.collect::<Option<_>>()? }))
        }
        ROW => {
            let (epoch, row) = (body.id()?, body.id()?);
            let facts = Facts {
                country: body.short_text(MAX_FACT_BYTES)?,
                region: body.short_text(MAX_FACT_BYTES)?,
                source: body.short_text(MAX_FACT_BYTES)?,
                locale: body.short_text(MAX_FACT_BYTES)?,
            };
            let sealed = body.0.to_vec();
            (sealed.len() <= MAX_SEALED_ROW_BYTES).then_some(Record::Row(RowRecord { epoch, row, sealed, facts }))
        }
        END => Some(Record::End { rows: u64::from_be_bytes(body.0.try_into().ok()?) }),
        _ => None,
    }
}

/// What is left of a record's body.
struct Body<'a>(&'a [u8]);

impl Body<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    fn id(&mut self) -> Option<Id> {
        let (id, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*id)
    }

    fn short_text(&mut self, max: usize) -> Option<String> {
        let length = usize::from(self.byte()?);
        let (text, rest) = self.0.split_at_checked(length).filter(|_| length <= max)?;
        self.0 = rest;
        Some(std::str::from_utf8(text).ok()?.to_owned())
    }
}
