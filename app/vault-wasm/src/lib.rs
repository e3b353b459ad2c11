//! What the worker on a key holder's page calls. It is fed pages of sealed data as the server stores them, and keeps what it opens for
//! that worker alone: the worker's end is the end of key and plaintext.

mod made;
mod table;

pub use made::NewKey;
use table::Table;
use vault::copy::{CopyError, unlock};
use vault::export::{Decoder, OpenError, Opener, Record};
use vault::{Id, PrivateKey};
use wasm_bindgen::prelude::wasm_bindgen;

/// A key, and the signers it has opened so far. Errors are codes: `key` (this text is no private key), `line N` (mistyped there),
/// `passphrase` (the locked copy does not open) and `data` (the server has sent what is no sealed data).
#[wasm_bindgen]
pub struct Signers {
    opener: Opener,
    campaign: Option<Id>,
    table: Table,
    found: Vec<u32>,
    last: String,
    records: u32,
    opened: u32,
    shut: u32,
}

#[wasm_bindgen]
impl Signers {
    /// Takes the text of a private key's file.
    ///
    /// # Errors
    /// As said above.
    #[wasm_bindgen(constructor)]
    pub fn new(key: &str) -> Result<Signers, String> {
        use vault::KeyTextError as E;
        let key = PrivateKey::parse(key).map_err(|error| match error {
            E::Character { line, .. } | E::Length { line, .. } | E::Checksum { line } => format!("line {line}"),
            E::NotAPrivateKey | E::UnsupportedVersion | E::Rows { .. } => "key".to_owned(),
        })?;
        Ok(Self::of(key))
    }

    /// Takes a locked copy of a private key, and the passphrase that opens it.
    ///
    /// # Errors
    /// As said above.
    pub fn unlock(copy: &[u8], passphrase: &str) -> Result<Signers, String> {
        match unlock(copy, passphrase) {
            Ok(key) => Ok(Self::of(key)),
            Err(CopyError::Damaged) => Err("passphrase".to_owned()),
            Err(CopyError::NotACopy | CopyError::UnsupportedVersion(_) | CopyError::Memory) => Err("data".to_owned()),
        }
    }

    fn of(key: PrivateKey) -> Self {
        Self {
            opener: Opener::new(key),
            campaign: None,
            table: Table::default(),
            found: Vec::new(),
            last: String::new(),
            records: 0,
            opened: 0,
            shut: 0,
        }
    }

    /// Takes in one page, which is an export of its own: all of the epochs' pages, then those of the rows. `records` and `last` tell
    /// where the next one begins.
    ///
    /// # Errors
    /// As said above.
    pub fn feed(&mut self, page: &[u8]) -> Result<(), String> {
        let damaged = || "data".to_owned();
        self.records = 0;
        for record in Decoder::new(page) {
            let record = record.map_err(|_| damaged())?;
            match &record {
                Record::Header(header) => {
                    // A second header would have the opener forget its epochs.
                    match self.campaign.replace(header.campaign) {
                        None => {}
                        Some(campaign) if campaign == header.campaign => continue,
                        Some(_) => return Err(damaged()),
                    }
                }
                Record::Epoch(epoch) => self.note(&epoch.epoch),
                Record::Row(row) => self.note(&row.row),
                Record::End { .. } => continue,
            }
            match self.opener.open(record) {
                Ok(None) => {}
                Ok(Some(row)) => {
                    self.opened += 1;
                    self.table.push(row);
                }
                // An epoch that came twice is the same one: pages were asked for again.
                Err(OpenError::DuplicateEpoch(_)) => {}
                // Of an hour that has begun since the epochs were asked for, too: the next opening has it.
                Err(
                    OpenError::WrongKey { .. }
                    | OpenError::Epoch(_)
                    | OpenError::Row { .. }
                    | OpenError::UnknownEpoch { .. },
                ) => {
                    self.shut += 1;
                }
                Err(OpenError::NoHeader | OpenError::TooManyEpochs) => return Err(damaged()),
            }
        }
        Ok(())
    }

    fn note(&mut self, id: &Id) {
        self.records += 1;
        self.last = id.iter().map(|byte| format!("{byte:02x}")).collect();
    }

    /// Records of the last page.
    #[wasm_bindgen(getter)]
    pub fn records(&self) -> u32 {
        self.records
    }

    /// The id of the last record that came, as hexadecimal digits.
    #[wasm_bindgen(getter)]
    pub fn last(&self) -> String {
        self.last.clone()
    }

    /// Rows that have opened.
    #[wasm_bindgen(getter)]
    pub fn opened(&self) -> u32 {
        self.opened
    }

    /// Rows that have not: sealed for another key, or damaged.
    #[wasm_bindgen(getter)]
    pub fn shut(&self) -> u32 {
        self.shut
    }

    /// Sorts by name; called once, after the last page.
    pub fn sort(&mut self) {
        self.table.sort();
        self.found = self.table.find("");
    }

    /// Chooses the signers with these letters in a cell, whatever their case; returns how many there are.
    pub fn search(&mut self, text: &str) -> u32 {
        self.found = self.table.find(text);
        u32::try_from(self.found.len()).unwrap_or(u32::MAX)
    }

    /// Cells of chosen signers, one after the other, four each: name, address, country, postcode area.
    pub fn cells(&self, from: u32, most: u32) -> Vec<String> {
        let chosen = self.found.iter().skip(from as usize).take(most as usize);
        chosen.filter_map(|index| self.table.row(*index)).flatten().cloned().collect()
    }

    /// All signers as CSV (RFC 4180) with a byte order mark, without which spreadsheets break accents. No cell is taken for a formula.
    pub fn csv(&self) -> String {
        self.table.csv()
    }
}
