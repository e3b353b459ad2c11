//! An Excel workbook (ECMA-376) that takes constant memory: rows go to temporary files as they come.

use super::rows::Row;
use crate::scratch::scratch;
use rust_xlsxwriter::{Format, XlsxError};
use std::fs::File;
use std::io::{BufWriter, Error, Result, Seek};

/// Rows of one sheet, the names of the columns among them.
const MOST_ROWS: u32 = 1_048_576;

/// A workbook that is being written: sheets of rows, and one with notes.
pub(super) struct Workbook {
    book: rust_xlsxwriter::Workbook,
    head: Vec<&'static str>,
    words: usize,
    notes: Vec<String>,
    bold: Format,
    sheets: usize,
    next: u32,
}

impl Workbook {
    pub(super) fn new(head: &[&'static str], words: usize, notes: &[String]) -> Result<Self> {
        let mut book = Self {
            book: rust_xlsxwriter::Workbook::new(),
            head: head.to_vec(),
            words,
            notes: notes.to_vec(),
            bold: Format::new().set_bold(),
            sheets: 0,
            next: MOST_ROWS,
        };
        book.sheet()?;
        Ok(book)
    }

    /// Begins a sheet with the names of the columns, which stay in sight.
    fn sheet(&mut self) -> Result<()> {
        self.sheets += 1;
        let name = if self.sheets == 1 { "Counts".to_owned() } else { format!("Counts {}", self.sheets) };
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(name).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (column, name) in (0..).zip(&self.head) {
            let width = if usize::from(column) < self.words { 24.0 } else { 14.0 };
            sheet.set_column_width(column, width).map_err(failed)?;
            sheet.write_string_with_format(0, column, *name, &self.bold).map_err(failed)?;
        }
        self.next = 1;
        Ok(())
    }

    /// Writes a row. Words are written as words: nothing in them is a formula.
    pub(super) fn row(&mut self, row: &Row) -> Result<()> {
        if self.next >= MOST_ROWS {
            self.sheet()?;
        }
        let sheet = self.book.worksheet_from_index(self.sheets - 1).map_err(failed)?;
        let mut columns = 0..;
        for (word, column) in row.words.iter().zip(&mut columns) {
            sheet.write_string(self.next, column, word).map_err(failed)?;
        }
        for (number, column) in row.numbers.iter().zip(&mut columns) {
            // A cell holds a double; counts stay far below 2^53.
            sheet.write_number(self.next, column, *number as f64).map_err(failed)?;
        }
        self.next += 1;
        Ok(())
    }

    /// The whole file, at its beginning.
    pub(super) fn end(mut self) -> Result<File> {
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name("Notes").map_err(failed)?;
        sheet.set_column_width(0, 100.0).map_err(failed)?;
        for (row, note) in (0..).zip(&self.notes) {
            sheet.write_string(row, 0, note).map_err(failed)?;
        }
        let mut file = scratch()?;
        self.book.save_to_writer(BufWriter::new(&file)).map_err(failed)?;
        file.rewind()?;
        Ok(file)
    }
}

fn failed(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) => error,
        error => Error::other(error.to_string()),
    }
}
