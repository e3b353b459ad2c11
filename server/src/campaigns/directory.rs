//! Campaigns as the running server holds them: read from the database, kept for at most a second (pages made from them live another).

use super::{store, view};
use crate::invalidation::{self, PublicRemoval};
use crate::moderation;
use crate::pictures;
use crate::privacy::{DigestKey, SecretBox};
use crate::running::{PublicReply, public_reply};
use crate::settings::Current;
use crate::signatures::recount::{self, LastRecount};
use crate::signatures::{shown_reasons, tally};
use crate::store::{CampaignId, Db, Link, Result, RevisionId, StoreError};
use crate::updates::{self, PublicUpdate};
use app::campaigns::{CampaignSummary, Facts, FormOptions, Reading, ReasonsMode, ShownReason, Slug, Target};
use app::error::AppError;
use app::i18n::Lang;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use moka::future::Cache;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use vault::PublicKey;

/// How old what is shown may be: another process may have changed it.
const TEXTS_LIVE: Duration = Duration::from_secs(1);
const COUNT_LIVES: Duration = Duration::from_secs(1);
const SHOWN_REASONS: i64 = 12;
const SHOWN_UPDATES: u32 = 10;

/// A campaign with everything that its pages and its sign form need.
pub struct Record {
    /// Names it.
    pub id: CampaignId,
    /// Its address.
    pub slug: Slug,
    /// Whether the public may see it.
    pub public: bool,
    /// Whether it was refused after it had become public.
    pub refused: bool,
    /// Whether it became public before a moderator had read it, and still waits for one.
    pub unread: bool,
    /// Who started it.
    pub started_by: String,
    /// Where its days begin and end.
    pub time_zone: TimeZone,
    /// When it stops taking signatures.
    pub closes_at: Option<Timestamp>,
    /// The goal it was given.
    pub goal: i64,
    /// What its form asks.
    pub form: FormOptions,
    /// The texts that are public now.
    pub revision: RevisionId,
    /// How many there have been, these among them.
    pub revisions: i64,
    /// Since when these have been public.
    pub(super) texts_since: Timestamp,
    /// Its own codes of how signers come.
    pub sources: Vec<String>,
    /// The texts in each language, the default first.
    pub texts: Vec<Text>,
    /// The key of its digests; `None` once destroyed.
    pub digest_key: Option<DigestKey>,
    /// The keys of those who may open what signers give.
    pub keys: Vec<PublicKey>,
    /// What whoever is asked has answered.
    pub(super) reply: Option<PublicReply>,
    /// The day (since 1970, UTC) on which the goal was reached.
    pub(super) goal_day: Option<i64>,
    /// Reasons that may be shown.
    pub reasons: Vec<ShownReason>,
    /// The newest updates.
    pub updates: Vec<PublicUpdate>,
    /// Whether there are older ones.
    pub more_updates: bool,
    /// The picture that the public may see.
    pub(crate) picture: Option<pictures::Shown>,
    /// What was taken off the count by rules.
    pub(super) removals: Vec<PublicRemoval>,
}

/// A campaign's texts in one language.
pub struct Text {
    /// BCP 47 code.
    pub locale: String,
    /// Title.
    pub title: String,
    /// Two or three sentences.
    pub summary: String,
    /// Sanitised HTML.
    pub story_html: String,
    /// Demands.
    pub demands: Vec<String>,
    /// Who is asked.
    pub targets: Vec<Target>,
    /// Figures.
    pub facts: Option<Facts>,
    /// What a signer agrees to.
    pub consent: String,
}

impl Record {
    /// The texts in this language, else in the campaign's own.
    ///
    /// # Errors
    /// [`AppError::Internal`] for a campaign without texts, which cannot be imported.
    pub fn text(&self, lang: Lang) -> Result<&Text, AppError> {
        text_in(&self.texts, lang)
    }

    /// Whether it takes signatures at this moment.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.closes_at.is_none_or(|closes| now < closes)
    }
}

/// The texts in this language, else the first.
pub(super) fn text_in(texts: &[Text], lang: Lang) -> Result<&Text, AppError> {
    let fitting = texts.iter().find(|text| Lang::parse(&text.locale) == Some(lang));
    fitting.or(texts.first()).ok_or(AppError::Internal)
}

/// Texts that were public before those that are.
pub(super) struct Earlier {
    /// Which: from 1.
    pub(super) number: i64,
    /// In each language, the default first.
    pub(super) texts: Vec<Text>,
    /// Since when they were public.
    pub(super) from: Timestamp,
    /// Until when.
    pub(super) until: Timestamp,
}

/// Finds campaigns and their counts.
pub struct Directory {
    db: Db,
    wrapping: SecretBox,
    settings: Current,
    records: Cache<Slug, Option<Arc<Record>>>,
    counts: Cache<CampaignId, i64>,
    changes: AtomicU64,
}

impl Directory {
    /// A directory of this database, under what is set for the house; `wrapping` opens the keys of digests.
    pub fn new(db: Db, wrapping: SecretBox, settings: Current) -> Self {
        let records = Cache::builder().max_capacity(1_000).time_to_live(TEXTS_LIVE).build();
        let counts = Cache::builder().max_capacity(10_000).time_to_live(COUNT_LIVES).build();
        Self { db, wrapping, settings, records, counts, changes: AtomicU64::new(0) }
    }

    /// A public campaign.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Gone`] for one that was hidden, [`AppError::Internal`] when the database fails.
    pub async fn public(&self, slug: &Slug) -> Result<Arc<Record>, AppError> {
        let record = self.any(slug).await?;
        if record.public { Ok(record) } else { Err(AppError::Gone) }
    }

    /// A campaign that is public, or was until it was hidden.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Internal`] when the database fails.
    pub async fn any(&self, slug: &Slug) -> Result<Arc<Record>, AppError> {
        let loaded = self.records.try_get_with(slug.clone(), self.load(slug)).await;
        loaded.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
    }

    /// Why a campaign is hidden, in this language; nothing where no reason was given.
    ///
    /// # Errors
    /// As [`Directory::any`].
    pub(super) async fn why_hidden(&self, slug: &Slug, lang: Lang) -> Result<Vec<String>, AppError> {
        let record = self.any(slug).await?;
        let read = async {
            let mut conn = self.db.read().await?;
            moderation::texts_of(&mut conn.link(), record.id, lang).await
        };
        read.await.map_err(|error| internal(&error))
    }

    /// Texts of a campaign that were public before those that are; `None` if there are none of this number.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    pub(super) async fn earlier(&self, campaign: CampaignId, number: i64) -> Result<Option<Earlier>, AppError> {
        let read = async {
            let mut conn = self.db.read().await?;
            let mut link = conn.link();
            let Some((revision, until)) = store::earlier(&mut link, campaign, number).await? else { return Ok(None) };
            let (texts, from) = (texts(&mut link, &revision).await?, time(revision.created_at)?);
            Ok(Some(Earlier { number: revision.number, texts, from, until: time(until)? }))
        };
        read.await.map_err(|error: StoreError| internal(&error))
    }

    /// A public campaign as lists show it.
    ///
    /// # Errors
    /// As [`Directory::public`].
    pub(crate) async fn summary(&self, slug: &Slug, lang: Lang, now: Timestamp) -> Result<CampaignSummary, AppError> {
        let record = self.public(slug).await?;
        let count = self.count(record.id).await?;
        view::summary(&record, lang, now, count)
    }

    /// Confirmed signatures, at most a second old.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    pub async fn count(&self, campaign: CampaignId) -> Result<i64, AppError> {
        let count = self.counts.try_get_with(campaign, self.fresh_count(campaign)).await;
        count.map_err(|error| internal(&error))
    }

    /// What the last nightly recount found.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    pub(super) async fn last_recount(&self) -> Result<Option<LastRecount>, AppError> {
        let found = async {
            let mut conn = self.db.read().await?;
            recount::last(&mut conn.link()).await
        };
        found.await.map_err(|error| internal(&error))
    }

    /// Forgets what is held of a campaign, for whoever has just changed it and looks at it next.
    pub async fn forget(&self, record: &Record) {
        self.counts.invalidate(&record.id).await;
        self.records.invalidate(&record.slug).await;
        self.changes.fetch_add(1, Ordering::Release);
    }

    /// Forgets what is held of all campaigns, for what is set for the house has changed.
    pub fn forget_all(&self) {
        self.records.invalidate_all();
        self.changes.fetch_add(1, Ordering::Release);
    }

    /// How often something was forgotten.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }

    /// Slugs of public campaigns.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    pub async fn search(&self, words: &[String], limit: i64, offset: i64) -> Result<Vec<Slug>, AppError> {
        let found = async {
            let mut conn = self.db.read().await?;
            store::public(&mut conn.link(), words, limit, offset).await
        };
        let slugs = found.await.map_err(|error| internal(&error))?;
        Ok(slugs.iter().filter_map(|slug| Slug::parse(slug)).collect())
    }

    async fn fresh_count(&self, campaign: CampaignId) -> Result<i64> {
        let mut conn = self.db.read().await?;
        tally::count(&mut conn.link(), campaign).await
    }

    async fn load(&self, slug: &Slug) -> Result<Option<Arc<Record>>> {
        let mut conn = self.db.read().await?;
        let mut link = conn.link();
        let Some(row) = store::find(&mut link, slug.as_str()).await? else { return Ok(None) };
        let (id, revision) = (CampaignId::read(&row.id)?, RevisionId::read(&row.revision_id)?);
        let now = store::revision(&mut link, revision).await?;
        let texts = texts(&mut link, &now).await?;
        let sources = store::sources(&mut link, id).await?;
        let keys = store::keys(&mut link, id).await?;
        let keys = keys.iter().map(|key| PublicKey::from_bytes(key)).collect::<Result<_, _>>();
        let shown_how = self.settings.get().reasons.of(code::<ReasonsMode>(&row.reasons)?);
        let reasons = match shown_how {
            ReasonsMode::Off => Vec::new(),
            ReasonsMode::Reviewed | ReasonsMode::Open => shown_reasons(&mut link, id, SHOWN_REASONS).await?,
        };
        let (reply, goal_day) = public_reply(&mut link, id, row.goal).await?;
        let mut updates = updates::public(&mut link, id, SHOWN_UPDATES + 1, 0).await?;
        let more_updates = updates.len() > SHOWN_UPDATES as usize;
        updates.truncate(SHOWN_UPDATES as usize);
        let digest_key = match &row.digest_key {
            Some(wrapped) => Some(DigestKey::unwrap_from(&self.wrapping, &id.0, wrapped).ok_or_else(|| {
                StoreError::Refused(
                    "The keys in data/keys are not those of this database: bring the right ones back from their backup.".to_owned(),
                )
            })?),
            None => None,
        };
        Ok(Some(Arc::new(Record {
            id,
            slug: slug.clone(),
            public: matches!(row.state.as_str(), "published" | "closed" | "archived"),
            refused: row.state == "rejected",
            unread: moderation::unread_since(&mut link, id).await?.is_some(),
            started_by: row.started_by,
            time_zone: TimeZone::get(&row.time_zone).map_err(|_| StoreError::Corrupt("time zone"))?,
            closes_at: row.closes_at.map(time).transpose()?,
            goal: row.goal,
            form: FormOptions {
                reading: code::<Reading>(&row.reading)?,
                reasons: shown_how,
                asks_postcode: row.asks_postcode != 0,
            },
            revision,
            revisions: now.number,
            texts_since: time(now.created_at)?,
            sources,
            texts,
            digest_key,
            reply,
            goal_day,
            keys: keys.map_err(|_| StoreError::Corrupt("public key"))?,
            reasons: reasons
                .into_iter()
                .map(|shown| ShownReason { name: shown.public_name, reason: shown.reason, lang: shown.locale })
                .collect(),
            updates,
            more_updates,
            picture: pictures::of_public(&mut link, id).await?,
            removals: invalidation::public(&mut link, id).await?,
        })))
    }
}

/// The texts of a revision, those in its default language first.
async fn texts(link: &mut Link<'_>, revision: &store::Revision) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for text in store::texts(link, revision.id()?).await? {
        texts.push(Text {
            title: text.title,
            summary: text.summary,
            story_html: text.story_html,
            demands: store::json(&text.demands)?,
            targets: store::json(&text.targets)?,
            facts: text.facts.as_deref().map(store::json).transpose()?,
            consent: text.consent,
            locale: text.locale,
        });
    }
    texts.sort_by_key(|text| text.locale != revision.default_locale);
    Ok(texts)
}

fn time(microseconds: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(microseconds).map_err(|_| StoreError::Corrupt("time"))
}

/// Reads a word that an enum of `app` is stored as.
fn code<T: serde::de::DeserializeOwned>(word: &str) -> Result<T> {
    T::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(word))
        .map_err(|_| StoreError::Corrupt("a campaign's setting"))
}

/// Tells the log what the reader is not told.
pub(crate) fn internal(error: &StoreError) -> AppError {
    match error {
        StoreError::Full => AppError::Busy { retry_after: 2 },
        error => {
            tracing::error!(%error, "the database failed");
            AppError::Internal
        }
    }
}
