//! Mailings as their teams begin, pause and end them.

use crate::clock::ago;
use crate::store::writer::Writer;
use crate::store::{CampaignId, Link, Result, StoreError, UpdateId, each_db};
use app::updates::{Crowd, Mailing, MailingState, update_limits};
use jiff::Timestamp;

/// Minutes of the days within which so many mailings may begin.
const WEEK: i64 = 7 * 24 * 60;
/// Readers beyond whom they are not counted: what a page costs must not grow with those who sign.
const COUNTED: i64 = 10_000;
/// Mails that one transaction drops.
const PAGE: i64 = 200;

crate::store::statements! {
    FIND_MAILING = "SELECT state, done_to, made FROM mailings WHERE update_id = $1";
    RECENT_MAILINGS = "SELECT COUNT(*) FROM mailings WHERE campaign_id = $1 AND created_at > $2";
    COUNT_READERS = "SELECT COUNT(*) FROM (SELECT s.id FROM signatures s
        WHERE s.campaign_id = $1 AND s.state = 'confirmed' AND s.wants_updates = 1 LIMIT $2) AS readers";
    BEGIN_MAILING = "INSERT INTO mailings (update_id, campaign_id, state, done_to, created_at)
        SELECT u.id, u.campaign_id, 'queued', $2, $3 FROM updates u WHERE u.id = $1 AND u.state = 'approved'
        ON CONFLICT (update_id) DO NOTHING";
    PAUSE_MAILING = "UPDATE mailings SET state = 'paused' WHERE update_id = $1 AND state IN ('queued', 'running')";
    RESUME_MAILING = "UPDATE mailings SET state = 'queued' WHERE update_id = $1 AND state = 'paused'";
    CANCEL_MAILING = "UPDATE mailings SET state = 'cancelled', done_to = $2
        WHERE update_id = $1 AND state IN ('queued', 'running', 'paused')";
}

/// Several servers begin mailings of one campaign one after the other, so that none begins a fourth. Signing goes on beside it.
const LOCK_POSTGRES: &str = "SELECT id FROM campaigns WHERE id = $1 FOR NO KEY UPDATE";
const DROP_MAILS: &str = "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox
    WHERE subject_id = $1 AND kind = 'update' ORDER BY id LIMIT $2)";
const DROP_MAILS_POSTGRES: &str = "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox
    WHERE subject_id = $1 AND kind = 'update' ORDER BY id LIMIT $2 FOR UPDATE)";

pub(super) fn state(stored: &str) -> Result<MailingState> {
    match stored {
        "queued" => Ok(MailingState::Queued),
        "running" => Ok(MailingState::Running),
        "paused" => Ok(MailingState::Paused),
        "cancelled" => Ok(MailingState::Cancelled),
        "done" => Ok(MailingState::Done),
        _ => Err(StoreError::Corrupt("mailing")),
    }
}

/// The mailing of an update.
pub(super) async fn find(link: &mut Link<'_>, update: UpdateId) -> Result<Option<Mailing>> {
    let row: Option<(String, Vec<u8>, i64)> = each_db!(link, c =>
        sqlx::query_as(FIND_MAILING).bind(update.bytes()).fetch_optional(&mut **c).await)?;
    let Some((stored, done_to, made)) = row else { return Ok(None) };
    let state = state(&stored)?;
    let percent = if state == MailingState::Done { 100 } else { percent(&done_to) };
    Ok(Some(Mailing { state, made: Crowd::of(made), percent }))
}

/// How far a row's id is in the order of ids. They are random, so that as large a part of the rows is done.
fn percent(done_to: &[u8]) -> u8 {
    let first = done_to.first_chunk::<2>().copied().map_or(0, u16::from_be_bytes);
    u8::try_from(u32::from(first) * 100 / 65_536).unwrap_or(99)
}

/// How many mailings a campaign may still begin.
pub(super) async fn left(link: &mut Link<'_>, campaign: CampaignId, now: Timestamp) -> Result<u32> {
    let recent: i64 = each_db!(link, c => sqlx::query_scalar(RECENT_MAILINGS)
        .bind(campaign.bytes())
        .bind(ago(now, WEEK))
        .fetch_one(&mut **c).await)?;
    Ok(update_limits::MAILINGS_A_WEEK.saturating_sub(u32::try_from(recent).unwrap_or(u32::MAX)))
}

/// How many signers of a campaign asked for updates; not more than is counted.
pub(super) async fn readers(link: &mut Link<'_>, campaign: CampaignId) -> Result<Crowd> {
    let n: i64 = each_db!(link, c => sqlx::query_scalar(COUNT_READERS)
        .bind(campaign.bytes())
        .bind(COUNTED)
        .fetch_one(&mut **c).await)?;
    Ok(Crowd::of(n))
}

/// What came of beginning a mailing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begun {
    /// It has begun.
    Now,
    /// It had begun before, or the update is not public.
    Not,
    /// As many have begun lately as there may be.
    TooMany,
}

/// Begins the mailing of a public update.
pub(super) async fn begin(
    link: &mut Link<'_>,
    campaign: CampaignId,
    update: UpdateId,
    now: Timestamp,
) -> Result<Begun> {
    if let Link::Postgres(c) = &mut *link {
        sqlx::query(LOCK_POSTGRES).bind(campaign.bytes()).execute(&mut **c).await?;
    }
    if find(link, update).await?.is_some() {
        return Ok(Begun::Not);
    }
    if left(link, campaign, now).await? == 0 {
        return Ok(Begun::TooMany);
    }
    let added = each_db!(link, c => sqlx::query(BEGIN_MAILING)
        .bind(update.bytes())
        .bind(Vec::<u8>::new())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(if added == 1 { Begun::Now } else { Begun::Not })
}

/// Makes no more mails for the time being.
pub(super) async fn pause(link: &mut Link<'_>, update: UpdateId) -> Result<()> {
    each_db!(link, c => sqlx::query(PAUSE_MAILING).bind(update.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Goes on after a pause.
pub(super) async fn resume(link: &mut Link<'_>, update: UpdateId) -> Result<()> {
    each_db!(link, c => sqlx::query(RESUME_MAILING).bind(update.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Ends a mailing. `false` if there was nothing to end.
pub(super) async fn cancel(link: &mut Link<'_>, update: UpdateId) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(CANCEL_MAILING)
        .bind(update.bytes())
        .bind(Vec::<u8>::new())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Drops the mails of an update that wait, in short transactions.
///
/// # Errors
/// When the database fails. What is left then is dropped when it is due, for its mailing is ended.
pub(super) async fn drop_mails(writer: &Writer, update: UpdateId) -> Result<()> {
    loop {
        let dropped = writer.job(move |tx| {
            Box::pin(async move {
                let dropped = match tx.link() {
                    Link::Sqlite(c) => {
                        sqlx::query(DROP_MAILS).bind(update.bytes()).bind(PAGE).execute(c).await?.rows_affected()
                    }
                    Link::Postgres(c) => {
                        let query = sqlx::query(DROP_MAILS_POSTGRES).bind(update.bytes()).bind(PAGE);
                        query.execute(c).await?.rows_affected()
                    }
                };
                Ok(dropped)
            })
        });
        if dropped.await? == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn progress_is_the_place_among_random_ids() {
        assert_eq!(percent(&[]), 0);
        assert_eq!(percent(&[0; 16]), 0);
        assert_eq!(percent(&[128, 0, 9]), 50);
        assert_eq!(percent(&[255; 16]), 99);
    }
}
