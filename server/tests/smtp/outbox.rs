//! An outbox in memory and a clock that stands still until it is moved.

use app::{i18n::Lang, signatures::EmailAddress};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use server::{
    clock::Clock,
    mail::{Leased, Letter, OutboxStore, RowId, StoreError},
    privacy::Concern,
};
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

pub struct HandClock(AtomicI64);

impl HandClock {
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

struct Row {
    leased: Leased,
    due: Timestamp,
}

/// What the worker told the outbox about the row of this recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Sent(String),
    /// Seconds from now until the next try.
    Retry(String, i64),
    Release(String),
    GiveUp(String, Option<u16>),
}

pub struct Outbox {
    pub clock: Arc<HandClock>,
    rows: Mutex<Vec<Row>>,
    marks: Mutex<Vec<Mark>>,
    /// While set, marks fail.
    pub broken: AtomicBool,
    /// While set, mails wait.
    pub paused: AtomicBool,
}

impl Outbox {
    pub fn new() -> Arc<Self> {
        let clock = Arc::new(HandClock(AtomicI64::new(1_770_000_000)));
        Arc::new(Self {
            clock,
            rows: Mutex::default(),
            marks: Mutex::default(),
            broken: AtomicBool::new(false),
            paused: AtomicBool::new(false),
        })
    }

    pub fn put(&self, local_part: &str) {
        let letter = Letter::Confirm {
            campaign: "Alto a las deportaciones".to_owned(),
            link: "https://sign.example.org/es/campaigns/alto/confirm/AbC-_123".to_owned(),
            code: "12345678".to_owned(),
        };
        self.put_letter(local_part, letter);
    }

    pub fn put_letter(&self, local_part: &str, letter: Letter) {
        let now = self.clock.now();
        let mut rows = self.rows.lock().unwrap();
        let mut id = [0; 16];
        id[..8].copy_from_slice(&(0xfeed_0000_0000_0000 | rows.len() as u64).to_be_bytes());
        id[8..].copy_from_slice(&(self.marks.lock().unwrap().len() as u64).to_be_bytes());
        let to = EmailAddress::parse(&address(local_part)).unwrap();
        rows.push(Row {
            leased: Leased {
                id,
                attempts: 0,
                queued_at: now,
                lang: Lang::Es,
                to,
                letter,
                concern: Concern::Confirmation(id),
            },
            due: now,
        });
    }

    /// Recipients and failed attempts of the rows that are left.
    pub fn left(&self) -> Vec<(String, u32)> {
        self.rows.lock().unwrap().iter().map(|row| (local(&row.leased), row.leased.attempts)).collect()
    }

    pub fn marks(&self) -> Vec<Mark> {
        self.marks.lock().unwrap().clone()
    }

    /// Applies `change` to the row, notes what it returns and keeps the row where it says so.
    fn mark(&self, id: &RowId, change: impl FnOnce(&mut Row, Timestamp) -> (bool, Mark)) -> Result<(), StoreError> {
        if self.broken.load(Ordering::SeqCst) {
            return Err(StoreError("the disk is full".to_owned()));
        }
        let mut rows = self.rows.lock().unwrap();
        if let Some(at) = rows.iter().position(|row| row.leased.id == *id) {
            let (keep, mark) = change(&mut rows[at], self.clock.now());
            self.marks.lock().unwrap().push(mark);
            if !keep {
                rows.remove(at);
            }
        }
        Ok(())
    }
}

pub fn address(local_part: &str) -> String {
    format!("{local_part}@example.org")
}

fn local(leased: &Leased) -> String {
    leased.to.as_str().split('@').next().unwrap().to_owned()
}

#[async_trait]
impl OutboxStore for Outbox {
    async fn waits(&self) -> Result<bool, StoreError> {
        Ok(self.paused.load(Ordering::SeqCst))
    }

    async fn lease(&self, now: Timestamp, limit: u32) -> Result<Vec<Leased>, StoreError> {
        assert!(limit <= 100);
        let mut rows = self.rows.lock().unwrap();
        let due = rows.iter_mut().filter(|row| row.due <= now).take(limit as usize);
        Ok(due
            .map(|row| {
                row.due = now + SignedDuration::from_mins(5);
                row.leased.clone()
            })
            .collect())
    }

    async fn sent(&self, ids: &[RowId]) -> Result<(), StoreError> {
        assert!(ids.len() <= 100);
        ids.iter().try_for_each(|id| self.mark(id, |row, _| (false, Mark::Sent(local(&row.leased)))))
    }

    async fn retry(&self, id: &RowId, not_before: Timestamp) -> Result<(), StoreError> {
        self.mark(id, |row, now| {
            row.due = not_before;
            row.leased.attempts += 1;
            (true, Mark::Retry(local(&row.leased), not_before.duration_since(now).as_secs()))
        })
    }

    async fn release(&self, ids: &[RowId]) -> Result<(), StoreError> {
        ids.iter().try_for_each(|id| {
            self.mark(id, |row, now| {
                row.due = now;
                (true, Mark::Release(local(&row.leased)))
            })
        })
    }

    async fn give_up(&self, id: &RowId, code: Option<u16>) -> Result<(), StoreError> {
        self.mark(id, |row, _| (false, Mark::GiveUp(local(&row.leased), code)))
    }
}
