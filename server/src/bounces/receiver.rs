use super::report::{Report, Weight};
use crate::clock::Clock;
use crate::config::Config;
use crate::mail::ReturnAddress;
use crate::privacy::{ReturnTag, ReturnTags, day_of};
use crate::signatures::{Returned, returned};
use crate::store::Result;
use crate::store::nodes::Slot;
use crate::store::writer::Writer;
use std::sync::Arc;

/// Days for which a mail can come back: mail servers try for five.
const DAYS: i64 = 14;
/// Reports that share a transaction.
const BATCH: usize = 50;

/// What became of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Reports that count.
    pub counted: usize,
    /// Those that were there before.
    pub repeated: usize,
}

/// Reads reports. Knows the key of the tags, and needs no database.
#[derive(Clone)]
pub struct Receiver {
    address: ReturnAddress,
    tags: ReturnTags,
    clock: Arc<dyn Clock>,
}

impl Receiver {
    /// A receiver for the mailbox of the configuration; `None` where it names none.
    pub fn new(config: &Config, tags: ReturnTags, clock: Arc<dyn Clock>) -> Option<Self> {
        let address = config.mail.bounces.address.as_deref().and_then(ReturnAddress::parse)?;
        Some(Self { address, tags, clock })
    }

    /// Reads a report. `None` for what is none, for a mail that is not ours, and for one that is too old to count.
    pub fn read(&self, mail: &[u8]) -> Option<Returned> {
        let report = Report::parse(mail)?;
        let tag = report.addresses().find_map(|address| self.tags.open(self.address.tag(address)?))?;
        let is_hard = report.weight()? == Weight::Hard;
        let mark = self.tags.mark(&tag, is_hard);
        self.is_recent(&tag).then_some(Returned { tag, is_hard, mark })
    }

    /// Takes reports in: each once, whatever arrives how often.
    ///
    /// # Errors
    /// When the database fails; what was taken in until then counts, and is not counted again.
    pub async fn take(&self, writer: &Writer, slot: &Slot, reports: &[Returned]) -> Result<Taken> {
        let mut taken = Taken::default();
        for batch in reports.chunks(BATCH) {
            let (batch, now, slot) = (batch.to_vec(), self.clock.now(), slot.get());
            let (all, old) = (batch.len(), day_of(now) - DAYS);
            let counted = writer
                .job(move |tx| Box::pin(async move { returned::take(&mut tx.link(), &batch, now, slot, old).await }))
                .await?;
            taken.counted += counted;
            taken.repeated += all - counted;
        }
        Ok(taken)
    }

    /// A clock that is set back does not make tags of tomorrow wrong.
    fn is_recent(&self, tag: &ReturnTag) -> bool {
        let age = day_of(self.clock.now()) - i64::from(tag.day);
        (-1..=DAYS).contains(&age)
    }
}
