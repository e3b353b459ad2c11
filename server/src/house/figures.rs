//! How the house is doing, in numbers. Signatures are never counted by their rows.

use crate::clock::Clock;
use crate::signatures::{MailStatus, mail_status_in};
use crate::store::{Db, Link, Result, each_db};
use crate::{moderation, reports, running, updates};
use app::house::{CampaignState, QueueKind};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Microseconds.
const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;

crate::store::statements! {
    COUNTING = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM campaign_counts";
    // For each campaign its own few hours: the tables are joined in this order on SQLite too.
    TALLIED = "SELECT CAST(COALESCE(SUM(t.signed), 0) AS BIGINT) AS signed,
        CAST(COALESCE(SUM(t.confirmed), 0) AS BIGINT) AS confirmed,
        CAST(COALESCE(SUM(t.confirmed - t.withdrawn - t.invalidated + t.restored), 0) AS BIGINT) AS net
        FROM campaigns c CROSS JOIN tallies t WHERE t.campaign_id = c.id AND t.hour >= $1 AND t.hour < $2";
    CAMPAIGNS = "SELECT CASE WHEN state = 'published' AND closes_at <= $1 THEN 'closed' ELSE state END AS now_in, COUNT(*)
        FROM campaigns GROUP BY 1";
    DRAFTS = "SELECT state, COUNT(*) FROM drafts GROUP BY state";
    CAMPAIGNS_WAIT = "SELECT (SELECT COUNT(*) FROM drafts WHERE state = 'submitted') + (SELECT COUNT(*) FROM unread_campaigns)";
    OLDEST_CAMPAIGN = "SELECT MIN(w.since) FROM (SELECT submitted_at AS since FROM drafts WHERE state = 'submitted'
        UNION ALL SELECT since FROM unread_campaigns) w";
    OLDEST_UPDATE = "SELECT MIN(submitted_at) FROM updates WHERE state = 'submitted'";
    OLDEST_REPLY = "SELECT MIN(created_at) FROM replies WHERE state = 'waiting' AND remark IS NULL";
    OLDEST_REPORT = "SELECT MIN(created_day) * 86400000000 FROM reports WHERE outcome IS NULL";
    RETURNED = "SELECT CAST(COALESCE(SUM(hard), 0) AS BIGINT) AS hard, CAST(COALESCE(SUM(soft), 0) AS BIGINT) AS soft
        FROM returned_mails WHERE hour >= $1 AND hour < $2";
    OLDEST_MAIL = "SELECT MIN(created_at) FROM outbox WHERE state = 'queued'";
}

/// What happened to signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Tallied {
    /// Forms that were sent.
    pub signed: i64,
    /// Signatures that were confirmed.
    pub confirmed: i64,
    /// By how many more signatures count.
    pub net: i64,
}

/// Mails that came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct ReturnedMails {
    /// For good.
    pub hard: i64,
    /// For now.
    pub soft: i64,
}

/// How much waits, and the moment (microseconds) at which the first came.
#[derive(Clone, Copy, Debug)]
pub struct Queue {
    /// What waits.
    pub kind: QueueKind,
    /// How much.
    pub count: i64,
    /// Since when.
    pub since: Option<i64>,
}

/// How the house is doing.
#[derive(Clone, Debug)]
pub struct Figures {
    /// When that was so.
    pub at: Timestamp,
    /// Signatures that count.
    pub counting: i64,
    /// What happened today (UTC).
    pub today: Tallied,
    /// What of that happened in the hour that is under way.
    pub this_hour: Tallied,
    /// Campaigns by state, all states.
    pub campaigns: Vec<(CampaignState, i64)>,
    /// What waits for moderators.
    pub queues: Vec<Queue>,
    /// The outbox.
    pub mail: MailStatus,
    /// Since when (microseconds) the oldest mail waits to be sent.
    pub mail_since: Option<i64>,
    /// Mails that came back in the last 24 full hours; `None` where reports are not taken in.
    pub returned: Option<ReturnedMails>,
    /// `SQLite` or `PostgreSQL`.
    pub database: &'static str,
    /// Its version.
    pub database_version: String,
    /// Bytes that the database takes.
    pub bytes: Option<u64>,
    /// Bytes that are free on the disk of this server's data.
    pub free: Option<u64>,
}

impl Figures {
    /// Microseconds since then.
    pub fn age(&self, since: i64) -> i64 {
        (self.at.as_microsecond() - since).max(0)
    }
}

/// Reads the figures.
#[derive(Clone)]
pub struct Gauge {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The file of a SQLite database.
    pub file: Option<PathBuf>,
    /// A folder on the disk that is to have room.
    pub folder: PathBuf,
    /// Whether reports of mails that come back are taken in.
    pub takes_bounces: bool,
}

impl Gauge {
    /// The figures of this moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(&self) -> Result<Figures> {
        let at = self.clock.now();
        let mut conn = self.db.read().await?;
        let mut link = conn.link();
        let hour = at.as_microsecond().div_euclid(HOUR);
        let day = at.as_microsecond().div_euclid(DAY) * 24;
        let mail = mail_status_in(&mut link).await?;
        let mut queues = Vec::new();
        for (kind, count, since) in [
            (QueueKind::Campaigns, number(&mut link, CAMPAIGNS_WAIT).await?, OLDEST_CAMPAIGN),
            (QueueKind::Updates, updates::how_many_wait(&mut link).await?, OLDEST_UPDATE),
            (QueueKind::Replies, running::how_many_wait(&mut link).await?, OLDEST_REPLY),
            (QueueKind::Reports, reports::how_many(&mut link).await?, OLDEST_REPORT),
        ] {
            queues.push(Queue { kind, count, since: moment(&mut link, since).await? });
        }
        let reasons = moderation::how_many_reasons_wait(&mut link).await?;
        queues.insert(1, Queue { kind: QueueKind::Reasons, count: reasons, since: None });
        let database = match &link {
            Link::Sqlite(_) => "SQLite",
            Link::Postgres(_) => "PostgreSQL",
        };
        Ok(Figures {
            at,
            counting: number(&mut link, COUNTING).await?,
            today: tallied(&mut link, day, hour + 1).await?,
            this_hour: tallied(&mut link, hour, hour + 1).await?,
            campaigns: campaigns(&mut link, at).await?,
            queues,
            mail,
            mail_since: moment(&mut link, OLDEST_MAIL).await?,
            returned: if self.takes_bounces { Some(returned(&mut link, hour).await?) } else { None },
            database,
            database_version: version(&mut link).await?,
            bytes: self.bytes(&mut link).await?,
            free: free(&self.folder),
        })
    }

    /// Of SQLite the file and its log.
    async fn bytes(&self, link: &mut Link<'_>) -> Result<Option<u64>> {
        match link {
            Link::Postgres(c) => {
                let bytes: i64 =
                    sqlx::query_scalar("SELECT pg_database_size(current_database())").fetch_one(&mut **c).await?;
                Ok(u64::try_from(bytes).ok())
            }
            Link::Sqlite(_) => {
                let Some(file) = &self.file else { return Ok(None) };
                let mut log = file.clone().into_os_string();
                log.push("-wal");
                let length = |path: &Path| std::fs::metadata(path).map(|data| data.len()).ok();
                Ok(length(file).map(|bytes| bytes + length(log.as_ref()).unwrap_or(0)))
            }
        }
    }
}

async fn number(link: &mut Link<'_>, sql: &'static str) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(sql).fetch_one(&mut **c).await)?)
}

async fn moment(link: &mut Link<'_>, sql: &'static str) -> Result<Option<i64>> {
    Ok(each_db!(link, c => sqlx::query_scalar::<_, Option<i64>>(sql).fetch_one(&mut **c).await)?)
}

/// What happened from one hour to before another.
async fn tallied(link: &mut Link<'_>, from: i64, to: i64) -> Result<Tallied> {
    Ok(each_db!(link, c => sqlx::query_as(TALLIED).bind(from).bind(to).fetch_one(&mut **c).await)?)
}

/// What came back in the 24 hours before this one.
async fn returned(link: &mut Link<'_>, hour: i64) -> Result<ReturnedMails> {
    Ok(each_db!(link, c => sqlx::query_as(RETURNED).bind(hour - 24).bind(hour).fetch_one(&mut **c).await)?)
}

async fn campaigns(link: &mut Link<'_>, now: Timestamp) -> Result<Vec<(CampaignState, i64)>> {
    let mut rows: Vec<(String, i64)> = each_db!(&mut *link, c =>
        sqlx::query_as(CAMPAIGNS).bind(now.as_microsecond()).fetch_all(&mut **c).await)?;
    rows.extend::<Vec<_>>(each_db!(link, c => sqlx::query_as(DRAFTS).fetch_all(&mut **c).await)?);
    let in_state = |state: CampaignState| rows.iter().filter(|(code, _)| code == state.code()).map(|(_, n)| n).sum();
    Ok(CampaignState::ALL.iter().map(|state| (*state, in_state(*state))).collect())
}

async fn version(link: &mut Link<'_>) -> Result<String> {
    Ok(match link {
        Link::Sqlite(c) => sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut **c).await?,
        Link::Postgres(c) => {
            // `17.2 (Debian 17.2-1)`: what follows the number is the packager's affair.
            let told: String = sqlx::query_scalar("SHOW server_version").fetch_one(&mut **c).await?;
            told.split(' ').next().unwrap_or_default().to_owned()
        }
    })
}

/// Bytes that this user can still write.
fn free(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}
