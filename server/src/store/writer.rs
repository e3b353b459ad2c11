//! The writer: one task through which every write goes. Signers' acts that arrive while one transaction commits share the next,
//! and each is answered only after its commit. Between two batches it takes one job of the others.

use super::{Db, Result, StoreError, Tx};
use crate::signatures::act::{Act, Answer};
use crate::signatures::batch::{Batch, Batcher};
use futures::future::BoxFuture;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// Acts that may wait; more are refused at once (the caller answers 503).
const QUEUE: usize = 4_096;
/// Acts that share a transaction. With about thirty parameters a row this stays below what one statement may bind.
const BATCH: usize = 512;
/// How often an act is tried on its own when other processes get in its way.
const TRIES: u32 = 3;

/// The way to the writer.
#[derive(Clone)]
pub struct Writer {
    acts: mpsc::Sender<Waiting>,
    jobs: mpsc::Sender<Box<dyn Job>>,
    counters: Arc<Counters>,
}

/// What has been committed since the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Transactions of signers' acts.
    pub batches: u64,
    /// Acts in them.
    pub acts: u64,
    /// Transactions of other work.
    pub jobs: u64,
}

#[derive(Default)]
struct Counters {
    batches: AtomicU64,
    acts: AtomicU64,
    jobs: AtomicU64,
}

struct Waiting {
    act: Act,
    answer: oneshot::Sender<Result<Answer>>,
}

impl Writer {
    /// Starts the task. When `stop` is cancelled it finishes what was accepted and ends.
    pub fn start(db: Db, batcher: Batcher, stop: CancellationToken) -> (Self, tokio::task::JoinHandle<()>) {
        let (acts, act_queue) = mpsc::channel(QUEUE);
        let (jobs, job_queue) = mpsc::channel(64);
        let counters = Arc::<Counters>::default();
        let task = Task { db, batcher, acts: act_queue, jobs: job_queue, counters: Arc::clone(&counters) };
        (Self { acts, jobs, counters }, tokio::spawn(task.run(stop)))
    }

    /// Does what a signer asked, and answers once it is durable.
    ///
    /// # Errors
    /// [`StoreError::Full`] at once when the queue is full; otherwise what the database said.
    pub async fn act(&self, act: Act) -> Result<Answer> {
        let (answer, answered) = oneshot::channel();
        self.acts.try_send(Waiting { act, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => StoreError::Full,
            mpsc::error::TrySendError::Closed(_) => StoreError::Stopped,
        })?;
        answered.await.map_err(|_| StoreError::Stopped)?
    }

    /// Runs other work in a transaction of its own: at most 200 rows or 5 ms, and nothing in it may wait on anything but the
    /// database.
    ///
    /// # Errors
    /// What the body or the commit failed with; nothing has changed then.
    pub async fn job<T, F>(&self, body: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T>> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let job = Box::new(JobOf { body: Some(body), value: None, answer });
        self.jobs.send(job).await.map_err(|_| StoreError::Stopped)?;
        answered.await.map_err(|_| StoreError::Stopped)?
    }

    /// What the task has committed so far.
    pub fn written(&self) -> Written {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Written {
            batches: read(&self.counters.batches),
            acts: read(&self.counters.acts),
            jobs: read(&self.counters.jobs),
        }
    }

    /// Whether the task still takes work.
    pub fn is_running(&self) -> bool {
        !self.acts.is_closed() && self.acts.capacity() > 0
    }
}

/// A job whose result is told only after its commit.
trait Job: Send {
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, Result<()>>;
    fn finish(self: Box<Self>, outcome: Result<()>);
}

struct JobOf<T, F> {
    body: Option<F>,
    value: Option<T>,
    answer: oneshot::Sender<Result<T>>,
}

impl<T, F> Job for JobOf<T, F>
where
    T: Send,
    F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T>> + Send,
{
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> BoxFuture<'t, Result<()>> {
        Box::pin(async move {
            if let Some(body) = self.body.take() {
                self.value = Some(body(tx).await?);
            }
            Ok(())
        })
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        let Self { value, answer, .. } = *self;
        // The caller may have gone; the work is done all the same.
        let _ = answer.send(outcome.and_then(|()| value.ok_or(StoreError::Stopped)));
    }
}

struct Task {
    db: Db,
    batcher: Batcher,
    acts: mpsc::Receiver<Waiting>,
    jobs: mpsc::Receiver<Box<dyn Job>>,
    counters: Arc<Counters>,
}

impl Task {
    async fn run(mut self, stop: CancellationToken) {
        let mut batch = Vec::with_capacity(BATCH);
        let mut stopping = false;
        loop {
            if !stopping && stop.is_cancelled() {
                stopping = true;
                self.acts.close();
                self.jobs.close();
            }
            tokio::select! {
                biased;
                () = stop.cancelled(), if !stopping => continue,
                n = self.acts.recv_many(&mut batch, BATCH) => {
                    if n > 0 {
                        self.write(std::mem::take(&mut batch)).await;
                    }
                    match self.jobs.try_recv() {
                        Ok(job) => self.run_job(job).await,
                        Err(mpsc::error::TryRecvError::Disconnected) if n == 0 => return,
                        Err(_) => {}
                    }
                }
                Some(job) = self.jobs.recv() => self.run_job(job).await,
            }
        }
    }

    /// Writes a batch in one transaction; if that fails, each act in one of its own, so that a bad one spoils no other.
    async fn write(&mut self, waiting: Vec<Waiting>) {
        let (acts, answers): (Vec<_>, Vec<_>) = waiting.into_iter().map(|w| (w.act, w.answer)).unzip();
        match self.write_together(&acts).await {
            Ok(done) => {
                for (answer, done) in answers.into_iter().zip(done) {
                    let _ = answer.send(Ok(done));
                }
            }
            Err(error) => {
                tracing::warn!(%error, acts = acts.len(), "a batch failed and is written act by act");
                for (act, answer) in acts.iter().zip(answers) {
                    let done = self.write_alone(act).await;
                    if let Err(error) = &done {
                        tracing::error!(%error, "an act failed");
                    }
                    let _ = answer.send(done.and_then(|mut done| done.pop().ok_or(StoreError::Stopped)));
                }
            }
        }
    }

    async fn write_alone(&mut self, act: &Act) -> Result<Vec<Answer>> {
        let mut tries = 1;
        loop {
            match self.write_together(std::slice::from_ref(act)).await {
                Err(error) if error.is_conflict() && tries < TRIES => tries += 1,
                done => return done,
            }
        }
    }

    async fn write_together(&mut self, acts: &[Act]) -> Result<Vec<Answer>> {
        let mut tx = self.db.begin().await?;
        let mut batch = Batch::default();
        let result = match self.batcher.apply(&mut batch, &mut tx, acts).await {
            Ok(answers) => tx.commit().await.map(|()| answers),
            Err(error) => Err(error),
        };
        match &result {
            Ok(_) => {
                self.counters.batches.fetch_add(1, Ordering::Relaxed);
                self.counters.acts.fetch_add(acts.len() as u64, Ordering::Relaxed);
                self.batcher.committed(batch);
            }
            Err(_) => self.batcher.failed(batch),
        }
        result
    }

    async fn run_job(&mut self, mut job: Box<dyn Job>) {
        let outcome = match self.db.begin().await {
            Ok(mut tx) => match job.run(&mut tx).await {
                Ok(()) => tx.commit().await,
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        if outcome.is_ok() {
            self.counters.jobs.fetch_add(1, Ordering::Relaxed);
        }
        job.finish(outcome);
    }
}
