//! Review: what waits for a moderator, and what becomes of it.

use super::check::{Fit, check};
use super::{preview, store};
use crate::audit::{self, Action, Entry};
use crate::campaigns::Revise;
use crate::campaigns::import::{Import, Insert};
use crate::clock::{Clock, Entropy};
use crate::keys::Kept;
use crate::moderation::{self, Stop};
use crate::pictures;
use crate::privacy::{DayKeys, SecretBox};
use crate::signatures::outbox::{self, About, Queued};
use crate::store::writer::Writer;
use crate::store::{AccountId, CampaignId, Db, Link, Result, StoreError, TeamId, each_db};
use crate::teams::TeamMails;
use app::campaigns::ReasonsMode;
use app::drafts::{DraftError, DraftForm};
use jiff::Timestamp;

crate::store::statements! {
    SUBMITTED = "SELECT id, team_id, form, version, submitted_at FROM drafts WHERE state = 'submitted' ORDER BY submitted_at, id LIMIT 1000";
    ONE_SUBMITTED = "SELECT id, team_id, form, version, submitted_at FROM drafts WHERE state = 'submitted' AND id = $1";
    DECIDE = "UPDATE drafts SET state = $2, remark = $3, grounds = $5, submitted_at = NULL
        WHERE id = $1 AND state = 'submitted' AND version = $4";
    PUBLISHED = "DELETE FROM drafts WHERE id = $1 AND state = 'submitted' AND version = $2";
    WAITS = "SELECT COUNT(*) FROM drafts WHERE id = $1 AND state = 'submitted'";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    team_id: Vec<u8>,
    form: String,
    version: i64,
    submitted_at: i64,
}

/// A draft that waits for a moderator.
pub struct Submitted {
    id: CampaignId,
    team: TeamId,
    /// As it was typed.
    pub form: DraftForm,
    /// The version that waits.
    pub version: i64,
    /// Since when it waits.
    pub since: Timestamp,
}

impl Submitted {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: CampaignId::read(&row.id)?,
            team: TeamId::read(&row.team_id)?,
            form: store::read_form(&row.form)?,
            version: row.version,
            since: Timestamp::from_microsecond(row.submitted_at).map_err(|_| StoreError::Corrupt("time"))?,
        })
    }

    pub(crate) fn id(&self) -> CampaignId {
        self.id
    }

    pub(crate) fn team(&self) -> TeamId {
        self.team
    }

    /// Names it in commands and addresses.
    pub fn name(&self) -> String {
        self.id.hex()
    }
}

/// What a moderator decides, other than publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Its team is to change it.
    SendBack,
    /// It is refused for good.
    Reject,
}

/// What came of a decision.
pub enum Reviewed {
    /// It is done, and the team is written to.
    Done,
    /// It cannot be published as it is.
    Unfit(Vec<DraftError>),
    /// Something keeps whoever decides from it. Nothing is changed.
    Stopped(Stop),
    /// It does not wait any more: its team took it back, or somebody else has decided.
    Over,
}

/// What publishing writes.
enum Write {
    /// A campaign.
    New(Box<Insert>),
    /// Other texts of a campaign.
    Change(Box<Revise>),
}

/// What review works with.
pub struct Review<'a> {
    /// The database, for reading.
    pub db: &'a Db,
    /// The writer.
    pub writer: &'a Writer,
    /// Opens the addresses of accounts.
    pub contact: &'a SecretBox,
    /// Encrypts addresses for the mail.
    pub day_keys: &'a DayKeys,
    /// Wraps the campaign's key of fingerprints.
    pub wrapping: &'a SecretBox,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Randomness.
    pub entropy: &'a dyn Entropy,
    /// The moderator who decides; nobody for the command line, whom neither a lock nor a team keeps from it.
    pub by: Option<AccountId>,
}

/// What waits, the oldest first, at most a thousand.
///
/// # Errors
/// When the database fails.
pub async fn submitted(db: &Db) -> Result<Vec<Submitted>> {
    let mut conn = db.read().await?;
    let rows: Vec<Row> = each_db!(conn.link(), c => sqlx::query_as(SUBMITTED).fetch_all(c).await)?;
    rows.iter().map(Submitted::read).collect()
}

/// One that waits, by its name; `None` if none of this name does.
///
/// # Errors
/// When the database fails.
pub async fn find_submitted(db: &Db, name: &str) -> Result<Option<Submitted>> {
    let Some(id) = CampaignId::parse(name) else { return Ok(None) };
    let mut conn = db.read().await?;
    let row: Option<Row> =
        each_db!(conn.link(), c => sqlx::query_as(ONE_SUBMITTED).bind(id.bytes()).fetch_optional(c).await)?;
    row.as_ref().map(Submitted::read).transpose()
}

/// Why a draft cannot be published as it is; nothing if it can.
pub(crate) async fn unfit(link: &mut Link<'_>, now: Timestamp, draft: &Submitted) -> Result<Vec<DraftError>> {
    Ok(check(link, now, draft.id, &draft.form).await?.err().unwrap_or_default())
}

impl Review<'_> {
    /// Makes a campaign of it: public at once, for its team. Where it changes the texts of one that is public, they take the place of those
    /// before, which are kept for those who signed them.
    ///
    /// # Errors
    /// What the database said. Nothing is changed then.
    pub async fn publish(&self, draft: &Submitted) -> Result<Reviewed> {
        self.make_public(draft, None).await
    }

    /// The same for a campaign that `by` has just submitted and that nobody has read: it goes on waiting while it is public.
    ///
    /// # Errors
    /// As [`Review::publish`].
    pub async fn publish_unread(&self, draft: &Submitted, by: AccountId) -> Result<Reviewed> {
        self.make_public(draft, Some(by)).await
    }

    async fn make_public(&self, draft: &Submitted, unread: Option<AccountId>) -> Result<Reviewed> {
        let now = self.clock.now();
        let checked = self.check(draft).await?;
        let Fit { input, closes, changes } = match checked {
            Ok(fit) => fit,
            Err(errors) => return Ok(Reviewed::Unfit(errors)),
        };
        let options = preview::options(draft.form.asks_postcode.0, ReasonsMode::Reviewed);
        let import = Import::of_draft(input, closes, options);
        let (write, action) = if changes {
            (Write::Change(Box::new(import.revise(draft.id, self.entropy, now))), Action::TextsChanged)
        } else {
            let insert = import.insert(draft.id, Some(draft.team), self.wrapping, self.entropy, now);
            (Write::New(Box::new(insert)), Action::CampaignPublished)
        };
        let (entry, mails) = match unread {
            None => (self.entry(draft, action, String::new()), self.mails(draft, About::Reviewed(None)).await?),
            // Whoever has submitted it sees that it is public.
            Some(by) => {
                let slug = draft.form.slug.trim();
                (Entry::new(self.entropy, now, Some(by), action, slug, "unread"), Vec::new())
            }
        };
        let (id, team, version, by) = (draft.id, draft.team, draft.version, self.by);
        let published = self.writer.job(move |tx| {
            Box::pin(async move {
                if let Some(stop) = stop(&mut tx.link(), now, id, team, by).await? {
                    return Ok(Reviewed::Stopped(stop));
                }
                let key = Kept::of_draft(&mut tx.link(), id).await?;
                let gone = each_db!(tx.link(), c => sqlx::query(PUBLISHED)
                    .bind(id.bytes())
                    .bind(version)
                    .execute(c).await.map(|done| done.rows_affected()))?;
                if gone != 1 {
                    return missed(&mut tx.link(), id).await;
                }
                match write {
                    Write::New(insert) => {
                        insert.run(tx).await?;
                        if let Some(key) = key {
                            key.publish(&mut tx.link(), id).await?;
                        }
                    }
                    Write::Change(revision) => revision.run(tx).await?,
                }
                let mut link = tx.link();
                pictures::publish(&mut link, id).await?;
                if unread.is_some() {
                    moderation::add_unread(&mut link, id, now).await?;
                }
                moderation::release(&mut link, id).await?;
                audit::add(&mut link, &entry).await?;
                outbox::insert(&mut link, now, &mails).await?;
                Ok(Reviewed::Done)
            })
        });
        match published.await {
            // Somebody else was faster with the same address.
            Err(StoreError::Refused(sentence)) => match self.check(draft).await? {
                Err(errors) => Ok(Reviewed::Unfit(errors)),
                Ok(_) => Err(StoreError::Refused(sentence)),
            },
            done => done,
        }
    }

    async fn check(&self, draft: &Submitted) -> Result<std::result::Result<Fit, Vec<DraftError>>> {
        let mut conn = self.db.read().await?;
        check(&mut conn.link(), self.clock.now(), draft.id, &draft.form).await
    }

    /// Sends it back or refuses it, with a remark for its team and reasons of the catalogue.
    ///
    /// # Errors
    /// As [`Review::publish`].
    pub async fn decide(
        &self,
        draft: &Submitted,
        decision: Decision,
        remark: Option<String>,
        grounds: Vec<String>,
    ) -> Result<Reviewed> {
        let now = self.clock.now();
        let mut conn = self.db.read().await?;
        let changes = store::is_campaign(&mut conn.link(), draft.id).await?;
        drop(conn);
        let (state, action) = match (decision, changes) {
            (Decision::SendBack, false) => ("draft", Action::CampaignSentBack),
            (Decision::SendBack, true) => ("draft", Action::ChangesSentBack),
            (Decision::Reject, false) => ("rejected", Action::CampaignRejected),
            (Decision::Reject, true) => ("rejected", Action::ChangesRejected),
        };
        let entry = self.entry(draft, action, grounds.join(", "));
        let grounds = grounds.join(",");
        let (id, team, version, by) = (draft.id, draft.team, draft.version, self.by);
        let mails = self.mails(draft, About::Reviewed(Some(id))).await?;
        let decided = self.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if let Some(stop) = stop(&mut link, now, id, team, by).await? {
                    return Ok(Reviewed::Stopped(stop));
                }
                let changed = each_db!(&mut link, c => sqlx::query(DECIDE)
                    .bind(id.bytes())
                    .bind(state)
                    .bind(&remark)
                    .bind(version)
                    .bind(&grounds)
                    .execute(&mut **c).await.map(|done| done.rows_affected()))?;
                if changed != 1 {
                    return missed(&mut link, id).await;
                }
                moderation::release(&mut link, id).await?;
                audit::add(&mut link, &entry).await?;
                outbox::insert(&mut link, now, &mails).await?;
                Ok(Reviewed::Done)
            })
        });
        decided.await
    }

    fn entry(&self, draft: &Submitted, action: Action, detail: String) -> Entry {
        Entry::new(self.entropy, self.clock.now(), self.by, action, draft.form.slug.trim(), detail)
    }

    /// A mail to each of the team who may write, in the language of the campaign.
    async fn mails(&self, draft: &Submitted, about: About) -> Result<Vec<Queued>> {
        self.mails_to(draft.team, &draft.form.locale, about).await
    }

    /// A mail to each of a team who may write.
    pub(crate) async fn mails_to(&self, team: TeamId, locale: &str, about: About) -> Result<Vec<Queued>> {
        let mails = TeamMails { db: self.db, contact: self.contact, day_keys: self.day_keys, entropy: self.entropy };
        mails.make(self.clock.now(), team, about, locale).await
    }
}

/// What keeps whoever decides from it.
async fn stop(
    link: &mut Link<'_>,
    now: Timestamp,
    id: CampaignId,
    team: TeamId,
    by: Option<AccountId>,
) -> Result<Option<Stop>> {
    match by {
        Some(by) => moderation::stop(link, now, id, team, by).await,
        None => Ok(None),
    }
}

/// Why no row was decided on: it does not wait any more, or waits in another version.
async fn missed(link: &mut Link<'_>, id: CampaignId) -> Result<Reviewed> {
    let waits: i64 = each_db!(link, c => sqlx::query_scalar(WAITS).bind(id.bytes()).fetch_one(&mut **c).await)?;
    Ok(if waits > 0 { Reviewed::Stopped(Stop::Changed) } else { Reviewed::Over })
}
