use super::{OutboxStore, RowId, StoreError};
use jiff::Timestamp;

/// What became of a leased row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Sent(RowId),
    Retry(RowId, Timestamp),
    Release(RowId),
    GiveUp(RowId, Option<u16>),
}

/// Outcomes that the outbox does not know of yet. What it fails to take stays here and is told again, for a sent mail whose row stays would
/// be sent again.
#[derive(Default)]
pub(super) struct Unsettled(Vec<Outcome>);

/// Rows in one mark at most.
const BATCH: usize = 100;

impl Unsettled {
    pub(super) fn push(&mut self, outcome: Outcome) {
        self.0.push(outcome);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells the outbox, sent mails first. Goes on after a failure, and returns the first one.
    pub(super) async fn settle(&mut self, store: &dyn OutboxStore) -> Result<(), StoreError> {
        let (mut sent, mut released, mut left, mut first_failure) = (Vec::new(), Vec::new(), Vec::new(), Ok(()));
        let mut singles = Vec::new();
        for outcome in std::mem::take(&mut self.0) {
            match outcome {
                Outcome::Sent(id) => sent.push(id),
                Outcome::Release(id) => released.push(id),
                Outcome::Retry(..) | Outcome::GiveUp(..) => singles.push(outcome),
            }
        }
        for ids in sent.chunks(BATCH) {
            if let Err(error) = store.sent(ids).await {
                left.extend(ids.iter().copied().map(Outcome::Sent));
                first_failure = first_failure.and(Err(error));
            }
        }
        for outcome in singles {
            let result = match &outcome {
                Outcome::Retry(id, not_before) => store.retry(id, *not_before).await,
                Outcome::GiveUp(id, code) => store.give_up(id, *code).await,
                Outcome::Sent(_) | Outcome::Release(_) => Ok(()),
            };
            if let Err(error) = result {
                left.push(outcome);
                first_failure = first_failure.and(Err(error));
            }
        }
        for ids in released.chunks(BATCH) {
            if let Err(error) = store.release(ids).await {
                left.extend(ids.iter().copied().map(Outcome::Release));
                first_failure = first_failure.and(Err(error));
            }
        }
        self.0 = left;
        first_failure
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Leased;
    use async_trait::async_trait;
    use std::sync::Mutex;

    #[derive(Default)]
    struct Store {
        fails: bool,
        calls: Mutex<Vec<String>>,
    }

    impl Store {
        fn note(&self, call: String) -> Result<(), StoreError> {
            self.calls.lock().unwrap().push(call);
            if self.fails { Err(StoreError("full".to_owned())) } else { Ok(()) }
        }
    }

    #[async_trait]
    impl OutboxStore for Store {
        async fn waits(&self) -> Result<bool, StoreError> {
            Ok(false)
        }
        async fn lease(&self, _: Timestamp, _: u32) -> Result<Vec<Leased>, StoreError> {
            Ok(Vec::new())
        }
        async fn sent(&self, ids: &[RowId]) -> Result<(), StoreError> {
            self.note(format!("sent {}", ids.len()))
        }
        async fn retry(&self, id: &RowId, _: Timestamp) -> Result<(), StoreError> {
            self.note(format!("retry {}", id[0]))
        }
        async fn release(&self, ids: &[RowId]) -> Result<(), StoreError> {
            self.note(format!("release {}", ids.len()))
        }
        async fn give_up(&self, id: &RowId, code: Option<u16>) -> Result<(), StoreError> {
            self.note(format!("give up {} {code:?}", id[0]))
        }
    }

    #[tokio::test]
    async fn marks_go_in_batches_and_none_is_lost_when_the_outbox_fails() {
        let mut unsettled = Unsettled::default();
        for n in 0..150 {
            unsettled.push(Outcome::Sent([n; 16]));
        }
        unsettled.push(Outcome::GiveUp([1; 16], Some(550)));
        unsettled.push(Outcome::Retry([2; 16], Timestamp::UNIX_EPOCH));
        unsettled.push(Outcome::Release([3; 16]));
        let expected = ["sent 100", "sent 50", "give up 1 Some(550)", "retry 2", "release 1"];

        let broken = Store { fails: true, ..Store::default() };
        assert!(unsettled.settle(&broken).await.is_err());
        assert_eq!(*broken.calls.lock().unwrap(), expected);
        assert_eq!(unsettled.0.len(), 153);

        let store = Store::default();
        assert!(unsettled.settle(&store).await.is_ok());
        assert_eq!(*store.calls.lock().unwrap(), expected);
        assert!(unsettled.is_empty());
    }
}
