//! The processes before one database: each counts in a slot of its own. Who holds a slot is written down with an end, so that what a dead
//! process held comes free by itself.
//!
//! Nothing goes wrong where two hold the same: they wait for each other's rows. Clocks of nodes may therefore differ by as much as they
//! like.

use super::writer::Writer;
use super::{Link, Result, each_db};
use crate::clock::{Clock, Entropy, random};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Slots to count in: a shown count is the sum of so many rows at most.
const SLOTS: i64 = 64;
/// Microseconds that a slot is held, and how often that is renewed.
const LEASE: i64 = 300_000_000;
const RENEW: Duration = Duration::from_secs(60);

crate::store::statements! {
    TAKE = "INSERT INTO nodes (slot, node, leased_until) VALUES ($1, $2, $3)
        ON CONFLICT (slot) DO UPDATE SET node = excluded.node, leased_until = excluded.leased_until
        WHERE nodes.node = excluded.node OR nodes.leased_until < $4";
    HELD = "SELECT slot FROM nodes WHERE leased_until >= $1 AND node <> $2";
    GIVE_BACK = "DELETE FROM nodes WHERE slot = $1 AND node = $2";
}

/// Where this process counts. 0 unless a [`Node`] has taken another.
#[derive(Clone, Default)]
pub struct Slot(Arc<AtomicI64>);

impl Slot {
    /// The slot at this moment.
    pub fn get(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Names a process for as long as it runs.
type NodeId = [u8; 16];

/// One of several processes that count.
pub struct Node {
    id: NodeId,
    slot: Slot,
    held: Option<i64>,
    shares: bool,
    writer: Writer,
    clock: Arc<dyn Clock>,
}

impl Node {
    /// Takes a free slot and counts there from now on; where none is free, shares one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn join(writer: Writer, slot: Slot, clock: Arc<dyn Clock>, entropy: &dyn Entropy) -> Result<Self> {
        let mut node = Self { id: random(entropy), slot, held: None, shares: false, writer, clock };
        node.renew().await?;
        Ok(node)
    }

    /// Renews what is held until told to stop, and gives it back. What the writer still counts then may fall into the slot of a
    /// successor.
    pub async fn run(mut self, stop: CancellationToken) {
        loop {
            tokio::select! {
                () = stop.cancelled() => break,
                () = tokio::time::sleep(RENEW) => {}
            }
            if let Err(error) = self.renew().await {
                tracing::error!(%error, "the slot in which this process counts could not be renewed; it counts on in it");
            }
        }
        if let Some(slot) = self.held
            && let Err(error) = give_back(&self.writer, slot, self.id).await
        {
            tracing::warn!(%error, "the slot in which this process counted comes free in five minutes");
        }
    }

    /// Holds on to the slot, or takes another if someone else has it by now: this process may have been asleep.
    async fn renew(&mut self) -> Result<()> {
        let (id, held, now) = (self.id, self.held, self.clock.now().as_microsecond());
        let found =
            self.writer.job(move |tx| Box::pin(async move { find(&mut tx.link(), held, id, now).await })).await?;
        let slot = found.unwrap_or_else(|| i64::from(id[0]) % SLOTS);
        if found.is_none() && !self.shares {
            tracing::warn!(
                "All {SLOTS} slots to count in are taken: this process shares one, which is slower and as right."
            );
        }
        (self.held, self.shares) = (found, found.is_none());
        self.slot.0.store(slot, Ordering::Relaxed);
        Ok(())
    }
}

/// The slot that is held, else a free one.
async fn find(link: &mut Link<'_>, held: Option<i64>, id: NodeId, now: i64) -> Result<Option<i64>> {
    let taken: Vec<i64> =
        each_db!(&mut *link, c => sqlx::query_scalar(HELD).bind(now).bind(&id[..]).fetch_all(&mut **c).await)?;
    let taken = taken.into_iter().collect::<BTreeSet<_>>();
    for slot in held.into_iter().chain(0..SLOTS).filter(|slot| !taken.contains(slot)) {
        // Another process may take it in this very moment.
        if take(link, slot, id, now).await? {
            return Ok(Some(slot));
        }
    }
    Ok(None)
}

/// Takes a slot or goes on holding it, for five minutes from `now`; `false` if another process holds it.
async fn take(link: &mut Link<'_>, slot: i64, id: NodeId, now: i64) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(TAKE)
        .bind(slot)
        .bind(&id[..])
        .bind(now + LEASE)
        .bind(now)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Gives a slot back, if it is still held.
async fn give_back(writer: &Writer, slot: i64, id: NodeId) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                each_db!(tx.link(), c => sqlx::query(GIVE_BACK).bind(slot).bind(&id[..]).execute(c).await.map(drop))?;
                Ok(())
            })
        })
        .await
}
