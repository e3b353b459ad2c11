use crate::failure::Failure;
use vault::export::OpenError;

/// What came of opening an export.
#[derive(Debug, Default)]
pub struct Opened {
    /// Rows that were opened.
    pub rows: u64,
    others: u64,
    damaged: u64,
    /// Why the first of them stayed shut.
    first: Option<OpenError>,
}

impl Opened {
    /// Counts a row that did not open.
    ///
    /// # Errors
    /// When the file itself is not what an export is.
    pub(super) fn leave_out(&mut self, error: OpenError) -> Result<(), Failure> {
        match error {
            OpenError::WrongKey { .. } => self.others += 1,
            OpenError::Epoch(_) | OpenError::Row { .. } | OpenError::UnknownEpoch { .. } => self.damaged += 1,
            error => {
                return Err(Failure::new(format!("The sealed export cannot be opened: {error}. Export it again.")));
            }
        }
        self.first.get_or_insert(error);
        Ok(())
    }

    /// Itself, unless there were rows and none opened.
    pub(super) fn check(self) -> Result<Self, Failure> {
        match &self.first {
            Some(error) if self.rows == 0 && self.damaged == 0 => Err(Failure::new(format!(
                "The export cannot be opened: {error}. Nothing was written; use the key of this campaign."
            ))),
            Some(error) if self.rows == 0 => Err(Failure::new(format!(
                "None of the {} signers could be opened: {} (the first: {error}). Nothing was written; use the key of this campaign, or a backup.",
                self.shut(),
                self.why()
            ))),
            _ => Ok(self),
        }
    }

    /// What whoever reads the rows has to know of those that are missing; `None` if none is.
    pub fn notice(&self) -> Option<String> {
        let first = self.first.as_ref()?;
        let all = self.rows + self.shut();
        Some(format!("{} of {all} signers could not be opened: {} (the first: {first}).", self.shut(), self.why()))
    }

    const fn shut(&self) -> u64 {
        self.others + self.damaged
    }

    fn why(&self) -> String {
        let word = |n: u64, one: &str, more: &str| match n {
            0 => None,
            1 => Some(format!("1 {one}")),
            n => Some(format!("{n} {more}")),
        };
        let others = word(self.others, "was sealed for other keys", "were sealed for other keys");
        let damaged = word(self.damaged, "is damaged", "are damaged");
        others.into_iter().chain(damaged).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::RowError;

    fn damaged() -> OpenError {
        OpenError::Row { row: [1; 16], source: RowError::Damaged }
    }

    #[test]
    fn what_is_missing_is_told_and_nothing_at_all_is_a_failure() {
        let mut opened = Opened { rows: 5, ..Opened::default() };
        assert_eq!(opened.notice(), None);
        opened.leave_out(damaged()).unwrap();
        opened.leave_out(damaged()).unwrap();
        let notice = opened.notice().unwrap();
        assert!(
            notice.starts_with("2 of 7 signers could not be opened: 2 are damaged (the first: row 0101"),
            "{notice}"
        );
        assert!(opened.check().is_ok());

        let mut none = Opened::default();
        none.leave_out(damaged()).unwrap();
        let told = none.check().unwrap_err().to_string();
        assert!(told.starts_with("None of the 1 signers could be opened"), "{told}");
        assert!(Opened::default().check().is_ok(), "nobody has signed");
        assert!(Opened::default().leave_out(OpenError::NoHeader).is_err());
    }
}
