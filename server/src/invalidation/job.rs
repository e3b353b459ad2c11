//! The job that works on rules: goes through a campaign's signatures a page at a time, and counts, takes off or puts back.

use super::store::{self, Row};
use crate::clock::random;
use crate::services::Common;
use crate::signatures::act::Facts;
use crate::signatures::batch::hour_of;
use crate::signatures::tally::{Event, Tally};
use crate::store::nodes::Slot;
use crate::store::{CampaignId, InvalidationId, Link, Result, SignatureId, StoreError, each_db};
use app::campaigns::Slug;
use app::invalidation::{InvalidationState, Rule};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Signatures that are looked at in one read.
const WINDOW: usize = 1_000;
/// Signatures that one transaction changes.
const PAGE: usize = 200;
/// Microseconds for which a server that has done a page keeps the rule to itself.
const LEASE: i64 = 5_000_000;
/// Between two looks when nothing is to be done.
const IDLE: Duration = Duration::from_secs(1);
/// Between two pages: signing comes first.
const BREATH: Duration = Duration::from_millis(20);

crate::store::statements! {
    OPEN_RULES = "SELECT i.id, i.campaign_id, c.slug, i.state, i.domain, i.country, i.region, i.source, i.locale, i.fast, i.flagged,
        i.reason, i.reason_locale, i.done_to, i.met, i.invalidated, i.created_at
        FROM invalidations i JOIN campaigns c ON c.id = i.campaign_id
        WHERE i.state IN ('counting', 'applying', 'undoing') AND (i.leased_until < $1 OR i.node = $2) ORDER BY i.created_at LIMIT 20";
    LOOK_AT = "SELECT s.id, s.domain_tag, s.country, s.region, s.source, s.locale, s.fast, s.flagged FROM signatures s
        WHERE s.campaign_id = $1 AND s.state = 'confirmed' AND s.id > $2 ORDER BY s.id LIMIT $3";
    TAKEN_OFF = "SELECT s.id, s.domain_tag, s.country, s.region, s.source, s.locale, s.fast, s.flagged FROM signatures s
        WHERE s.invalidation_id = $1 AND s.id > $2 ORDER BY s.id LIMIT $3";
    MOVE_ON = "UPDATE invalidations SET state = $4, done_to = $5, met = met + $6, node = $7, leased_until = $8
        WHERE id = $1 AND state = $2 AND done_to = $3 AND (leased_until < $9 OR node = $7)";
    COUNT_DONE = "UPDATE invalidations SET invalidated = invalidated + $2 WHERE id = $1";
    TAKE_OFF = "UPDATE signatures SET state = 'invalidated', invalidation_id = $2 WHERE id = $1 AND state = 'confirmed'";
    PUT_BACK = "UPDATE signatures SET state = 'confirmed', invalidation_id = NULL
        WHERE id = $1 AND state = 'invalidated' AND invalidation_id = $2";
}

/// Works on all rules, in turns.
pub struct Invalidator {
    /// What all rooms work with.
    pub common: Common,
    /// Where this process counts.
    pub slot: Slot,
}

/// A signature, as far as rules ask.
#[derive(sqlx::FromRow)]
struct Signature {
    id: Vec<u8>,
    domain_tag: Option<Vec<u8>>,
    country: String,
    region: String,
    source: String,
    locale: String,
    fast: i64,
    flagged: i64,
}

impl Signature {
    /// Whether it agrees with a rule. `domain` is the fingerprint of the rule's domain; without the campaign's key there is none, and
    /// nothing agrees.
    fn agrees(&self, rule: &Rule, domain: Option<&[u8; 16]>) -> bool {
        let is = |asked: &Option<String>, fact: &str| asked.as_deref().is_none_or(|asked| asked == fact);
        (rule.domain.is_none() || domain.is_some_and(|tag| self.domain_tag.as_deref() == Some(&tag[..])))
            && is(&rule.country, &self.country)
            && is(&rule.region, &self.region)
            && is(&rule.source, &self.source)
            && is(&rule.locale, &self.locale)
            && (!rule.fast || self.fast != 0)
            && (!rule.flagged || self.flagged != 0)
    }

    fn facts(&self) -> Facts {
        Facts {
            country: self.country.clone(),
            region: self.region.clone(),
            source: self.source.clone(),
            locale: self.locale.clone(),
        }
    }
}

/// The next step of a rule: the signatures that it changes, how many agreed, and where it leads.
struct Step {
    found: Vec<Signature>,
    met: i64,
    state: InvalidationState,
    done_to: Vec<u8>,
}

impl Invalidator {
    /// Works until `stop` is cancelled. Whatever moment that is, the next start goes on with the next signature: a page's changes and the
    /// place that it reached are written in one transaction.
    pub async fn run(self, stop: CancellationToken) {
        let node: [u8; 16] = random(&*self.common.entropy);
        loop {
            let pause = match self.round(node).await {
                Ok(true) => BREATH,
                Ok(false) => IDLE,
                Err(error) => {
                    tracing::error!(%error, "a rule could not be worked on; this is tried again");
                    IDLE
                }
            };
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// A page of each rule. Whether there may be more to do.
    async fn round(&self, node: [u8; 16]) -> Result<bool> {
        let now = self.common.clock.now().as_microsecond();
        let mut conn = self.common.db.read().await?;
        let open: Vec<Row> = each_db!(conn.link(), c =>
            sqlx::query_as(OPEN_RULES).bind(now).bind(&node[..]).fetch_all(c).await)?;
        drop(conn);
        let mut worked = false;
        for row in open {
            worked |= self.page(&row, node).await?;
        }
        Ok(worked)
    }

    /// A page of one rule. `false` if somebody else has moved it on or turned it round meanwhile; nothing is written then.
    async fn page(&self, row: &Row, node: [u8; 16]) -> Result<bool> {
        let (id, campaign) = (InvalidationId::read(&row.id)?, CampaignId::read(&row.campaign_id)?);
        let from = row.state()?;
        let Step { found, met, state, done_to } = self.step(row, id, campaign, from).await?;
        let (now, slot, before) = (self.common.clock.now(), self.slot.get(), row.done_to.clone());
        let moved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let moved = each_db!(&mut link, c => sqlx::query(MOVE_ON)
                    .bind(id.bytes())
                    .bind(store::code(from))
                    .bind(&before)
                    .bind(store::code(state))
                    .bind(&done_to)
                    .bind(met)
                    .bind(&node[..])
                    .bind(now.as_microsecond() + LEASE)
                    .bind(now.as_microsecond())
                    .execute(&mut **c).await.map(|done| done.rows_affected()))?;
                if moved == 1 {
                    let mut tally = Tally::default();
                    let done = change(&mut link, id, campaign, from, &found, &mut tally).await?;
                    if from == InvalidationState::Applying {
                        each_db!(&mut link, c =>
                            sqlx::query(COUNT_DONE).bind(id.bytes()).bind(done).execute(&mut **c).await.map(drop))?;
                    }
                    tally.write(&mut link, hour_of(now), slot).await?;
                }
                Ok(moved == 1)
            })
        });
        let moved = moved.await?;
        if moved && !state.is_under_way() {
            let slug = Slug::parse(&row.slug).ok_or(StoreError::Corrupt("slug"))?;
            if let Ok(record) = self.common.directory.any(&slug).await {
                self.common.directory.forget(&record).await;
            }
        }
        Ok(moved)
    }

    /// What is to be done next.
    async fn step(&self, row: &Row, id: InvalidationId, campaign: CampaignId, from: InvalidationState) -> Result<Step> {
        use InvalidationState as S;
        let (sql, of, limit) = match from {
            S::Undoing => (TAKEN_OFF, id.bytes(), PAGE),
            _ => (LOOK_AT, campaign.bytes(), WINDOW),
        };
        let mut conn = self.common.db.read().await?;
        let mut found: Vec<Signature> = each_db!(conn.link(), c => sqlx::query_as(sql)
            .bind(of)
            .bind(&row.done_to)
            .bind(i64::try_from(limit).unwrap_or(i64::MAX))
            .fetch_all(c).await)?;
        drop(conn);
        let mut is_last = found.len() < limit;
        let mut reached = found.last().map(|last| last.id.clone()).unwrap_or_default();
        if from != S::Undoing {
            let rule = row.rule();
            let domain = self.domain_tag(row, &rule).await?;
            found.retain(|signature| signature.agrees(&rule, domain.as_ref()));
        }
        let met = if from == S::Counting { i64::try_from(found.len()).unwrap_or(i64::MAX) } else { 0 };
        if from == S::Applying && found.len() > PAGE {
            found.truncate(PAGE);
            is_last = false;
            reached = found.last().map(|last| last.id.clone()).unwrap_or_default();
        }
        let (state, done_to) = match (is_last, from) {
            (false, from) => (from, reached),
            (true, S::Applying) => (S::Applied, Vec::new()),
            (true, S::Undoing) => (S::Undone, Vec::new()),
            (true, _) => (S::Counted, Vec::new()),
        };
        Ok(Step { found, met, state, done_to })
    }

    /// The fingerprint of the rule's domain under the campaign's key, as long as that is there.
    async fn domain_tag(&self, row: &Row, rule: &Rule) -> Result<Option<[u8; 16]>> {
        let Some(domain) = rule.domain.as_deref().filter(|domain| !domain.is_empty()) else { return Ok(None) };
        let slug = Slug::parse(&row.slug).ok_or(StoreError::Corrupt("slug"))?;
        // What went wrong stands in the log already.
        let record = self.common.directory.any(&slug).await.map_err(|_| StoreError::Corrupt("campaign"))?;
        Ok(record.digest_key.as_ref().map(|key| key.domain_tag(domain)))
    }
}

/// Takes signatures off the count or puts them back, in the order of their ids, and counts the events. How many were changed.
async fn change(
    link: &mut Link<'_>,
    id: InvalidationId,
    campaign: CampaignId,
    from: InvalidationState,
    found: &[Signature],
    tally: &mut Tally,
) -> Result<i64> {
    let (sql, event) = match from {
        InvalidationState::Applying => (TAKE_OFF, Event::Invalidated),
        InvalidationState::Undoing => (PUT_BACK, Event::Restored),
        _ => return Ok(0),
    };
    let mut done = 0;
    for signature in found {
        let row = SignatureId::read(&signature.id)?;
        let changed = each_db!(&mut *link, c => sqlx::query(sql)
            .bind(row.bytes())
            .bind(id.bytes())
            .execute(&mut **c).await.map(|done| done.rows_affected()))?;
        // Its signer may have withdrawn it in between.
        if changed == 1 {
            tally.add(campaign, &signature.facts(), event);
            done += 1;
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature() -> Signature {
        Signature {
            id: vec![1; 16],
            domain_tag: Some(vec![7; 16]),
            country: "US".into(),
            region: "606".into(),
            source: "link".into(),
            locale: "en".into(),
            fast: 1,
            flagged: 0,
        }
    }

    #[test]
    fn a_signature_agrees_with_all_that_is_asked() {
        let agrees = |rule: Rule, tag: Option<[u8; 16]>| signature().agrees(&rule, tag.as_ref());
        let text = |text: &str| Some(text.to_owned());
        let all = || Rule {
            domain: text("mail.example"),
            country: text("US"),
            region: text("606"),
            source: text("link"),
            locale: text("en"),
            fast: true,
            flagged: false,
        };
        assert!(agrees(all(), Some([7; 16])));
        assert!(!agrees(all(), Some([8; 16])), "another domain");
        assert!(!agrees(all(), None), "the key is gone");
        assert!(agrees(Rule { domain: None, ..all() }, None));
        for other in [
            Rule { country: text("MX"), ..all() },
            Rule { region: text(""), ..all() },
            Rule { source: text("qr"), ..all() },
            Rule { locale: text("es"), ..all() },
            Rule { flagged: true, ..all() },
        ] {
            assert!(!agrees(other.clone(), Some([7; 16])), "{other:?}");
        }
        assert!(!Signature { fast: 0, ..signature() }.agrees(&all(), Some(&[7; 16])));
    }
}
