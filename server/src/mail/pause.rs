use super::{OutboxStore, StoreError};
use std::time::Duration;
use tokio::time::Instant;

/// How often the database is asked, for commands are run beside the server.
const EVERY: Duration = Duration::from_secs(1);

/// Mails that wait until somebody has them sent, as the database says.
pub(super) struct Pause {
    /// The last answer.
    waits: Option<bool>,
    look_at: Instant,
}

impl Pause {
    /// A pause that lasts until the database says otherwise.
    pub(super) fn unknown() -> Self {
        Self { waits: None, look_at: Instant::now() }
    }

    pub(super) fn lasts(&self) -> bool {
        self.waits != Some(false)
    }

    /// When to look next.
    pub(super) fn look_at(&self) -> Instant {
        self.look_at
    }

    /// Asks the database, and logs what has changed. Returns whether the pause has ended with that.
    pub(super) async fn look(&mut self, store: &dyn OutboxStore) -> Result<bool, StoreError> {
        self.look_at = Instant::now() + EVERY;
        let (before, waits) = (self.waits, store.waits().await?);
        self.waits = Some(waits);
        if waits && before != Some(true) {
            tracing::warn!(
                "mail is paused: this database was restored from a backup, or somebody ran `undersigned mail pause`. Mails wait in the \
                 outbox until `undersigned mail resume`"
            );
        } else if !waits && before == Some(true) {
            tracing::info!("mail is no longer paused");
        }
        Ok(!waits && before != Some(false))
    }
}
