//! Writing an export.

use thiserror::Error;

use super::{
    END, EPOCH, EXPORT_VERSION, EpochRecord, HEADER, Header, MAGIC, MAX_FACT_BYTES, MAX_KEYS, MAX_SLUG_BYTES, ROW,
    RowRecord, check,
};
use crate::row::MAX_SEALED_ROW_BYTES;

/// Why a record cannot be written: it is larger than a reader accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EncodeError {
    /// A text or a sealed row is too long.
    #[error("the {field} has {found} bytes, more than the {max} an export can hold")]
    TooLong {
        /// Which part of the record.
        field: &'static str,
        /// Its length in bytes.
        found: usize,
        /// The longest it may be, in bytes.
        max: usize,
    },
    /// An epoch has no keys or more than [`MAX_KEYS`].
    #[error("an epoch has to be sealed for 1 to 64 keys, this one is for {0}")]
    Keys(usize),
}

/// Turns records into bytes, appended to a buffer that the caller writes out and empties whenever it likes. Holds
/// nothing but the number of rows so far. A record that is refused leaves the buffer as it was.
#[derive(Debug)]
pub struct Encoder {
    rows: u64,
}

impl Encoder {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// [`EncodeError::TooLong`] if the slug is.
    pub fn start(header: &Header, out: &mut Vec<u8>) -> Result<Self, EncodeError> {
        fits("slug", header.slug.len(), MAX_SLUG_BYTES)?;
        out.extend(MAGIC);
        out.push(EXPORT_VERSION);
        record(out, HEADER, |out| {
            out.extend(header.campaign);
            short_text(out, &header.slug);
        });
        Ok(Self { rows: 0 })
    }

    /// Adds an epoch. It has to stand before its rows, and once.
    ///
    /// # Errors
    ///
    /// [`EncodeError::Keys`] unless it is sealed for 1 to [`MAX_KEYS`] keys.
    pub fn epoch(&mut self, epoch: &EpochRecord, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let found = epoch.keys.len();
        let keys = u8::try_from(found).ok().filter(|keys| (1..=MAX_KEYS).contains(&usize::from(*keys)));
        let keys = keys.ok_or(EncodeError::Keys(found))?;
        record(out, EPOCH, |out| {
            out.extend(epoch.epoch);
            out.push(keys);
            epoch.keys.iter().for_each(|key| out.extend(key.to_bytes()));
        });
        Ok(())
    }

    /// Adds a row.
    ///
    /// # Errors
    ///
    /// [`EncodeError::TooLong`] if the sealed row or one of the facts is.
    pub fn row(&mut self, row: &RowRecord, out: &mut Vec<u8>) -> Result<(), EncodeError> {
        let facts = [
            ("country", &row.facts.country),
            ("region", &row.facts.region),
            ("source", &row.facts.source),
            ("locale", &row.facts.locale),
        ];
        for (field, fact) in facts {
            fits(field, fact.len(), MAX_FACT_BYTES)?;
        }
        fits("sealed row", row.sealed.len(), MAX_SEALED_ROW_BYTES)?;
        record(out, ROW, |out| {
            out.extend(row.epoch);
            out.extend(row.row);
            facts.iter().for_each(|(_, fact)| short_text(out, fact));
            out.extend(&row.sealed);
        });
        self.rows += 1;
        Ok(())
    }

    /// Ends the file with the number of rows. Without it a reader takes the file for cut off.
    pub fn end(self, out: &mut Vec<u8>) {
        record(out, END, |out| out.extend(self.rows.to_be_bytes()));
    }
}

fn fits(field: &'static str, found: usize, max: usize) -> Result<(), EncodeError> {
    if found <= max { Ok(()) } else { Err(EncodeError::TooLong { field, found, max }) }
}

/// The callers have checked every length, so the casts here and in [`short_text`] lose nothing.
fn record(out: &mut Vec<u8>, kind: u8, body: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    out.push(kind);
    out.extend([0; 4]);
    body(out);
    let length = (out.len() - start - 5) as u32;
    out[start + 1..start + 5].copy_from_slice(&length.to_be_bytes());
    let check = check(&out[start..]);
    out.extend(check);
}

fn short_text(out: &mut Vec<u8>, text: &str) {
    out.push(text.len() as u8);
    out.extend(text.as_bytes());
}
