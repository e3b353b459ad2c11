//! The nightly check: are there as many confirmed signatures as the counts say?
//!
//! A campaign's rows, its tallies and the count that readers see are read by one statement, so in one moment of the database: a
//! signature that arrives meanwhile is in none of the three, and no difference is found that was not there.

use crate::privacy::day_of;
use crate::store::writer::Writer;
use crate::store::{CampaignId, Db, Link, Result, each_db};
use jiff::Timestamp;

/// Hour of the UTC day from which it is night.
const FROM: i64 = 3;
/// Days that results are kept.
const KEPT: i64 = 30;

crate::store::statements! {
    NEXT = "SELECT c.id AS id, c.slug AS slug FROM campaigns c
        WHERE c.id > $1 AND NOT EXISTS (SELECT 1 FROM recounts r WHERE r.campaign_id = c.id AND r.day = $2) ORDER BY c.id LIMIT 1";
    COUNT_ANEW = "SELECT
        (SELECT COUNT(*) FROM signatures s WHERE s.campaign_id = $1 AND s.state = 'confirmed') AS counted,
        (SELECT CAST(COALESCE(SUM(t.confirmed - t.withdrawn - t.invalidated + t.restored), 0) AS BIGINT)
            FROM tallies t WHERE t.campaign_id = $1) AS tallied,
        (SELECT CAST(COALESCE(SUM(n.n), 0) AS BIGINT) FROM campaign_counts n WHERE n.campaign_id = $1) AS shown";
    STORE_RECOUNT = "INSERT INTO recounts (campaign_id, day, counted, tallied, shown) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (campaign_id, day) DO NOTHING";
    DELETE_RECOUNTS = "DELETE FROM recounts WHERE day < $1";
    LAST_RECOUNT = "SELECT day, COUNT(*) AS campaigns, CAST(SUM(ABS(shown - counted)) AS BIGINT) AS difference
        FROM recounts WHERE day = (SELECT MAX(day) FROM recounts) GROUP BY day";
}

/// What one campaign's recount found.
#[derive(sqlx::FromRow)]
struct Found {
    counted: i64,
    tallied: i64,
    shown: i64,
}

/// What the last night found, over all campaigns.
#[derive(sqlx::FromRow)]
pub struct LastRecount {
    /// The UTC day, counted from 1970.
    pub day: i64,
    /// How many campaigns were counted.
    pub campaigns: i64,
    /// How many signatures the shown counts are off by, too high and too low added up.
    pub difference: i64,
}

/// Recounts each campaign that was not recounted on this UTC day, once it is three in the morning. Whoever is stopped goes on with the
/// next campaign; where two servers count the same one, the first result stays.
///
/// # Errors
/// When the database fails.
pub async fn recount(db: &Db, writer: &Writer, now: Timestamp) -> Result<()> {
    let day = day_of(now);
    if now.as_second().rem_euclid(86_400) < FROM * 3_600 {
        return Ok(());
    }
    let mut after = Vec::new();
    loop {
        let mut conn = db.read().await?;
        let next: Option<(Vec<u8>, String)> =
            each_db!(conn.link(), c => sqlx::query_as(NEXT).bind(&after).bind(day).fetch_optional(c).await)?;
        let Some((id, slug)) = next else { return Ok(()) };
        let id = CampaignId::read(&id)?;
        let found: Found = each_db!(conn.link(), c => sqlx::query_as(COUNT_ANEW).bind(id.bytes()).fetch_one(c).await)?;
        drop(conn);
        let Found { counted, tallied, shown } = found;
        if shown != counted || tallied != counted {
            tracing::warn!(
                "The count of {slug} is off: {shown} are shown and {tallied} tallied, but {counted} confirmed signatures are there. If \
                 nobody changed the database by hand, please report it."
            );
        }
        writer
            .job(move |tx| {
                Box::pin(async move {
                    let mut link = tx.link();
                    each_db!(&mut link, c => sqlx::query(STORE_RECOUNT)
                        .bind(id.bytes()).bind(day).bind(counted).bind(tallied).bind(shown)
                        .execute(&mut **c).await.map(drop))?;
                    each_db!(link, c => sqlx::query(DELETE_RECOUNTS).bind(day - KEPT).execute(c).await.map(drop))?;
                    Ok(())
                })
            })
            .await?;
        after = id.bytes().to_vec();
    }
}

/// What the last night found; `None` before the first.
///
/// # Errors
/// When the database fails.
pub async fn last(link: &mut Link<'_>) -> Result<Option<LastRecount>> {
    Ok(each_db!(link, c => sqlx::query_as(LAST_RECOUNT).fetch_optional(&mut **c).await)?)
}
