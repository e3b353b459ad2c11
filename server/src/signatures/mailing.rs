//! The outbox as the mail worker sees it: leases on rows, letters made of them, and marks.

use super::batch::hour_of;
use super::mail_waits;
use super::outbox::{self, About};
use super::tally::{Event, Tally};
use crate::accounts::sign_ins;
use crate::campaigns::to_html;
use crate::clock::Clock;
use crate::mail::{Leased, Letter, OutboxStore, RowId, StoreError as MailStoreError, UpdateLetter};
use crate::privacy::{DayKeys, Purpose, Tokens, provider};
use crate::store::nodes::Slot;
use crate::store::writer::Writer;
use crate::store::{Db, Link, OutboxId, Result, StoreError, Tx, each_db};
use app::campaigns::Slug;
use app::i18n::Lang;
use app::paths;
use app::signatures::EmailAddress;
use app::supporters;
use app::teams::team_limits;
use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::QueryBuilder;
use std::sync::Arc;

/// Microseconds that a lease lasts.
const LEASE: i64 = 300_000_000;
/// `bulk` of the mails that go out first, and of those that yield to them.
const PRIORITIES: [i64; 2] = [0, 1];

crate::store::statements! {
    DUE = "SELECT o.id, o.kind, o.campaign_id, o.signature_id, o.sign_in_id, o.subject_id, o.locale, o.address, o.attempts, o.created_at,
        c.slug, c.state AS campaign_state, t.title, u.title AS update_title, u.body AS update_text, u.locale AS update_locale,
        CAST(CASE WHEN s.state = 'confirmed' AND s.wants_updates = 1 AND m.state <> 'cancelled'
            AND c.state IN ('published', 'closed', 'archived') THEN 1 ELSE 0 END AS BIGINT) AS wanted
        FROM outbox o
        LEFT JOIN campaigns c ON c.id = o.campaign_id
        LEFT JOIN revisions r ON r.id = c.revision_id
        LEFT JOIN revision_texts t ON t.revision_id = r.id AND t.locale = COALESCE(
            (SELECT x.locale FROM revision_texts x WHERE x.revision_id = r.id AND x.locale = o.locale), r.default_locale)
        LEFT JOIN updates u ON u.id = o.subject_id
        LEFT JOIN mailings m ON m.update_id = o.subject_id
        LEFT JOIN signatures s ON s.id = o.signature_id AND o.bulk = 1
        WHERE o.state = 'queued' AND o.bulk = $3 AND o.not_before <= $1
        ORDER BY o.not_before LIMIT $2";
    ANY_DUE = "SELECT o.not_before FROM outbox o WHERE o.state = 'queued' AND o.bulk = $2 AND o.not_before <= $1 LIMIT 1";
    RETRY = "UPDATE outbox SET attempts = attempts + 1, not_before = $2 WHERE id = $1 AND state = 'queued'";
    GIVE_UP = "UPDATE outbox SET state = 'dead', attempts = attempts + 1, code = $2 WHERE id = $1";
}

/// The outbox as the mail worker sees it.
pub struct Outbox {
    /// The database.
    pub db: Db,
    /// For marks.
    pub writer: Writer,
    /// For "due at once".
    pub clock: Arc<dyn Clock>,
    /// Opens addresses.
    pub day_keys: Arc<DayKeys>,
    /// Makes links and codes.
    pub tokens: Tokens,
    /// Scheme, host and port of the public address.
    pub origin: String,
    /// Where this process counts.
    pub slot: Slot,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    kind: String,
    campaign_id: Option<Vec<u8>>,
    signature_id: Option<Vec<u8>>,
    sign_in_id: Option<Vec<u8>>,
    subject_id: Option<Vec<u8>>,
    locale: String,
    address: Vec<u8>,
    attempts: i64,
    created_at: i64,
    /// Of the campaign.
    slug: Option<String>,
    campaign_state: Option<String>,
    title: Option<String>,
    update_title: Option<String>,
    update_text: Option<String>,
    update_locale: Option<String>,
    /// Of an update: whether its signer still wants it, and its mailing was not ended.
    wanted: i64,
}

impl Outbox {
    async fn letter(&self, row: Row) -> Result<Option<Leased>> {
        let id = OutboxId::read(&row.id)?;
        let subjects = [&row.campaign_id, &row.signature_id, &row.sign_in_id, &row.subject_id];
        let about = About::read(&row.kind, subjects.map(Option::as_deref))?;
        // A sign-in link that waited for longer than it works would only confuse.
        let age = self.clock.now().as_microsecond() - row.created_at;
        if matches!(about, About::SignIn(_)) && age > sign_ins::LINK_MINUTES * 60_000_000 {
            return Ok(None);
        }
        // The same for what is offered for some days.
        let days = i64::from(team_limits::DAYS);
        if matches!(about, About::TeamInvited(_) | About::CampaignOffered) && age > days * 86_400_000_000 {
            return Ok(None);
        }
        if matches!(about, About::Support(_)) && age > i64::from(supporters::HOURS) * 3_600_000_000 {
            return Ok(None);
        }
        if matches!(about, About::Update(..)) && row.wanted == 0 {
            return Ok(None);
        }
        // Of a hidden campaign nothing can be confirmed, and nobody needs to be reminded of it.
        let hidden = row.campaign_state.as_deref() == Some("hidden");
        if hidden && matches!(about, About::Confirm(..) | About::AlreadySigned(..)) {
            return Ok(None);
        }
        let Some(address) = self.day_keys.open(id.bytes(), &row.address).await? else { return Ok(None) };
        let address = std::str::from_utf8(&address).map_err(|_| StoreError::Corrupt("address"))?;
        let to = EmailAddress::parse(address).map_err(|_| StoreError::Corrupt("address"))?;
        let lang = Lang::parse(&row.locale).unwrap_or_default();
        let slug = || row.slug.as_deref().and_then(Slug::parse).ok_or(StoreError::Corrupt("slug"));
        let title = || row.title.clone().ok_or(StoreError::Corrupt("title"));
        let link = |path: String| format!("{}{path}", self.origin);
        let letter = match about {
            About::Confirm(campaign, signature) => Letter::Confirm {
                campaign: title()?,
                link: link(paths::confirm(lang, &slug()?, &self.tokens.mint(Purpose::Confirm, campaign, signature))),
                code: self.tokens.code(campaign, signature).iter().map(|digit| char::from(*digit)).collect(),
            },
            About::AlreadySigned(campaign, signature) => Letter::AlreadySigned {
                campaign: title()?,
                link: link(paths::signature(lang, &slug()?, &self.tokens.mint(Purpose::Manage, campaign, signature))),
            },
            About::SignIn(row) => {
                Letter::SignIn { link: link(paths::sign_in_link(lang, &self.tokens.mint_sign_in(row))) }
            }
            About::SignedIn => Letter::SignedIn { link: link(paths::account(lang)) },
            About::Hidden(_) => Letter::Hidden { link: link(paths::campaign(lang, &slug()?)) },
            About::ShownAgain(_) => Letter::ShownAgain { link: link(paths::campaign(lang, &slug()?)) },
            About::ReportClosed(outcome) => Letter::ReportClosed { outcome },
            About::Reviewed(draft) => {
                let page = draft.map(|draft| paths::draft(lang, &draft.hex()));
                Letter::Reviewed { link: link(page.unwrap_or_else(|| paths::account(lang))) }
            }
            About::Milestone(_) => Letter::Milestone { campaign: title()?, link: link(paths::run(lang, &slug()?)) },
            About::ProofSetUp => Letter::ProofSetUp { link: link(paths::account(lang)) },
            About::ProofRemoved => Letter::ProofRemoved { link: link(paths::account(lang)) },
            About::PasskeyAdded => Letter::PasskeyAdded { link: link(paths::passkeys(lang, "")) },
            About::PasskeyRemoved => Letter::PasskeyRemoved { link: link(paths::passkeys(lang, "")) },
            About::RoleChanged => Letter::RoleChanged { link: link(paths::account(lang)) },
            About::StaffInvited => Letter::StaffInvited { link: link(paths::sign_in(lang)) },
            About::CampaignerInvited => Letter::CampaignerInvited { link: link(paths::sign_in(lang)) },
            About::UpdateReviewed(_, id) => Letter::Reviewed { link: link(paths::update(lang, &slug()?, &id.hex())) },
            About::Update(campaign, signature, _) => {
                let token = self.tokens.mint(Purpose::Unsubscribe, campaign, signature);
                let unsubscribe = link(paths::unsubscribe(lang, &slug()?, &token));
                Letter::Update(update(&row, title()?, link(paths::news(lang, &slug()?, 1)), Some(unsubscribe)))
            }
            // One that was deleted meanwhile has nothing to try out.
            About::UpdateTest(..) if row.update_text.is_none() => return Ok(None),
            About::UpdateTest(..) => Letter::Update(update(&row, title()?, link(paths::news(lang, &slug()?, 1)), None)),
            About::Support(row) => {
                Letter::Support { link: link(paths::confirm_support(lang, &self.tokens.mint_supporter(row))) }
            }
            About::TeamInvited(row) => {
                Letter::TeamInvited { link: link(paths::join_team(lang, &self.tokens.mint_team_invitation(row))) }
            }
            About::TeamJoined(team) => Letter::TeamJoined { link: link(paths::team(lang, &team.hex())) },
            About::TeamChanged => Letter::TeamChanged { link: link(paths::teams(lang)) },
            About::CampaignOffered => Letter::CampaignOffered { link: link(paths::teams(lang)) },
            About::CampaignTaken(team) => Letter::CampaignTaken { link: link(paths::team(lang, &team.hex())) },
        };
        Ok(Some(Leased {
            id: id.0,
            attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
            queued_at: Timestamp::from_microsecond(row.created_at).map_err(|_| StoreError::Corrupt("time"))?,
            lang,
            to,
            letter,
            concern: about.concern(id),
        }))
    }

    /// What is counted of mails that went out.
    async fn counted(&self, ids: &[RowId]) -> Result<Tally> {
        let mut conn = self.db.read().await?;
        let sent = outbox::confirmations(&mut conn.link(), ids).await?;
        drop(conn);
        let mut tally = Tally::default();
        for mail in sent {
            let (id, campaign) = (mail.id()?, mail.campaign()?);
            let address = self.day_keys.open(id.bytes(), mail.address()).await?.unwrap_or_default();
            let domain = String::from_utf8_lossy(&address).rsplit('@').next().unwrap_or_default().to_lowercase();
            tally.add_provider(provider::counted_under(|known| known == domain), Event::Mailed);
            tally.add(campaign, &mail.facts(), Event::Mailed);
        }
        Ok(tally)
    }

    /// Counts mails that went out, and deletes them.
    async fn settle(&self, ids: &[RowId]) -> Result<()> {
        let (tally, ids) = (self.counted(ids).await?, ids.to_vec());
        let (hour, slot) = (hour_of(self.clock.now()), self.slot.get());
        self.writer
            .job(move |tx| {
                Box::pin(async move {
                    let mut link = tx.link();
                    outbox::delete(&mut link, &ids).await?;
                    tally.write(&mut link, hour, slot).await
                })
            })
            .await
    }

    /// Releases these rows at once, or deletes them.
    async fn mark(&self, ids: &[RowId], release: Option<i64>) -> Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        let ids = ids.to_vec();
        self.writer
            .job(move |tx| {
                Box::pin(async move {
                    match release {
                        Some(now) => outbox::put_off(&mut tx.link(), &ids, now).await,
                        None => outbox::delete(&mut tx.link(), &ids).await,
                    }
                })
            })
            .await
    }
}

/// An update in the words of its mail.
fn update(row: &Row, campaign: String, link: String, unsubscribe: Option<String>) -> Box<UpdateLetter> {
    let text = row.update_text.clone().unwrap_or_default();
    Box::new(UpdateLetter {
        campaign,
        title: row.update_title.clone().unwrap_or_default(),
        html: to_html(&text),
        text,
        locale: row.update_locale.clone().unwrap_or_default(),
        link,
        unsubscribe,
    })
}

/// Takes due rows of one priority.
async fn lease_of(link: &mut Link<'_>, now: i64, limit: i64, bulk: i64) -> Result<Vec<Row>> {
    Ok(match link {
        Link::Sqlite(c) => sqlx::query_as(DUE).bind(now).bind(limit).bind(bulk).fetch_all(&mut **c).await?,
        Link::Postgres(c) => {
            let mut query = QueryBuilder::new(DUE);
            query.push(" FOR UPDATE OF o SKIP LOCKED");
            query.build_query_as().bind(now).bind(limit).bind(bulk).fetch_all(&mut **c).await?
        }
    })
}

/// Leases due rows within a transaction: those in bulk only where there is room behind all others. On PostgreSQL several workers take different rows.
async fn lease(tx: &mut Tx, now: i64, limit: i64) -> Result<Vec<Row>> {
    let mut link = tx.link();
    let mut rows = Vec::new();
    // Mail may have been told to wait since the worker asked: then nothing more is taken.
    if mail_waits::waits(&mut link).await? {
        return Ok(rows);
    }
    for bulk in PRIORITIES {
        let room = limit - i64::try_from(rows.len()).unwrap_or(limit);
        if room > 0 {
            rows.extend(lease_of(&mut link, now, room, bulk).await?);
        }
    }
    let ids = rows.iter().map(|row| OutboxId::read(&row.id).map(|id| id.0)).collect::<Result<Vec<_>>>()?;
    if !ids.is_empty() {
        outbox::put_off(&mut link, &ids, now + LEASE).await?;
    }
    Ok(rows)
}

fn told(error: StoreError) -> MailStoreError {
    MailStoreError(error.to_string())
}

#[async_trait]
impl OutboxStore for Outbox {
    async fn waits(&self) -> Result<bool, MailStoreError> {
        let mut conn = self.db.read().await.map_err(told)?;
        mail_waits::waits(&mut conn.link()).await.map_err(told)
    }

    async fn lease(&self, now: Timestamp, limit: u32) -> Result<Vec<Leased>, MailStoreError> {
        let now = now.as_microsecond();
        // A look before taking the writer's time: mostly there is nothing to send.
        let mut conn = self.db.read().await.map_err(told)?;
        let mut is_due = false;
        for bulk in PRIORITIES {
            is_due = is_due
                || each_db!(conn.link(), c =>
                    sqlx::query_scalar::<_, i64>(ANY_DUE).bind(now).bind(bulk).fetch_optional(c).await)
                .map_err(|e| told(e.into()))?
                .is_some();
        }
        drop(conn);
        if !is_due {
            return Ok(Vec::new());
        }
        let limit = i64::from(limit);
        let rows =
            self.writer.job(move |tx| Box::pin(async move { lease(tx, now, limit).await })).await.map_err(told)?;
        let (mut leased, mut lost) = (Vec::with_capacity(rows.len()), Vec::new());
        for row in rows {
            let id = OutboxId::read(&row.id).map_err(told)?;
            match self.letter(row).await.map_err(told)? {
                Some(letter) => leased.push(letter),
                // The day's key has been destroyed, or the link has expired: there is nobody to be written to.
                None => lost.push(id.0),
            }
        }
        self.mark(&lost, None).await.map_err(told)?;
        Ok(leased)
    }

    async fn sent(&self, ids: &[RowId]) -> Result<(), MailStoreError> {
        if ids.is_empty() {
            return Ok(());
        }
        self.settle(ids).await.map_err(told)
    }

    async fn retry(&self, id: &RowId, not_before: Timestamp) -> Result<(), MailStoreError> {
        let (id, not_before) = (*id, not_before.as_microsecond());
        self.writer
            .job(move |tx| {
                Box::pin(async move {
                    each_db!(tx.link(), c =>
                        sqlx::query(RETRY).bind(&id[..]).bind(not_before).execute(c).await.map(drop))?;
                    Ok(())
                })
            })
            .await
            .map_err(told)
    }

    async fn release(&self, ids: &[RowId]) -> Result<(), MailStoreError> {
        self.mark(ids, Some(self.clock.now().as_microsecond())).await.map_err(told)
    }

    async fn give_up(&self, id: &RowId, code: Option<u16>) -> Result<(), MailStoreError> {
        let code = code.map(i64::from);
        let id = *id;
        self.writer
            .job(move |tx| {
                Box::pin(async move {
                    each_db!(tx.link(), c => sqlx::query(GIVE_UP).bind(&id[..]).bind(code).execute(c).await.map(drop))?;
                    Ok(())
                })
            })
            .await
            .map_err(told)
    }
}
