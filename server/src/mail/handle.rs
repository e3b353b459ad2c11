use std::sync::Arc;
use tokio::sync::Notify;

/// Wakes a running worker from elsewhere.
#[derive(Clone, Default)]
pub struct Handle(Arc<Notify>);

impl Handle {
    /// Tells the worker that a mail has been queued. Costs nothing; the worker looks on its own once a second.
    pub fn wake(&self) {
        self.0.notify_one();
    }

    /// Waits for a wake; one that came before is not lost.
    pub(super) async fn woken(&self) {
        self.0.notified().await;
    }
}
