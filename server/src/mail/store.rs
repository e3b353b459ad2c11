use super::{Leased, RowId};
use async_trait::async_trait;
use jiff::Timestamp;

/// The outbox could not be read or changed. The text goes to the log.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the outbox: {0}")]
pub struct StoreError(pub String);

/// The outbox in the database.
///
/// Marks may arrive late or twice; marking a row that is gone is no error.
#[async_trait]
pub trait OutboxStore: Send + Sync {
    /// Whether mails are to wait until somebody ends the pause.
    ///
    /// # Errors
    /// [`StoreError`]; what was last known holds then, and before that is known no mail is leased.
    async fn waits(&self) -> Result<bool, StoreError>;

    /// Leases the mails that are due, oldest first, at most `limit`: nobody else gets them for five minutes. A worker that dies loses
    /// its leases that way.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing is leased, or the leases run out.
    async fn lease(&self, now: Timestamp, limit: u32) -> Result<Vec<Leased>, StoreError>;

    /// Deletes rows whose mails were sent. At most 100 at a time.
    ///
    /// # Errors
    /// [`StoreError`]; the worker asks again.
    async fn sent(&self, ids: &[RowId]) -> Result<(), StoreError>;

    /// Ends a lease after a failed try: counts the attempt and makes the row due at `not_before`.
    ///
    /// # Errors
    /// [`StoreError`]; the worker asks again.
    async fn retry(&self, id: &RowId, not_before: Timestamp) -> Result<(), StoreError>;

    /// Ends leases of mails that were not tried, without counting an attempt: the rows are due at once. At most 100 at a time.
    ///
    /// # Errors
    /// [`StoreError`]; the worker asks again.
    async fn release(&self, ids: &[RowId]) -> Result<(), StoreError>;

    /// Makes a row a dead letter. `code` is the SMTP reply code, if there was an answer.
    ///
    /// # Errors
    /// [`StoreError`]; the worker asks again.
    async fn give_up(&self, id: &RowId, code: Option<u16>) -> Result<(), StoreError>;
}
