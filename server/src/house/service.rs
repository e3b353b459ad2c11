//! The port of the house.

use super::figures::{Figures, Gauge};
use crate::accounts::{Proof, Session};
use crate::audit::{self, Action, Entry};
use crate::campaigns::internal;
use crate::config::Review;
use crate::moderation;
use crate::services::Common;
use crate::signatures::retry_dead_letters;
use crate::store::Result;
use app::accounts::Role;
use app::error::AppError;
use app::house::{House, MailHealth, Overview, QueueAge, Storage};
use app::visitor::Visitor;
use async_trait::async_trait;

/// The house.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// How the house is doing.
    pub gauge: Gauge,
}

impl Service {
    async fn admin(&self, visitor: &Visitor, proof: Proof) -> Result<Session, AppError> {
        self.common.sessions.with_role(visitor, Role::Admin, proof).await
    }

    async fn retry(&self, by: Session) -> Result<u64> {
        let entry =
            Entry::new(&*self.common.entropy, self.common.clock.now(), Some(by.account), Action::MailsRetried, "", "");
        // Before them, for they go back in pages of a transaction each.
        let noted = self.common.writer.job(move |tx| Box::pin(async move { audit::add(&mut tx.link(), &entry).await }));
        noted.await?;
        let retried = retry_dead_letters(&self.common.db, &self.common.writer, &self.common.day_keys).await?;
        self.common.mail.wake();
        Ok(retried.queued)
    }
}

fn overview(figures: Figures, review: Review) -> Overview {
    let queues = figures.queues.iter().map(|queue| QueueAge {
        kind: queue.kind,
        count: queue.count,
        oldest: queue.since.map(|since| {
            let (band, days) = moderation::age(figures.at, review, since);
            (days, band)
        }),
    });
    Overview {
        signatures: figures.counting,
        sent_today: figures.today.signed,
        confirmed_today: figures.today.confirmed,
        queues: queues.collect(),
        mail: MailHealth {
            paused: figures.mail.paused,
            queued: figures.mail.waiting,
            oldest_minutes: figures.mail_since.map(|since| figures.age(since) / 60_000_000),
            given_up: figures.mail.given_up,
            returned: figures.returned.map(|mails| (mails.hard, mails.soft)),
        },
        campaigns: figures.campaigns.iter().copied().filter(|(_, n)| *n > 0).collect(),
        storage: Storage {
            database: format!("{} {}", figures.database, figures.database_version),
            bytes: figures.bytes,
            free: figures.free,
        },
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

#[async_trait]
impl House for Service {
    async fn role(&self, visitor: &Visitor) -> Result<Role, AppError> {
        Ok(self.common.sessions.of(visitor).await?.map_or(Role::Campaigner, |session| session.role))
    }

    async fn overview(&self, visitor: &Visitor) -> Result<Overview, AppError> {
        self.admin(visitor, Proof::Today).await?;
        let figures = self.gauge.read().await.map_err(|error| internal(&error))?;
        Ok(overview(figures, self.common.settings.review()))
    }

    async fn retry_mails(&self, visitor: &Visitor) -> Result<u64, AppError> {
        let by = self.admin(visitor, Proof::Today).await?;
        self.retry(by).await.map_err(|error| internal(&error))
    }
}
