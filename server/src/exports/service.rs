//! Who may see which counts.

use super::rows::Counts;
use crate::audit::{self, Action, Entry};
use crate::campaigns::internal;
use crate::services::Common;
use crate::store::{AccountId, Result};
use app::error::AppError;
use std::sync::Arc;

/// Counts for campaigns' teams and for admins.
pub struct Service {
    pub(super) common: Common,
    pub(super) counts: Arc<Counts>,
}

impl Service {
    /// A service that has worked nothing out yet.
    pub fn new(common: Common) -> Self {
        let counts = Arc::new(Counts::of(common.db.clone()));
        Self { common, counts }
    }

    /// Writes into the audit log what is about to be done.
    pub(super) async fn log(
        &self,
        actor: AccountId,
        action: Action,
        object: &str,
        detail: String,
    ) -> Result<(), AppError> {
        let now = self.common.clock.now();
        let entry = Entry::new(&*self.common.entropy, now, Some(actor), action, object, detail);
        let written =
            self.common.writer.job(move |tx| Box::pin(async move { audit::add(&mut tx.link(), &entry).await }));
        written.await.map_err(|error| internal(&error))
    }
}
