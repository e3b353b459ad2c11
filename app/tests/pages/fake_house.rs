//! The house without a database.

use app::accounts::Role;
use app::error::AppError;
use app::house::{CampaignState, House, MailHealth, Overview, QueueAge, QueueKind, Storage};
use app::moderation::AgeBand;
use app::visitor::Visitor;
use async_trait::async_trait;

/// What its visitor may do.
#[derive(Clone)]
pub struct FakeHouse(pub Role);

impl Default for FakeHouse {
    fn default() -> Self {
        Self(Role::Campaigner)
    }
}

impl FakeHouse {
    fn admin(&self) -> Result<(), AppError> {
        match self.0 {
            Role::Admin => Ok(()),
            Role::Moderator => Err(AppError::NotFound),
            Role::Campaigner => Err(AppError::SignIn),
        }
    }
}

#[async_trait]
impl House for FakeHouse {
    async fn role(&self, _: &Visitor) -> Result<Role, AppError> {
        Ok(self.0)
    }

    async fn overview(&self, _: &Visitor) -> Result<Overview, AppError> {
        self.admin()?;
        let queue = |kind, count, oldest| QueueAge { kind, count, oldest };
        Ok(Overview {
            signatures: 12_431,
            sent_today: 90,
            confirmed_today: 64,
            campaigns: vec![(CampaignState::Draft, 2), (CampaignState::Published, 3), (CampaignState::Hidden, 1)],
            queues: vec![
                queue(QueueKind::Campaigns, 2, Some((8, AgeBand::Overdue))),
                queue(QueueKind::Reasons, 5, None),
                queue(QueueKind::Updates, 1, Some((0, AgeBand::New))),
                queue(QueueKind::Replies, 0, None),
                queue(QueueKind::Reports, 0, None),
            ],
            mail: MailHealth {
                paused: true,
                queued: 12,
                oldest_minutes: Some(130),
                given_up: 3,
                returned: Some((4, 2)),
            },
            storage: Storage { database: "SQLite 3.51.3".into(), bytes: Some(12_400_000), free: None },
            version: "1.2.3".into(),
        })
    }

    async fn retry_mails(&self, _: &Visitor) -> Result<u64, AppError> {
        self.admin().map(|()| 3)
    }
}
