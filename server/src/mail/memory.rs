use super::{Mail, SendError, Transport};
use async_trait::async_trait;
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Keeps mails in memory for the outbox viewer instead of sending them. The oldest go when a new one finds no room.
pub struct MemoryOutbox {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    last_id: u64,
    mails: VecDeque<StoredMail>,
}

/// A mail as it would have been sent.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredMail {
    /// Counts up from 1 since the server's start.
    pub id: u64,
    /// Where it would have gone.
    pub to: String,
    /// Where it would have come back to.
    pub sender: Option<String>,
    /// Its subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part: a whole document, ours, with everything of others escaped.
    pub html: String,
    /// `List-Unsubscribe`: where its reader asks for no more of its kind.
    pub unsubscribe: Option<String>,
    /// When it was handed over (RFC 3339, UTC).
    pub received: String,
}

/// A mail in the viewer's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSummary {
    /// Counts up from 1 since the server's start.
    pub id: u64,
    /// Where it would have gone.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// When it was handed over (RFC 3339, UTC).
    pub received: String,
}

impl MemoryOutbox {
    /// How many mails are kept.
    pub const CAPACITY: usize = 500;

    /// An empty outbox.
    #[must_use]
    pub fn new() -> Self {
        Self { inner: Mutex::default() }
    }

    /// All mails that are kept, newest first.
    pub fn list(&self) -> Vec<MailSummary> {
        let summary = |mail: &StoredMail| MailSummary {
            id: mail.id,
            to: mail.to.clone(),
            subject: mail.subject.clone(),
            received: mail.received.clone(),
        };
        self.lock().mails.iter().rev().map(summary).collect()
    }

    /// The mail with this number, if it is still kept.
    pub fn get(&self, id: u64) -> Option<StoredMail> {
        let inner = self.lock();
        let at = inner.mails.binary_search_by_key(&id, |mail| mail.id).ok()?;
        inner.mails.get(at).cloned()
    }

    // A panic elsewhere leaves the list as good as it was: each change is one push or pop.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemoryOutbox {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl Transport for MemoryOutbox {
    async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        let mut inner = self.lock();
        inner.last_id += 1;
        let stored = StoredMail {
            id: inner.last_id,
            to: mail.to.clone(),
            sender: mail.message.envelope().from().map(ToString::to_string),
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            html: mail.html.clone(),
            unsubscribe: mail.unsubscribe.clone(),
            received: mail.date.to_string(),
        };
        if inner.mails.len() == Self::CAPACITY {
            inner.mails.pop_front();
        }
        inner.mails.push_back(stored);
        Ok(())
    }

    fn name(&self) -> String {
        "memory".to_owned()
    }
}
