//! Workbooks as a spreadsheet reads them.

use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// The rows of a workbook's counts. Words and numbers alone: a formula would be neither.
pub fn sheet(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let formulas = book.worksheet_formula("Counts").unwrap();
    assert!(formulas.cells().all(|(.., formula)| formula.is_empty()), "a formula");
    let range = book.worksheet_range("Counts").unwrap();
    let cell = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        other => panic!("neither words nor a number: {other:?}"),
    };
    range.rows().map(|row| row.iter().map(cell).collect()).collect()
}
