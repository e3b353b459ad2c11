//! Review: what waits for a moderator, and what becomes of it.

use super::{check::check, preview, service, store};
use crate::accounts::address_of;
use crate::campaigns::import::Import;
use crate::clock::{Clock, Entropy};
use crate::privacy::{DayKeys, SecretBox};
use crate::signatures::outbox::{self, About, Queued};
use crate::store::writer::Writer;
use crate::store::{AccountId, CampaignId, Db, OutboxId, Result, StoreError, TeamId, each_db};
use app::drafts::DraftForm;
use app::i18n::{DraftMsg, Lang, tr};
use jiff::Timestamp;
use zeroize::Zeroizing;

crate::store::statements! {
    SUBMITTED = "SELECT id, team_id, form, submitted_at FROM drafts WHERE state = 'submitted' ORDER BY submitted_at, id LIMIT 1000";
    ONE_SUBMITTED = "SELECT id, team_id, form, submitted_at FROM drafts WHERE state = 'submitted' AND id = $1";
    OWNERS = "SELECT a.id, a.contact FROM accounts a JOIN team_members m ON m.account_id = a.id
        WHERE m.team_id = $1 AND m.role IN ('owner', 'editor') ORDER BY a.id";
    DECIDE = "UPDATE drafts SET state = $2, remark = $3, submitted_at = NULL WHERE id = $1 AND state = 'submitted'";
    PUBLISHED = "DELETE FROM drafts WHERE id = $1 AND state = 'submitted'";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    team_id: Vec<u8>,
    form: String,
    submitted_at: i64,
}

/// A draft that waits for a moderator.
pub struct Submitted {
    id: CampaignId,
    team: TeamId,
    /// As it was typed.
    pub form: DraftForm,
    /// Since when it waits.
    pub since: Timestamp,
}

impl Submitted {
    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: CampaignId::read(&row.id)?,
            team: TeamId::read(&row.team_id)?,
            form: store::read_form(&row.form)?,
            since: Timestamp::from_microsecond(row.submitted_at).map_err(|_| StoreError::Corrupt("time"))?,
        })
    }

    /// Names it in commands.
    pub fn name(&self) -> String {
        service::name(self.id)
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
    /// It cannot be published as it is: a sentence for each field.
    Unfit(Vec<String>),
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

/// One that waits, by its name.
///
/// # Errors
/// A sentence if none of this name waits, what the database said otherwise.
pub async fn read_submitted(db: &Db, name: &str) -> Result<Submitted> {
    let unknown =
        || StoreError::Refused(format!("No campaign {name} waits for review. `undersigned review list` names them."));
    let id = service::named(name).ok_or_else(unknown)?;
    let mut conn = db.read().await?;
    let row: Option<Row> =
        each_db!(conn.link(), c => sqlx::query_as(ONE_SUBMITTED).bind(id.bytes()).fetch_optional(c).await)?;
    row.as_ref().map(Submitted::read).transpose()?.ok_or_else(unknown)
}

impl Review<'_> {
    /// Makes a campaign of it: public at once, for its team.
    ///
    /// # Errors
    /// A sentence if it no longer waits, what the database said otherwise. Nothing is changed then.
    pub async fn publish(&self, draft: &Submitted) -> Result<Reviewed> {
        let now = self.clock.now();
        let mut conn = self.db.read().await?;
        let checked = check(&mut conn.link(), now, &draft.form).await?;
        drop(conn);
        let (input, closes) = match checked {
            Ok(checked) => checked,
            Err(errors) => {
                let texts = errors.iter().map(|error| {
                    format!("{}: {}", error.field.name(), tr(Lang::En, DraftMsg::Problem(error.field, error.problem)))
                });
                return Ok(Reviewed::Unfit(texts.collect()));
            }
        };
        let import = Import::of_draft(input, closes, preview::options(draft.form.asks_postcode.0));
        let insert = import.insert(draft.id, Some(draft.team), self.wrapping, self.entropy, now);
        let (id, mails) = (draft.id, self.mails(draft, now).await?);
        let published = self.writer.job(move |tx| {
            Box::pin(async move {
                let gone = each_db!(tx.link(), c =>
                    sqlx::query(PUBLISHED).bind(id.bytes()).execute(c).await.map(|done| done.rows_affected()))?;
                if gone != 1 {
                    return Err(overtaken());
                }
                insert.run(tx).await?;
                outbox::insert(&mut tx.link(), now, &mails).await
            })
        });
        published.await.map(|()| Reviewed::Done)
    }

    /// Sends it back or refuses it, with a remark for its team.
    ///
    /// # Errors
    /// As [`Review::publish`].
    pub async fn decide(&self, draft: &Submitted, decision: Decision, remark: &str) -> Result<()> {
        let now = self.clock.now();
        let state = match decision {
            Decision::SendBack => "draft",
            Decision::Reject => "rejected",
        };
        let (id, remark, mails) = (draft.id, remark.to_owned(), self.mails(draft, now).await?);
        let decided = self.writer.job(move |tx| {
            Box::pin(async move {
                let changed = each_db!(tx.link(), c => sqlx::query(DECIDE)
                    .bind(id.bytes())
                    .bind(state)
                    .bind(&remark)
                    .execute(c).await.map(|done| done.rows_affected()))?;
                if changed != 1 {
                    return Err(overtaken());
                }
                outbox::insert(&mut tx.link(), now, &mails).await
            })
        });
        decided.await
    }

    /// A mail to each of the team who may write, in the language of the campaign.
    async fn mails(&self, draft: &Submitted, now: Timestamp) -> Result<Vec<Queued>> {
        let mut conn = self.db.read().await?;
        let owners: Vec<(Vec<u8>, Vec<u8>)> =
            each_db!(conn.link(), c => sqlx::query_as(OWNERS).bind(draft.team.bytes()).fetch_all(c).await)?;
        drop(conn);
        let day = self.day_keys.today(now).await?;
        let mails = owners.iter().map(|(account, contact)| {
            let address = Zeroizing::new(address_of(self.contact, AccountId::read(account)?, contact)?);
            let id = OutboxId::new(self.entropy);
            let address = day.seal(self.entropy, id.bytes(), address.as_bytes());
            Ok(Queued { id, about: About::Reviewed, locale: draft.form.locale.clone(), address })
        });
        mails.collect()
    }
}

fn overtaken() -> StoreError {
    StoreError::Refused(
        "It no longer waits for review: its team took it back, or somebody else has decided.".to_owned(),
    )
}
