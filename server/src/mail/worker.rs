use super::{
    Composer, Handle, Leased, OutboxStore, RowId, SendError, Status, Transport,
    backoff::next_try,
    outage::{Outage, Rarely, sentence},
    pause::Pause,
    settle::{Outcome, Unsettled},
};
use crate::clock::{Clock, Entropy};
use std::{collections::VecDeque, sync::Arc, time::Duration};
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;

/// Rows in one lease at most.
const BATCH: usize = 100;
/// Sends that can follow each other within a lease of five minutes when each takes the longest time allowed, a minute.
const ROUNDS: usize = 3;
/// How often the outbox is looked into when nobody wakes the worker.
const IDLE: Duration = Duration::from_secs(1);
/// Mails that arrive within this time are leased together.
const GATHER: Duration = Duration::from_millis(20);
/// What sends under way are given when the server stops, and then the last marks.
const LAST_SENDS: Duration = Duration::from_secs(5);
const LAST_MARKS: Duration = Duration::from_secs(2);
/// So many refusals without one success between them are about us rather than about the recipients.
const SUSPICIOUS_REFUSALS: u32 = 20;

type Done = Result<(Leased, Result<(), SendError>), JoinError>;

/// Brings mails from the outbox to a transport: at least once each, many at a time, never inside a request.
pub struct Worker {
    store: Arc<dyn OutboxStore>,
    transport: Arc<dyn Transport>,
    composer: Arc<Composer>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    concurrency: usize,
    handle: Handle,
    queue: VecDeque<Leased>,
    sends: JoinSet<(Leased, Result<(), SendError>)>,
    unsettled: Unsettled,
    /// When the outbox is looked into next.
    look_at: Instant,
    outage: Outage,
    pause: Pause,
    refusals: u32,
    server_reports: Rarely,
    store_reports: Rarely,
}

impl Worker {
    /// A worker that sends up to `concurrency` mails at the same time.
    pub fn new(
        store: Arc<dyn OutboxStore>,
        transport: Arc<dyn Transport>,
        composer: Composer,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        concurrency: usize,
    ) -> Self {
        Self {
            store,
            transport,
            composer: Arc::new(composer),
            clock,
            entropy,
            concurrency: concurrency.max(1),
            handle: Handle::default(),
            queue: VecDeque::new(),
            sends: JoinSet::new(),
            unsettled: Unsettled::default(),
            look_at: Instant::now(),
            outage: Outage::default(),
            pause: Pause::unknown(),
            refusals: 0,
            server_reports: Rarely::default(),
            store_reports: Rarely::default(),
        }
    }

    /// The same worker, woken by a handle that was made before it.
    #[must_use]
    pub fn woken_by(mut self, handle: Handle) -> Self {
        self.handle = handle;
        self
    }

    /// What wakes this worker.
    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// Works until `stop` is cancelled; then sends under way have five seconds to end, and mails that were not begun are given back.
    pub async fn run(mut self, stop: CancellationToken) {
        let handle = self.handle();
        loop {
            self.start_sends();
            let hungry = self.queue.is_empty() && self.sends.len() < self.concurrency;
            tokio::select! {
                biased;
                () = stop.cancelled() => break,
                () = sleep_until(self.pause.look_at()) => self.look_for_pause().await,
                Some(done) = self.sends.join_next() => {
                    self.finish(done);
                    while let Some(done) = self.sends.try_join_next() {
                        self.finish(done);
                    }
                    self.start_sends();
                    self.settle().await;
                }
                () = sleep_until(self.look_at), if hungry => self.lease().await,
                // While the server is out, only the next try counts.
                () = handle.woken(), if hungry && !self.outage.lasts() => {
                    self.look_at = self.look_at.min(Instant::now() + GATHER);
                }
            }
        }
        self.wind_down().await;
    }

    fn start_sends(&mut self) {
        while self.sends.len() < self.concurrency {
            let Some(leased) = self.queue.pop_front() else { return };
            let (composer, transport, now) =
                (Arc::clone(&self.composer), Arc::clone(&self.transport), self.clock.now());
            self.sends.spawn(async move {
                let result = match composer.compose(&leased, now) {
                    Ok(mail) => transport.send(&mail).await,
                    Err(_) => Err(SendError::Permanent(Status::default())),
                };
                (leased, result)
            });
        }
    }

    /// During a pause only mails under way are finished.
    async fn look_for_pause(&mut self) {
        match self.pause.look(self.store.as_ref()).await {
            Ok(ended) if ended && !self.outage.lasts() => self.look_at = Instant::now(),
            Ok(_) => {}
            Err(error) => self.report_store(&error),
        }
        if self.pause.lasts() {
            self.give_back_queue();
            self.settle().await;
        }
    }

    async fn lease(&mut self) {
        self.look_at = Instant::now() + IDLE;
        // Marks come first: while the outbox takes none, whatever is sent would be sent again.
        self.settle().await;
        if self.pause.lasts() || !self.unsettled.is_empty() {
            return;
        }
        let limit = if self.outage.lasts() { 1 } else { BATCH.min(self.concurrency * ROUNDS) };
        match self.store.lease(self.clock.now(), u32::try_from(limit).unwrap_or(1)).await {
            Ok(rows) => {
                if rows.len() >= limit && !self.outage.lasts() {
                    self.look_at = Instant::now();
                }
                self.queue.extend(rows);
            }
            Err(error) => self.report_store(&error),
        }
    }

    fn finish(&mut self, done: Done) {
        let (leased, result) = match done {
            Ok(done) => done,
            Err(error) => {
                tracing::error!(%error, "a send broke off; its mail comes back when its lease ends");
                return;
            }
        };
        if let Err(SendError::Unavailable(trouble, status)) = result {
            let now = Instant::now();
            self.look_at = self.outage.failed(self.entropy.as_ref(), now);
            self.unsettled.push(Outcome::Release(leased.id));
            self.give_back_queue();
            if self.server_reports.may(now) {
                tracing::error!("{}", sentence(&self.transport.name(), trouble, status));
            }
            return;
        }
        if self.outage.over() {
            self.look_at = Instant::now();
            tracing::info!("mail is going out again");
        }
        match result {
            Ok(()) => {
                self.refusals = 0;
                self.unsettled.push(Outcome::Sent(leased.id));
            }
            Err(SendError::Temporary(status)) => self.put_off(&leased, status),
            Err(SendError::Permanent(status) | SendError::Unavailable(_, status)) => self.give_up(&leased, status),
        }
    }

    fn put_off(&mut self, leased: &Leased, status: Status) {
        match next_try(self.entropy.as_ref(), self.clock.now(), leased.queued_at, leased.attempts) {
            Some(not_before) => {
                tracing::debug!(row = short(&leased.id), %status, tries = leased.attempts + 1, "a mail is tried again later");
                self.unsettled.push(Outcome::Retry(leased.id, not_before));
            }
            None => self.give_up(leased, status),
        }
    }

    fn give_up(&mut self, leased: &Leased, status: Status) {
        tracing::warn!(row = short(&leased.id), %status, tries = leased.attempts.saturating_add(1), "gave up on a mail");
        self.unsettled.push(Outcome::GiveUp(leased.id, status.code));
        self.refusals += 1;
        if self.refusals.is_multiple_of(SUSPICIOUS_REFUSALS) {
            tracing::error!(
                "{} mails in a row were refused, the last one with {status}: send one with `mail test`, and if that is refused too, correct \
                 mail.from or the login",
                self.refusals
            );
        }
    }

    fn give_back_queue(&mut self) {
        for leased in self.queue.drain(..) {
            self.unsettled.push(Outcome::Release(leased.id));
        }
    }

    async fn settle(&mut self) {
        if let Err(error) = self.unsettled.settle(self.store.as_ref()).await {
            self.report_store(&error);
        }
    }

    fn report_store(&mut self, error: &super::StoreError) {
        if self.store_reports.may(Instant::now()) {
            tracing::error!(%error, "the mail worker cannot use the outbox; it tries again every second");
        }
    }

    async fn wind_down(mut self) {
        self.give_back_queue();
        let all = async {
            while let Some(done) = self.sends.join_next().await {
                self.finish(done);
            }
        };
        if timeout(LAST_SENDS, all).await.is_err() {
            tracing::warn!(
                mails = self.sends.len(),
                "stopped with mails under way; they come back when their leases end"
            );
        }
        if timeout(LAST_MARKS, self.settle()).await.is_err() {
            tracing::warn!("stopped before the outbox took the last marks; some mails may be sent twice");
        }
        self.transport.close().await;
    }
}

/// The first 8 hex digits of a row's id: enough to find it, and nothing of the address.
fn short(id: &RowId) -> String {
    id[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}
