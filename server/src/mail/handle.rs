use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::Notify;

/// Steers a running worker from elsewhere.
#[derive(Clone, Default)]
pub struct Handle {
    wake: Arc<Notify>,
    paused: Arc<AtomicBool>,
}

impl Handle {
    /// Tells the worker that a mail has been queued. Costs nothing; the worker looks on its own once a second.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Stops leasing (after a restore, say); mails under way are finished.
    pub fn pause(&self) {
        self.paused.store(true, Ordering::Relaxed);
    }

    /// Ends a pause.
    pub fn resume(&self) {
        self.paused.store(false, Ordering::Relaxed);
        self.wake();
    }

    /// Whether the worker pauses.
    pub fn is_paused(&self) -> bool {
        self.paused.load(Ordering::Relaxed)
    }

    /// Waits for a wake; one that came before is not lost.
    pub(super) async fn woken(&self) {
        self.wake.notified().await;
    }
}
