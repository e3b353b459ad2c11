//! The job that mails updates: goes through the signers who asked for them, a page at a time, and puts their mails into the outbox.

use crate::clock::random;
use crate::services::Common;
use crate::signatures::mail_waits;
use crate::signatures::outbox::{self, About, Queued};
use crate::store::{CampaignId, Result, SignatureId, UpdateId, each_db};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Signers of one page, which one transaction writes to.
const PAGE: i64 = 100;
/// Mails of updates that may wait in the outbox. More would only grow old there, and could not be called back.
const MOST_WAITING: i64 = 1_000;
/// Microseconds for which a server that has made a page keeps the mailing to itself.
const LEASE: i64 = 5_000_000;
/// Between two looks when nothing is to be done, or the outbox is full.
const IDLE: Duration = Duration::from_secs(1);
/// Between two pages: signing comes first.
const BREATH: Duration = Duration::from_millis(20);

crate::store::statements! {
    OPEN_MAILINGS = "SELECT m.update_id, m.campaign_id, m.done_to FROM mailings m JOIN campaigns c ON c.id = m.campaign_id
        WHERE m.state IN ('queued', 'running') AND (m.leased_until < $1 OR m.node = $2)
        AND c.state IN ('published', 'closed', 'archived') ORDER BY m.created_at LIMIT 20";
    WAITING_MAILS = "SELECT COUNT(*) FROM outbox o WHERE o.state = 'queued' AND o.bulk = 1";
    READERS = "SELECT s.id, s.contact, s.locale FROM signatures s
        WHERE s.campaign_id = $1 AND s.state = 'confirmed' AND s.wants_updates = 1 AND s.id > $2 ORDER BY s.id LIMIT $3";
    MOVE_ON = "UPDATE mailings SET state = $3, done_to = $4, made = made + $5, node = $6, leased_until = $7
        WHERE update_id = $1 AND done_to = $2 AND state IN ('queued', 'running') AND (leased_until < $8 OR node = $6)";
}

/// Works on all mailings, in turns.
pub struct Mailer(pub Common);

#[derive(sqlx::FromRow)]
struct Open {
    update_id: Vec<u8>,
    campaign_id: Vec<u8>,
    done_to: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Reader {
    id: Vec<u8>,
    contact: Option<Vec<u8>>,
    locale: String,
}

impl Mailer {
    /// Works until `stop` is cancelled. Whatever moment that is, the next start goes on with the next signer: a page's mails and the place
    /// that it reached are written in one transaction.
    pub async fn run(self, stop: CancellationToken) {
        let node: [u8; 16] = random(&*self.0.entropy);
        loop {
            let pause = match self.round(node).await {
                Ok(true) => BREATH,
                Ok(false) => IDLE,
                Err(error) => {
                    tracing::error!(%error, "updates could not be put into the outbox; this is tried again");
                    IDLE
                }
            };
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// A page of each mailing, as far as the outbox has room. Whether there may be more to do.
    async fn round(&self, node: [u8; 16]) -> Result<bool> {
        let now = self.0.clock.now().as_microsecond();
        let mut conn = self.0.db.read().await?;
        let open: Vec<Open> = each_db!(conn.link(), c =>
            sqlx::query_as(OPEN_MAILINGS).bind(now).bind(&node[..]).fetch_all(c).await)?;
        if open.is_empty() || mail_waits::waits(&mut conn.link()).await? {
            return Ok(false);
        }
        drop(conn);
        let mut worked = false;
        for mailing in open {
            if self.waiting().await? >= MOST_WAITING {
                return Ok(false);
            }
            worked |= self.page(&mailing, node).await?;
        }
        Ok(worked)
    }

    async fn waiting(&self) -> Result<i64> {
        let mut conn = self.0.db.read().await?;
        Ok(each_db!(conn.link(), c => sqlx::query_scalar(WAITING_MAILS).fetch_one(c).await)?)
    }

    /// The mails of the next signers. `false` if somebody else has moved the mailing on, paused or ended it meanwhile; nothing is
    /// written then.
    async fn page(&self, mailing: &Open, node: [u8; 16]) -> Result<bool> {
        let (update, campaign) = (UpdateId::read(&mailing.update_id)?, CampaignId::read(&mailing.campaign_id)?);
        let now = self.0.clock.now();
        let day = self.0.day_keys.today(now).await?;
        let mut conn = self.0.db.read().await?;
        let readers: Vec<Reader> = each_db!(conn.link(), c => sqlx::query_as(READERS)
            .bind(campaign.bytes())
            .bind(&mailing.done_to)
            .bind(PAGE)
            .fetch_all(c).await)?;
        drop(conn);
        let is_last = i64::try_from(readers.len()).unwrap_or(PAGE) < PAGE;
        let reached = readers.last().filter(|_| !is_last).map(|reader| reader.id.clone()).unwrap_or_default();
        let mut mails = Vec::with_capacity(readers.len());
        for reader in readers {
            // One whose address nobody can open cannot be written to.
            let address = reader.contact.and_then(|sealed| self.0.contact.open(&reader.id, &sealed));
            let Some(address) = address else { continue };
            let about = About::Update(campaign, SignatureId::read(&reader.id)?, update);
            mails.push(Queued::new(&*self.0.entropy, &day, about, &reader.locale, &address));
        }
        let (done_to, state) = (mailing.done_to.clone(), if is_last { "done" } else { "running" });
        let moved = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let made = i64::try_from(mails.len()).unwrap_or(PAGE);
                let moved = each_db!(tx.link(), c => sqlx::query(MOVE_ON)
                    .bind(update.bytes())
                    .bind(&done_to)
                    .bind(state)
                    .bind(&reached)
                    .bind(made)
                    .bind(&node[..])
                    .bind(now.as_microsecond() + LEASE)
                    .bind(now.as_microsecond())
                    .execute(c).await.map(|done| done.rows_affected()))?;
                if moved == 1 {
                    outbox::insert(&mut tx.link(), now, &mails).await?;
                }
                Ok(moved == 1)
            })
        });
        let moved = moved.await?;
        if moved {
            self.0.mail.wake();
        }
        Ok(moved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Db;
    use crate::store::{migrate, open};
    use sqlx::Row as _;

    #[tokio::test]
    async fn readers_are_found_without_going_through_all_who_signed() {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&format!("sqlite:{}", folder.path().join("x.db").display()), 1).await.unwrap();
        migrate(&db).await.unwrap();
        let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {READERS}"));
        let plan = sqlx::query(explain).fetch_all(read).await.unwrap();
        let plan = plan.iter().map(|step| step.get("detail")).collect::<Vec<String>>();
        assert!(plan.iter().any(|step| step.contains("INDEX signatures_updates (")), "{plan:?}");
        assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{plan:?}");
    }
}
