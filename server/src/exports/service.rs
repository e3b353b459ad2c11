//! Who may see which counts.

use super::rows::Counts;
use crate::accounts::Session;
use crate::audit::{self, Action, Entry};
use crate::campaigns::{Record, internal};
use crate::services::Common;
use crate::store::{AccountId, CampaignId, Result, each_db};
use app::campaigns::Slug;
use app::error::AppError;
use app::visitor::Visitor;
use std::sync::Arc;

crate::store::statements! {
    IS_OF_TEAM = "SELECT COUNT(*) FROM campaigns c JOIN team_members m ON m.team_id = c.team_id
        WHERE m.account_id = $1 AND c.id = $2";
}

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

    /// A campaign of this browser's account.
    pub(super) async fn of_team(&self, visitor: &Visitor, slug: &Slug) -> Result<(Session, Arc<Record>), AppError> {
        let session = self.common.sessions.of(visitor).await?.ok_or(AppError::SignIn)?;
        let record = self.common.directory.public(slug).await?;
        let ours = self.is_of_team(session.account, record.id).await.map_err(|error| internal(&error))?;
        if ours { Ok((session, record)) } else { Err(AppError::NotFound) }
    }

    async fn is_of_team(&self, account: AccountId, campaign: CampaignId) -> Result<bool> {
        let mut conn = self.common.db.read().await?;
        let n: i64 = each_db!(conn.link(), c =>
            sqlx::query_scalar(IS_OF_TEAM).bind(account.bytes()).bind(campaign.bytes()).fetch_one(c).await)?;
        Ok(n > 0)
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
