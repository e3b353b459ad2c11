//! Numbers of signatures that are worth a mail to the team, and a mark for ever.

use crate::privacy::day_of;
use crate::signatures::outbox::{self, About};
use crate::store::writer::Writer;
use crate::store::{CampaignId, Result, TeamId, each_db};
use crate::teams::TeamMails;
use jiff::Timestamp;

/// Numbers that every campaign's team is told of, besides its own goal.
const LEVELS: [i64; 4] = [100, 1_000, 10_000, 100_000];

crate::store::statements! {
    COUNTED = "SELECT c.id, c.team_id, c.goal, r.default_locale,
        (SELECT CAST(COALESCE(SUM(k.n), 0) AS BIGINT) FROM campaign_counts k WHERE k.campaign_id = c.id) AS confirmed,
        (SELECT CAST(COALESCE(MAX(m.n), 0) AS BIGINT) FROM milestones m WHERE m.campaign_id = c.id) AS reached
        FROM campaigns c JOIN revisions r ON r.id = c.revision_id WHERE c.state = 'published'";
    ADD_MILESTONE = "INSERT INTO milestones (campaign_id, n, day) VALUES ($1, $2, $3) ON CONFLICT (campaign_id, n) DO NOTHING";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    team_id: Vec<u8>,
    goal: i64,
    default_locale: String,
    confirmed: i64,
    reached: i64,
}

/// Writes down what public campaigns have reached since it was last looked, and tells their teams. Each number counts once, on however many
/// nodes, and stays reached when signers withdraw. Returns how many were new.
///
/// # Errors
/// When the database fails; what was written down until then stays.
pub async fn note(mails: &TeamMails<'_>, writer: &Writer, now: Timestamp) -> Result<usize> {
    let mut conn = mails.db.read().await?;
    let rows: Vec<Row> = each_db!(conn.link(), c => sqlx::query_as(COUNTED).fetch_all(c).await)?;
    drop(conn);
    let mut noted = 0;
    for row in rows {
        let new = new_levels(row.goal, row.confirmed, row.reached);
        if new.is_empty() {
            continue;
        }
        let (campaign, team) = (CampaignId::read(&row.id)?, TeamId::read(&row.team_id)?);
        let about = About::Milestone(campaign);
        let mails = mails.make(now, team, about, &row.default_locale).await?;
        let added = writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let mut added = 0;
                for level in new {
                    added += each_db!(&mut link, c => sqlx::query(ADD_MILESTONE)
                        .bind(campaign.bytes())
                        .bind(level)
                        .bind(day_of(now))
                        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
                }
                if added > 0 {
                    outbox::insert(&mut link, now, &mails).await?;
                }
                Ok(added)
            })
        });
        noted += usize::try_from(added.await?).unwrap_or(usize::MAX);
    }
    Ok(noted)
}

/// The numbers that a campaign of this goal has reached above the last one written down.
fn new_levels(goal: i64, confirmed: i64, reached: i64) -> Vec<i64> {
    let mut levels =
        LEVELS.into_iter().chain([goal]).filter(|level| (reached + 1..=confirmed).contains(level)).collect::<Vec<_>>();
    levels.sort_unstable();
    levels.dedup();
    levels
}

#[cfg(test)]
mod tests {
    use super::new_levels;

    #[test]
    fn each_number_is_reached_once() {
        assert!(new_levels(500, 99, 0).is_empty());
        assert_eq!(new_levels(500, 100, 0), [100]);
        assert_eq!(new_levels(500, 700, 100), [500]);
        assert_eq!(new_levels(1_000, 20_000, 100), [1_000, 10_000], "the goal may be one of them");
        assert!(new_levels(500, 90, 500).is_empty(), "withdrawals take nothing back");
    }
}
