//! Rows as CSV, as a workbook and as JSON, written as they come.

use super::rows::{Row, Wanted};
use super::signers::safe;
use super::workbook::Workbook;
use app::exports::Format;
use serde::ser::{SerializeMap, Serializer};
use std::fs::File;
use std::io::{Error, Result, Write};

/// Writes rows in a format.
pub struct Encoder {
    head: Vec<&'static str>,
    shape: Shape,
}

enum Shape {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Json { text: Vec<u8>, empty: bool },
    Xlsx(Box<Workbook>),
}

/// The end of what was written: bytes, and a file where a format is only whole at its end.
pub enum End {
    /// The last bytes.
    Bytes(Vec<u8>),
    /// All of it, from the file's beginning.
    File(File),
}

impl Encoder {
    /// Begins with the names of the columns.
    ///
    /// # Errors
    /// When a temporary file cannot be written.
    pub fn new(format: Format, wanted: &Wanted, notes: &[String]) -> Result<Self> {
        let (head, words) = wanted.head();
        Self::with_head(format, head, words, notes)
    }

    /// The same with these columns, of which the first `words` hold words.
    pub(super) fn with_head(format: Format, head: Vec<&'static str>, words: usize, notes: &[String]) -> Result<Self> {
        let shape = match format {
            Format::Csv => {
                let mut csv = csv::Writer::from_writer(Vec::new());
                csv.write_record(&head)?;
                Shape::Csv(Box::new(csv))
            }
            Format::Json => Shape::Json { text: b"[".to_vec(), empty: true },
            Format::Xlsx => Shape::Xlsx(Box::new(Workbook::new(&head, words, notes)?)),
        };
        Ok(Self { head, shape })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// As [`Encoder::new`].
    pub fn row(&mut self, row: Row) -> Result<()> {
        match &mut self.shape {
            Shape::Csv(csv) => {
                let numbers = row.numbers.iter().map(i64::to_string);
                csv.write_record(row.words.into_iter().map(safe).chain(numbers))?;
            }
            Shape::Json { text, empty } => {
                text.extend_from_slice(if std::mem::take(empty) { b"\n" } else { b",\n" });
                let mut json = serde_json::Serializer::new(text);
                let mut object = json.serialize_map(Some(self.head.len()))?;
                let (words, numbers) = self.head.split_at(row.words.len());
                for (name, word) in words.iter().zip(&row.words) {
                    object.serialize_entry(name, word)?;
                }
                for (name, number) in numbers.iter().zip(&row.numbers) {
                    object.serialize_entry(name, number)?;
                }
                object.end()?;
            }
            Shape::Xlsx(book) => book.row(&row)?,
        }
        Ok(())
    }

    /// What has been written since the last look and can be sent.
    ///
    /// # Errors
    /// As [`Encoder::new`].
    pub fn take(&mut self) -> Result<Vec<u8>> {
        match &mut self.shape {
            Shape::Csv(csv) => {
                let fresh = csv::Writer::from_writer(Vec::new());
                let written = std::mem::replace(&mut **csv, fresh);
                written.into_inner().map_err(|error| Error::other(error.to_string()))
            }
            Shape::Json { text, .. } => Ok(std::mem::take(text)),
            Shape::Xlsx(_) => Ok(Vec::new()),
        }
    }

    /// Ends it.
    ///
    /// # Errors
    /// As [`Encoder::new`].
    pub fn end(mut self) -> Result<End> {
        match self.shape {
            Shape::Csv(_) => self.take().map(End::Bytes),
            Shape::Json { mut text, empty } => {
                text.extend_from_slice(if empty { b"]\n" } else { b"\n]\n" });
                Ok(End::Bytes(text))
            }
            Shape::Xlsx(book) => book.end().map(End::File),
        }
    }

    /// Writes everything to `out`, as far as it has come.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_end(self, out: &mut impl Write) -> Result<()> {
        match self.end()? {
            End::Bytes(bytes) => out.write_all(&bytes)?,
            End::File(mut file) => drop(std::io::copy(&mut file, out)?),
        }
        out.flush()
    }
}
