//! Taking new signatures: all of a batch in a few statements.

use super::act::NewSignature;
use super::batch::{Batch, Batcher, queue};
use super::outbox::About;
use super::tally::Event;
use crate::config::Signing;
use crate::privacy::day_of;
use crate::store::{CampaignId, Link, Result, SignatureId, each_db};
use jiff::Timestamp;
use sqlx::QueryBuilder;
use std::collections::{BTreeMap, HashMap};

/// Pending rows that one address may have on one campaign; the oldest goes, one to which no mail went before one whose link somebody
/// has: nobody is to make that worthless by sending the form again and again.
const PENDING_ROWS: usize = 3;
/// All rows that one address has on one campaign.
#[derive(Default)]
struct Mailbox {
    /// Oldest first.
    pending: Vec<Waiting>,
    seats: Vec<Seat>,
    mails: i64,
    mails_today: i64,
    mailed_at: Option<i64>,
}

struct Waiting {
    created: i64,
    id: SignatureId,
    facts: super::act::Facts,
    /// Whether a mail went out for it.
    mailed: bool,
}

struct Seat {
    id: SignatureId,
    name_tag: Vec<u8>,
    noticed_day: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    campaign_id: Vec<u8>,
    digest: Vec<u8>,
    state: String,
    name_tag: Vec<u8>,
    country: String,
    region: String,
    source: String,
    locale: String,
    created_at: Option<i64>,
    mails: Option<i64>,
    mails_today: Option<i64>,
    mailed_at: Option<i64>,
    noticed_day: Option<i64>,
}

crate::store::statements! {
    NOTICED = "UPDATE signatures SET noticed_day = $2 WHERE id = $1";
    DELETE_PENDING = "DELETE FROM signatures WHERE id = $1 AND state = 'pending'";
}

/// One row of the insert, as it was decided.
struct Insert<'a> {
    new: &'a NewSignature,
    mails: i64,
    mails_today: i64,
    mailed_at: Option<i64>,
}

/// Decides what becomes of each new signature and writes it.
pub(super) async fn apply(
    batcher: &Batcher,
    batch: &mut Batch,
    link: &mut Link<'_>,
    now: Timestamp,
    new: &[&NewSignature],
) -> Result<()> {
    let mut mailboxes = read(link, now, new).await?;
    let mut inserts: BTreeMap<SignatureId, Insert> = BTreeMap::new();
    let (mut drop, mut noticed) = (BTreeMap::new(), BTreeMap::new());
    for new in new {
        let mailbox = mailboxes.entry((new.campaign, new.digest)).or_default();
        batch.tally.add(new.campaign, &new.facts, Event::Signed);
        batch.tally.add_provider(new.provider, Event::Signed);
        if let Some(seat) = mailbox.held_by(&new.name_tag) {
            // Nothing is to be confirmed: the row would be dropped at confirmation, so it is not made.
            batch.tally.add(new.campaign, &new.facts, Event::Expired);
            let today = day_of(now);
            if seat.noticed_day != Some(today) && batcher.limits.take(now, &new.mail.canonical, &new.id.0) {
                batch.places.push(new.id);
                seat.noticed_day = Some(today);
                noticed.insert(seat.id, today);
                queue(batch, new, About::AlreadySigned(new.campaign, seat.id));
            }
            continue;
        }
        while mailbox.pending.len() >= PENDING_ROWS {
            let first = mailbox.pending.iter().position(|row| !row.mailed).unwrap_or(0);
            let Waiting { id: oldest, facts, .. } = mailbox.pending.remove(first);
            batch.mails.retain(|mail| mail.about != About::Confirm(new.campaign, oldest));
            if inserts.remove(&oldest).is_some() {
                batch.tally.add(new.campaign, &facts, Event::Expired);
            } else {
                drop.insert(oldest, (new.campaign, facts));
            }
        }
        let mailed =
            mailbox.may_be_mailed(now, &batcher.rules) && batcher.limits.take(now, &new.mail.canonical, &new.id.0);
        if mailed {
            batch.places.push(new.id);
            mailbox.mails += 1;
            mailbox.mails_today += 1;
            mailbox.mailed_at = Some(now.as_microsecond());
            queue(batch, new, About::Confirm(new.campaign, new.id));
        }
        let created = now.as_microsecond();
        mailbox.pending.push(Waiting { created, id: new.id, facts: new.facts.clone(), mailed });
        let (mails, mails_today, mailed_at) = (mailbox.mails, mailbox.mails_today, mailbox.mailed_at);
        inserts.insert(new.id, Insert { new, mails, mails_today, mailed_at });
    }
    for (row, (campaign, facts)) in drop {
        let changed = each_db!(&mut *link, c =>
            sqlx::query(DELETE_PENDING).bind(row.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
        // Another node may have been faster, and has counted it then.
        if changed == 1 {
            batch.tally.add(campaign, &facts, Event::Expired);
        }
        batch.moot.push(row);
    }
    for (row, day) in noticed {
        each_db!(&mut *link, c => sqlx::query(NOTICED).bind(row.bytes()).bind(day).execute(&mut **c).await.map(std::mem::drop))?;
    }
    super::epochs::store(batch, link, inserts.values().filter_map(|insert| Some(&insert.new.sealed.as_ref()?.epoch)))
        .await?;
    insert(link, now, &inserts).await
}

impl Mailbox {
    /// The seat of this person, or, where others hold both, one of theirs: a third person cannot sign from this mailbox.
    fn held_by(&mut self, name_tag: &[u8; 16]) -> Option<&mut Seat> {
        let full = self.seats.len() >= 2;
        let own = self.seats.iter().position(|seat| seat.name_tag == name_tag);
        own.or(full.then_some(0)).and_then(|i| self.seats.get_mut(i))
    }

    fn may_be_mailed(&self, now: Timestamp, rules: &Signing) -> bool {
        let pause = i64::from(rules.mail_again_minutes) * 60_000_000;
        let rested = self.mailed_at.is_none_or(|at| now.as_microsecond() - at >= pause);
        rested && self.mails_today < i64::from(rules.mails_a_day) && self.mails < i64::from(rules.mails_in_all)
    }
}

/// Looks each mailbox up by its key. `CROSS JOIN` is what keeps SQLite to that order: left to itself, it goes through all signatures of
/// the campaign and looks for them among the keys.
const MAILBOXES: &str =
    "SELECT s.id, s.campaign_id, s.digest, s.state, s.name_tag, s.country, s.region, s.source, s.locale,
    s.created_at, s.mails, s.mails_today, s.mailed_at, s.noticed_day FROM (";

fn mailboxes<'a, Db>(columns: &str, keys: impl Iterator<Item = (CampaignId, [u8; 32])>) -> QueryBuilder<Db>
where
    Db: sqlx::Database,
    Vec<u8>: sqlx::Encode<'a, Db> + sqlx::Type<Db>,
{
    let mut query = QueryBuilder::new(columns);
    query.push_values(keys, |mut row, (campaign, digest)| {
        row.push_bind(campaign.bytes().to_vec()).push_bind(digest.to_vec());
    });
    query.push(") AS k CROSS JOIN signatures s WHERE s.campaign_id = k.column1 AND s.digest = k.column2");
    query
}

async fn read(
    link: &mut Link<'_>,
    now: Timestamp,
    new: &[&NewSignature],
) -> Result<HashMap<(CampaignId, [u8; 32]), Mailbox>> {
    let keys = new.iter().map(|new| (new.campaign, new.digest));
    let rows: Vec<Row> = each_db!(link, c => mailboxes(MAILBOXES, keys).build_query_as().fetch_all(&mut **c).await)?;
    let mut mailboxes: HashMap<_, Mailbox> = HashMap::new();
    let mut seen = std::collections::HashSet::new();
    for row in rows {
        let id = SignatureId::read(&row.id)?;
        // Two forms of one mailbox in one batch name its rows twice.
        if !seen.insert(id) {
            continue;
        }
        let digest = <[u8; 32]>::try_from(row.digest).map_err(|_| crate::store::StoreError::Corrupt("digest"))?;
        let mailbox = mailboxes.entry((CampaignId::read(&row.campaign_id)?, digest)).or_default();
        if row.state == "pending" {
            let facts =
                super::act::Facts { country: row.country, region: row.region, source: row.source, locale: row.locale };
            // The counts of mails are handed on from row to row, and so is the time of the last: it is a row's own where both are one.
            let mailed = row.mailed_at.is_some() && row.mailed_at == row.created_at;
            mailbox.pending.push(Waiting { created: row.created_at.unwrap_or(0), id, facts, mailed });
            mailbox.mails = mailbox.mails.max(row.mails.unwrap_or(0));
            if row.mailed_at > mailbox.mailed_at {
                mailbox.mailed_at = row.mailed_at;
                let today = row.mailed_at.map(|at| at.div_euclid(86_400_000_000)) == Some(day_of(now));
                mailbox.mails_today = if today { row.mails_today.unwrap_or(0) } else { 0 };
            }
        } else {
            mailbox.seats.push(Seat { id, name_tag: row.name_tag, noticed_day: row.noticed_day });
        }
    }
    for mailbox in mailboxes.values_mut() {
        mailbox.pending.sort_by_key(|row| (row.created, row.id));
    }
    Ok(mailboxes)
}

async fn insert(link: &mut Link<'_>, now: Timestamp, inserts: &BTreeMap<SignatureId, Insert<'_>>) -> Result<()> {
    const COLUMNS: &str = "INSERT INTO signatures (id, campaign_id, state, digest, name_tag, domain_tag, flagged, epoch, sealed, \
        contact, wants_updates, country, region, source, locale, revision_id, public_name, reason, created_at, code_tries, \
        mails, mails_today, mailed_at) ";
    if inserts.is_empty() {
        return Ok(());
    }
    each_db!(link, c => {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push_values(inserts.values(), |mut row, Insert { new, mails, mails_today, mailed_at }| {
            row.push_bind(new.id.bytes().to_vec())
                .push_bind(new.campaign.bytes().to_vec())
                .push("'pending'")
                .push_bind(new.digest.to_vec())
                .push_bind(new.name_tag.to_vec())
                .push_bind(new.domain_tag.to_vec())
                .push_bind(i64::from(new.flagged))
                .push_bind(new.sealed.as_ref().map(|sealed| sealed.epoch.id.bytes().to_vec()))
                .push_bind(new.sealed.as_ref().map(|sealed| sealed.row.clone()))
                .push_bind(new.contact.clone())
                .push_bind(i64::from(new.contact.is_some()))
                .push_bind(new.facts.country.clone())
                .push_bind(new.facts.region.clone())
                .push_bind(new.facts.source.clone())
                .push_bind(new.facts.locale.clone())
                .push_bind(new.revision.bytes().to_vec())
                .push_bind(new.public_name.clone())
                .push_bind(new.reason.clone())
                .push_bind(now.as_microsecond())
                .push("0")
                .push_bind(*mails)
                .push_bind(*mails_today)
                .push_bind(*mailed_at);
        });
        query.build().execute(&mut **c).await.map(drop)
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Db, migrate, open};
    use sqlx::Row as _;

    #[tokio::test]
    async fn a_mailbox_is_looked_up_and_not_searched_for() {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&format!("sqlite:{}", folder.path().join("x.db").display()), 1).await.unwrap();
        migrate(&db).await.unwrap();
        let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
        for n in [1, 2, 64, 512] {
            let keys = (0..n).map(|_| (CampaignId([1; 16]), [1; 32]));
            let explain = format!("EXPLAIN QUERY PLAN {MAILBOXES}");
            let plan = mailboxes(&explain, keys).build().fetch_all(read).await.unwrap();
            let plan = plan.iter().map(|step| step.get("detail")).collect::<Vec<String>>();
            assert!(plan.iter().any(|step| step.ends_with("(campaign_id=? AND digest=?)")), "{plan:?}");
        }
    }
}
