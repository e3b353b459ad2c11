//! Confirming: takes a free seat of the mailbox, or finds that this person holds one.

use super::act::{Answer, Facts, Show};
use super::batch::{Batch, Batcher};
use super::tally::Event;
use crate::privacy::provider;
use crate::store::{CampaignId, Link, Result, SignatureId, StoreError, each_db};
use app::signatures::EmailAddress;
use jiff::Timestamp;

/// Confirmed within this many microseconds of signing: a program, perhaps. Counted apart, nothing more.
const FAST: i64 = 10_000_000;
/// Codes that may be tried on one row.
const CODE_TRIES: i64 = 5;
/// Microseconds that a code holds: a day, as the mail says.
const CODE_LIVES: i64 = 86_400_000_000;

crate::store::statements! {
    FIND = "SELECT id, state, digest, seat, name_tag, country, region, source, locale, created_at, code_tries,
        public_name, reason, wants_updates
        FROM signatures WHERE id = $1 AND campaign_id = $2";
    MAILBOX = "SELECT id, state, digest, seat, name_tag, country, region, source, locale, created_at, code_tries,
        public_name, reason, wants_updates
        FROM signatures WHERE campaign_id = $1 AND digest = $2";
    COUNT_TRY = "UPDATE signatures SET code_tries = code_tries + 1
        WHERE campaign_id = $1 AND digest = $2 AND state = 'pending'";
    CONFIRM = "UPDATE signatures SET
        state = 'confirmed',
        seat = $2,
        fast = $3,
        contact = $4,
        public_name = CASE WHEN $5 = 1 AND $6 = 1 THEN public_name ELSE NULL END,
        reason_state = CASE WHEN $6 = 0 OR reason IS NULL THEN NULL
            WHEN $7 = 'open' OR ($7 = 'campaign' AND (SELECT reasons FROM campaigns WHERE id = campaign_id) = 'open')
                THEN 'shown'
            ELSE 'waiting' END,
        reason = CASE WHEN $6 = 1 THEN reason ELSE NULL END,
        created_at = NULL,
        code_tries = NULL,
        mails = NULL,
        mails_today = NULL,
        mailed_at = NULL
        WHERE id = $1 AND state = 'pending'";
    DROP_PENDING = "DELETE FROM signatures WHERE id = $1 AND state = 'pending'";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    state: String,
    digest: Option<Vec<u8>>,
    seat: Option<i64>,
    name_tag: Option<Vec<u8>>,
    country: String,
    region: String,
    source: String,
    locale: String,
    created_at: Option<i64>,
    code_tries: Option<i64>,
    public_name: Option<String>,
    reason: Option<String>,
    wants_updates: i64,
}

impl Row {
    fn id(&self) -> Result<SignatureId> {
        SignatureId::read(&self.id)
    }

    fn takes_code(&self, now: Timestamp) -> bool {
        let fresh = self.created_at.is_some_and(|created| now.as_microsecond() - created < CODE_LIVES);
        self.state == "pending" && fresh && self.code_tries.unwrap_or(0) < CODE_TRIES
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

/// Confirms the row that a link names.
#[expect(clippy::too_many_arguments, reason = "the parts of one act and what it works on")]
pub(super) async fn by_link(
    batch: &mut Batch,
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    row: SignatureId,
    show: Show,
    contact: Option<&[u8]>,
    provider: &'static str,
) -> Result<Answer> {
    let found: Option<Row> = each_db!(&mut *link, c =>
        sqlx::query_as(FIND).bind(row.bytes()).bind(campaign.bytes()).fetch_optional(&mut **c).await)?;
    let Some(found) = found else { return Ok(Answer::NoRow) };
    if found.state == "withdrawn" {
        // A page that was left open must not thank for what was taken back.
        return Ok(Answer::NoRow);
    }
    if found.state != "pending" {
        return Ok(Answer::Confirmed(Some(row)));
    }
    let digest = found.digest.clone().ok_or(StoreError::Corrupt("digest"))?;
    let mailbox = mailbox(link, campaign, &digest).await?;
    confirm(batch, link, now, campaign, &found, &mailbox, show, contact, provider).await
}

/// Tries a code on every pending row of an address.
#[expect(clippy::too_many_arguments, reason = "the parts of one act and what it works on")]
pub(super) async fn by_code(
    batcher: &Batcher,
    batch: &mut Batch,
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    digest: &[u8; 32],
    code: &[u8; 8],
    address: &EmailAddress,
) -> Result<Answer> {
    let mailbox = mailbox(link, campaign, digest).await?;
    each_db!(&mut *link, c =>
        sqlx::query(COUNT_TRY).bind(campaign.bytes()).bind(&digest[..]).execute(&mut **c).await.map(drop))?;
    for row in mailbox.iter().filter(|row| row.takes_code(now)) {
        if batcher.tokens.code_fits(campaign, row.id()?, code) {
            // Whoever can type the code has read the mail, but sees no boxes to untick here: what was ticked stands.
            let show = Show { name: row.public_name.is_some(), reason: row.reason.is_some() };
            let contact = batcher.contact.seal(&*batcher.entropy, &row.id, address.as_str().as_bytes());
            let domain = address.domain().to_lowercase();
            let provider = provider::counted_under(|known| known == domain);
            return confirm(batch, link, now, campaign, row, &mailbox, show, Some(&contact), provider).await;
        }
    }
    Ok(Answer::NoRow)
}

async fn mailbox(link: &mut Link<'_>, campaign: CampaignId, digest: &[u8]) -> Result<Vec<Row>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(MAILBOX).bind(campaign.bytes()).bind(digest).fetch_all(&mut **c).await)?)
}

#[expect(clippy::too_many_arguments, reason = "the parts of one act and what it works on")]
async fn confirm(
    batch: &mut Batch,
    link: &mut Link<'_>,
    now: Timestamp,
    campaign: CampaignId,
    row: &Row,
    mailbox: &[Row],
    show: Show,
    contact: Option<&[u8]>,
    provider: &'static str,
) -> Result<Answer> {
    let id = row.id()?;
    batch.answered.push(id);
    let seated = || mailbox.iter().filter(|other| other.seat.is_some());
    if let Some(own) = seated().find(|other| other.name_tag == row.name_tag) {
        drop_pending(batch, link, campaign, row).await?;
        return Ok(Answer::Confirmed(Some(own.id()?)));
    }
    let Some(seat) = [1, 2].into_iter().find(|seat| seated().all(|other| other.seat != Some(*seat))) else {
        drop_pending(batch, link, campaign, row).await?;
        return Ok(Answer::Confirmed(None));
    };
    let fast = row.created_at.is_some_and(|created| now.as_microsecond() - created < FAST);
    let changed = each_db!(&mut *link, c => sqlx::query(CONFIRM)
        .bind(id.bytes())
        .bind(seat)
        .bind(i64::from(fast))
        .bind(contact.filter(|_| row.wants_updates != 0))
        .bind(i64::from(show.name))
        .bind(i64::from(show.reason))
        .bind(batch.reasons.code())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed != 1 {
        // Another node was faster. The transaction is dropped and the act tried again on its own.
        return Err(StoreError::Raced);
    }
    batch.tally.add(campaign, &row.facts(), Event::Confirmed);
    batch.tally.add_provider(provider, Event::Confirmed);
    if fast {
        batch.tally.add(campaign, &row.facts(), Event::Fast);
    }
    batch.moot.push(id);
    Ok(Answer::Confirmed(Some(id)))
}

async fn drop_pending(batch: &mut Batch, link: &mut Link<'_>, campaign: CampaignId, row: &Row) -> Result<()> {
    let id = row.id()?;
    let changed = each_db!(link, c =>
        sqlx::query(DROP_PENDING).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if changed == 1 {
        batch.tally.add(campaign, &row.facts(), Event::Expired);
    }
    batch.moot.push(id);
    Ok(())
}
