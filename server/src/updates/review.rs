//! Review: updates that wait for a moderator, and what becomes of them. The pages of the house and the command line use the same.

use super::store::time;
use crate::audit::{self, Action, Entry};
use crate::campaigns::to_html;
use crate::clock::{Clock, Entropy};
use crate::privacy::{DayKeys, SecretBox};
use crate::signatures::outbox::{self, About, Queued};
use crate::store::writer::Writer;
use crate::store::{AccountId, CampaignId, Db, Link, Result, TeamId, UpdateId, each_db};
use crate::teams::TeamMails;
use app::updates::{UpdateDecision, UpdateForm};
use jiff::Timestamp;

crate::store::statements! {
    WAITING_UPDATES = "SELECT u.id, u.campaign_id, u.title, u.body, u.locale, u.version, u.submitted_at, c.slug, c.team_id
        FROM updates u JOIN campaigns c ON c.id = u.campaign_id
        WHERE u.state = 'submitted' ORDER BY u.submitted_at, u.id LIMIT 1000";
    UPDATES_WAIT = "SELECT COUNT(*) FROM updates WHERE state = 'submitted'";
    ONE_WAITING_UPDATE = "SELECT u.id, u.campaign_id, u.title, u.body, u.locale, u.version, u.submitted_at, c.slug, c.team_id
        FROM updates u JOIN campaigns c ON c.id = u.campaign_id
        WHERE u.state = 'submitted' AND u.id = $1";
    APPROVE_UPDATE = "UPDATE updates SET state = 'approved', html = $3, approved_at = $4, submitted_at = NULL, remark = NULL
        WHERE id = $1 AND version = $2 AND state = 'submitted'";
    SEND_UPDATE_BACK = "UPDATE updates SET state = 'draft', remark = $3, submitted_at = NULL
        WHERE id = $1 AND version = $2 AND state = 'submitted'";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    campaign_id: Vec<u8>,
    title: String,
    body: String,
    locale: String,
    version: i64,
    submitted_at: i64,
    slug: String,
    team_id: Vec<u8>,
}

/// An update that waits for a moderator.
pub struct Waiting {
    id: UpdateId,
    campaign: CampaignId,
    team: TeamId,
    /// The campaign's address.
    pub slug: String,
    /// As it was typed.
    pub form: UpdateForm,
    /// The version that waits.
    pub version: i64,
    /// Since when.
    pub since: Timestamp,
}

impl Waiting {
    fn read(row: Row) -> Result<Self> {
        Ok(Self {
            id: UpdateId::read(&row.id)?,
            campaign: CampaignId::read(&row.campaign_id)?,
            team: TeamId::read(&row.team_id)?,
            slug: row.slug,
            form: UpdateForm { title: row.title, locale: row.locale, text: row.body },
            version: row.version,
            since: time(row.submitted_at)?,
        })
    }

    /// Names it in addresses and commands.
    pub fn name(&self) -> String {
        self.id.hex()
    }
}

/// What waits, the oldest first, at most a thousand.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &Db) -> Result<Vec<Waiting>> {
    let mut conn = db.read().await?;
    let rows: Vec<Row> = each_db!(conn.link(), c => sqlx::query_as(WAITING_UPDATES).fetch_all(c).await)?;
    rows.into_iter().map(Waiting::read).collect()
}

/// How many wait for a moderator.
pub(crate) async fn how_many_wait(link: &mut Link<'_>) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(UPDATES_WAIT).fetch_one(&mut **c).await)?)
}

/// One that waits, by its name.
///
/// # Errors
/// When the database fails.
pub async fn waiting_one(db: &Db, name: &str) -> Result<Option<Waiting>> {
    let Some(id) = UpdateId::parse(name) else { return Ok(None) };
    let mut conn = db.read().await?;
    let row: Option<Row> =
        each_db!(conn.link(), c => sqlx::query_as(ONE_WAITING_UPDATE).bind(id.bytes()).fetch_optional(c).await)?;
    row.map(Waiting::read).transpose()
}

/// What deciding works with.
pub struct Review<'a> {
    /// The database, for reading.
    pub db: &'a Db,
    /// The writer.
    pub writer: &'a Writer,
    /// Opens the addresses of accounts.
    pub contact: &'a SecretBox,
    /// Encrypts addresses for the mail.
    pub day_keys: &'a DayKeys,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Randomness.
    pub entropy: &'a dyn Entropy,
    /// Who decides; nobody for the command line.
    pub actor: Option<AccountId>,
}

impl Review<'_> {
    /// Makes it public, or sends it back with a remark; its team is written to. `false` if that version does not wait any more: nothing
    /// is changed then.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn decide(&self, update: &Waiting, decision: UpdateDecision, remark: &str) -> Result<bool> {
        let now = self.clock.now();
        let mails = self.mails(update, now).await?;
        let (id, version) = (update.id, update.version);
        let (action, sql, text) = match decision {
            UpdateDecision::Approve => (Action::UpdateApproved, APPROVE_UPDATE, to_html(&update.form.text)),
            UpdateDecision::SendBack => (Action::UpdateSentBack, SEND_UPDATE_BACK, remark.to_owned()),
        };
        let entry = Entry::new(self.entropy, now, self.actor, action, &update.slug, update.name());
        let decided = self.writer.job(move |tx| {
            Box::pin(async move {
                let changed = each_db!(tx.link(), c => {
                    let query = sqlx::query(sql).bind(id.bytes()).bind(version).bind(&text);
                    let query = match decision {
                        UpdateDecision::Approve => query.bind(now.as_microsecond()),
                        UpdateDecision::SendBack => query,
                    };
                    query.execute(c).await.map(|done| done.rows_affected())
                })?;
                if changed != 1 {
                    return Ok(false);
                }
                audit::add(&mut tx.link(), &entry).await?;
                outbox::insert(&mut tx.link(), now, &mails).await?;
                Ok(true)
            })
        });
        decided.await
    }

    /// A mail to each of the team who may write, in the language of the update.
    async fn mails(&self, update: &Waiting, now: Timestamp) -> Result<Vec<Queued>> {
        let mails = TeamMails { db: self.db, contact: self.contact, day_keys: self.day_keys, entropy: self.entropy };
        let about = About::UpdateReviewed(update.campaign, update.id);
        mails.make(now, update.team, about, &update.form.locale).await
    }
}
