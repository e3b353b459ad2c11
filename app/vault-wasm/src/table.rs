//! Opened signers, as a table.

use vault::export::OpenedRow;

/// The heads of a file's columns, as `undersigned open` writes the first of them.
const HEAD: &str = "name,email,country,postcode";

/// A signer's cells, in the order of [`HEAD`].
pub type Row = [String; 4];

/// All that were opened.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds a signer.
    pub fn push(&mut self, row: OpenedRow) {
        let data = row.data;
        self.rows.push([data.name, data.email, data.country, data.postcode].map(Option::unwrap_or_default));
    }

    /// Sorts by name, then address.
    pub fn sort(&mut self) {
        self.rows.sort_by_cached_key(|row| (row[0].to_lowercase(), row[1].clone()));
    }

    /// Numbers of the rows that have this text in a cell, in any case; of all for an empty one.
    pub fn find(&self, text: &str) -> Vec<u32> {
        let text = text.trim().to_lowercase();
        let has = |row: &Row| text.is_empty() || row.iter().any(|cell| cell.to_lowercase().contains(&text));
        (0..).zip(&self.rows).filter(|(_, row)| has(row)).map(|(index, _)| index).collect()
    }

    /// The row of this number.
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.rows.get(index as usize)
    }

    /// All rows as CSV.
    pub fn csv(&self) -> String {
        let mut csv = format!("\u{feff}{HEAD}\r\n");
        for row in &self.rows {
            for (place, cell) in row.iter().enumerate() {
                if place > 0 {
                    csv.push(',');
                }
                write_cell(&mut csv, cell);
            }
            csv.push_str("\r\n");
        }
        csv
    }
}

/// Quotes where CSV asks for it, and puts an apostrophe before what a spreadsheet would take for a formula.
fn write_cell(csv: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = cell.contains(['"', ',', '\r', '\n']);
    csv.push_str(if quoted { "\"" } else { "" });
    csv.push_str(if formula { "'" } else { "" });
    csv.push_str(&cell.replace('"', "\"\""));
    csv.push_str(if quoted { "\"" } else { "" });
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::SignerData;
    use vault::export::Facts;

    fn table(names: &[&str]) -> Table {
        let mut table = Table::default();
        for name in names {
            let (name, country) = (Some((*name).to_owned()), Some("US".to_owned()));
            let data = SignerData { name, country, ..SignerData::default() };
            table.push(OpenedRow { row: [0; 16], data, facts: Facts::default() });
        }
        table
    }

    #[test]
    fn names_are_found_in_any_case() {
        let mut table = table(&["Zoë", "ana NÚÑEZ", "Ben"]);
        table.sort();
        let names = |found: Vec<u32>| found.iter().map(|n| table.row(*n).unwrap()[0].as_str()).collect::<Vec<_>>();
        assert_eq!(names(table.find("")), ["ana NÚÑEZ", "Ben", "Zoë"]);
        assert_eq!(names(table.find(" núñez ")), ["ana NÚÑEZ"]);
        assert_eq!(names(table.find("us")).len(), 3);
        assert!(table.find("eve").is_empty());
    }

    #[test]
    fn a_file_holds_no_formula_and_breaks_on_no_comma() {
        let csv = table(&["=1+1", "Núñez, \"Ana\"", "-2,3"]).csv();
        let lines = csv.trim_start_matches('\u{feff}').split("\r\n").collect::<Vec<_>>();
        assert_eq!(lines, [HEAD, "'=1+1,,US,", "\"Núñez, \"\"Ana\"\"\",,US,", "\"'-2,3\",,US,", ""]);
    }
}
