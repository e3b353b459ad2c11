//! Reading campaigns.

use crate::privacy::{DigestKey, SecretBox};
use crate::store::{CampaignId, Conn, Db, Link, Result, RevisionId, StoreError, each_db};

crate::store::statements! {
    FIND = "SELECT id, state, started_by, time_zone, closes_at, goal, reading, reasons, asks_postcode, revision_id, digest_key
        FROM campaigns WHERE slug = $1";
    REVISION = "SELECT id, default_locale, number, created_at FROM revisions WHERE id = $1";
    EARLIER = "SELECT r.id, r.default_locale, r.number, r.created_at, n.created_at
        FROM revisions r JOIN revisions n ON n.campaign_id = r.campaign_id AND n.number = r.number + 1
        WHERE r.campaign_id = $1 AND r.number = $2";
    TEXTS = "SELECT locale, title, summary, story_html, demands, targets, facts, consent
        FROM revision_texts WHERE revision_id = $1 ORDER BY locale";
    SOURCES = "SELECT code FROM campaign_sources WHERE campaign_id = $1 ORDER BY code";
    ADD_SOURCE = "INSERT INTO campaign_sources (campaign_id, code) VALUES ($1, $2)";
    DELETE_SOURCES = "DELETE FROM campaign_sources WHERE campaign_id = $1";
    KEYS = "SELECT public_key FROM campaign_keys WHERE campaign_id = $1 ORDER BY key_id";
    LIST = "SELECT c.id, c.slug, c.time_zone,
        (SELECT CAST(COALESCE(SUM(k.n), 0) AS BIGINT) FROM campaign_counts k WHERE k.campaign_id = c.id) AS confirmed
        FROM campaigns c WHERE c.slug > $1 ORDER BY c.slug LIMIT 1000";
    ONE = "SELECT c.id, c.slug, c.time_zone,
        (SELECT CAST(COALESCE(SUM(k.n), 0) AS BIGINT) FROM campaign_counts k WHERE k.campaign_id = c.id) AS confirmed
        FROM campaigns c WHERE c.slug = $1";
    ANY_DIGEST_KEY = "SELECT id, digest_key FROM campaigns WHERE digest_key IS NOT NULL LIMIT 1";
    PUBLIC = "SELECT slug FROM campaigns WHERE state IN ('published', 'closed')
        ORDER BY published_at DESC, slug LIMIT $1 OFFSET $2";
}

/// Found through full-text search, which each database does in its own way; the query's words are quoted prefixes, all needed.
const SEARCH_SQLITE: &str = "SELECT c.slug FROM campaign_search s JOIN campaigns c ON c.id = s.campaign_id
    WHERE campaign_search MATCH $1 AND c.state IN ('published', 'closed', 'archived')
    ORDER BY c.published_at DESC, c.slug LIMIT $2 OFFSET $3";
const SEARCH_POSTGRES: &str = "SELECT slug FROM campaigns
    WHERE to_tsvector('simple', search) @@ to_tsquery('simple', $1) AND state IN ('published', 'closed', 'archived')
    ORDER BY published_at DESC, slug LIMIT $2 OFFSET $3";

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub id: Vec<u8>,
    pub state: String,
    pub started_by: String,
    pub time_zone: String,
    pub closes_at: Option<i64>,
    pub goal: i64,
    pub reading: String,
    pub reasons: String,
    pub asks_postcode: i64,
    pub revision_id: Vec<u8>,
    pub digest_key: Option<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
pub(super) struct Text {
    pub locale: String,
    pub title: String,
    pub summary: String,
    pub story_html: String,
    pub demands: String,
    pub targets: String,
    pub facts: Option<String>,
    pub consent: String,
}

/// Texts of a campaign that nobody changes any more.
#[derive(sqlx::FromRow)]
pub(super) struct Revision {
    id: Vec<u8>,
    pub default_locale: String,
    /// From 1.
    pub number: i64,
    pub created_at: i64,
}

impl Revision {
    pub fn id(&self) -> Result<RevisionId> {
        RevisionId::read(&self.id)
    }
}

pub(super) async fn find(link: &mut Link<'_>, slug: &str) -> Result<Option<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(FIND).bind(slug).fetch_optional(&mut **c).await)?)
}

/// A revision of a campaign's texts, and since when it has been public.
pub(super) async fn revision(link: &mut Link<'_>, revision: RevisionId) -> Result<Revision> {
    Ok(each_db!(link, c => sqlx::query_as(REVISION).bind(revision.bytes()).fetch_one(&mut **c).await)?)
}

/// An earlier revision, by its number, and until when (microseconds) it was public.
pub(super) async fn earlier(link: &mut Link<'_>, campaign: CampaignId, number: i64) -> Result<Option<(Revision, i64)>> {
    let row: Option<(Vec<u8>, String, i64, i64, i64)> = each_db!(link, c =>
        sqlx::query_as(EARLIER).bind(campaign.bytes()).bind(number).fetch_optional(&mut **c).await)?;
    Ok(row.map(|(id, default_locale, number, created_at, until)| {
        (Revision { id, default_locale, number, created_at }, until)
    }))
}

pub(super) async fn texts(link: &mut Link<'_>, revision: RevisionId) -> Result<Vec<Text>> {
    Ok(each_db!(link, c => sqlx::query_as(TEXTS).bind(revision.bytes()).fetch_all(&mut **c).await)?)
}

pub(super) async fn keys(link: &mut Link<'_>, campaign: CampaignId) -> Result<Vec<Vec<u8>>> {
    Ok(each_db!(link, c => sqlx::query_scalar(KEYS).bind(campaign.bytes()).fetch_all(&mut **c).await)?)
}

/// A campaign's own codes of how signers come.
pub(crate) async fn sources(link: &mut Link<'_>, campaign: CampaignId) -> Result<Vec<String>> {
    Ok(each_db!(link, c => sqlx::query_scalar(SOURCES).bind(campaign.bytes()).fetch_all(&mut **c).await)?)
}

/// Puts these codes in their place.
pub(crate) async fn set_sources(link: &mut Link<'_>, campaign: CampaignId, codes: &[String]) -> Result<()> {
    each_db!(&mut *link, c => sqlx::query(DELETE_SOURCES).bind(campaign.bytes()).execute(&mut **c).await.map(drop))?;
    for code in codes {
        each_db!(&mut *link, c =>
            sqlx::query(ADD_SOURCE).bind(campaign.bytes()).bind(code).execute(&mut **c).await.map(drop))?;
    }
    Ok(())
}

/// Whether `wrapping` opens what is stored, by one campaign's key of digests; `true` where there is none to try.
///
/// # Errors
/// When the database fails.
pub async fn opens_digest_keys(conn: &mut Conn, wrapping: &SecretBox) -> Result<bool> {
    let row: Option<(Vec<u8>, Vec<u8>)> =
        each_db!(conn.link(), c => sqlx::query_as(ANY_DIGEST_KEY).fetch_optional(c).await)?;
    let Some((id, wrapped)) = row else { return Ok(true) };
    Ok(DigestKey::unwrap_from(wrapping, &CampaignId::read(&id)?.0, &wrapped).is_some())
}

/// A campaign as commands go through them.
#[derive(sqlx::FromRow)]
pub struct Listed {
    id: Vec<u8>,
    /// Its address.
    pub slug: String,
    /// Where its days begin and end (IANA).
    pub time_zone: String,
    /// Confirmed signatures.
    pub confirmed: i64,
}

impl Listed {
    /// Names it.
    ///
    /// # Errors
    /// When what is stored is no id.
    pub fn id(&self) -> Result<CampaignId> {
        CampaignId::read(&self.id)
    }
}

/// The campaign at this address, in whatever state.
///
/// # Errors
/// A sentence if there is none, what the database said otherwise.
pub async fn named(db: &Db, slug: &str) -> Result<Listed> {
    let mut conn = db.read().await?;
    let found: Option<Listed> = each_db!(conn.link(), c => sqlx::query_as(ONE).bind(slug).fetch_optional(c).await)?;
    found.ok_or_else(|| {
        StoreError::Refused(format!("There is no campaign {slug}. `undersigned campaign list` names them."))
    })
}

/// Goes through all campaigns in whatever state, in the order of their addresses and read in pages, or through `only` that one.
///
/// # Errors
/// As [`named`], and what `visit` failed with.
pub async fn each<E: From<StoreError>>(
    db: &Db,
    only: Option<&str>,
    mut visit: impl AsyncFnMut(Listed) -> Result<(), E>,
) -> Result<(), E> {
    if let Some(slug) = only {
        return visit(named(db, slug).await?).await;
    }
    let mut after = String::new();
    loop {
        let page = listed_after(db, &after).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after.clone_from(&last.slug);
        for campaign in page {
            visit(campaign).await?;
        }
    }
}

/// Campaigns in whatever state, in the order of their addresses: the first thousand after this one.
///
/// # Errors
/// When the database fails.
pub async fn listed_after(db: &Db, slug: &str) -> Result<Vec<Listed>> {
    let mut conn = db.read().await?;
    Ok(each_db!(conn.link(), c => sqlx::query_as(LIST).bind(slug).fetch_all(c).await)?)
}

/// Slugs of public campaigns, newest first: all but those in the archive, or with `words` (folded, without other characters than
/// letters and digits) those that have them all, the archive's too.
pub(super) async fn public(link: &mut Link<'_>, words: &[String], limit: i64, offset: i64) -> Result<Vec<String>> {
    if words.is_empty() {
        return Ok(each_db!(link, c =>
            sqlx::query_scalar(PUBLIC).bind(limit).bind(offset).fetch_all(&mut **c).await)?);
    }
    let joined = |format: fn(&String) -> String, by: &str| words.iter().map(format).collect::<Vec<_>>().join(by);
    Ok(match link {
        Link::Sqlite(c) => {
            let query = joined(|word| format!("\"{word}\"*"), " AND ");
            sqlx::query_scalar(SEARCH_SQLITE).bind(query).bind(limit).bind(offset).fetch_all(&mut **c).await?
        }
        Link::Postgres(c) => {
            let query = joined(|word| format!("{word}:*"), " & ");
            sqlx::query_scalar(SEARCH_POSTGRES).bind(query).bind(limit).bind(offset).fetch_all(&mut **c).await?
        }
    })
}

/// Reads JSON that we wrote.
pub(super) fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| StoreError::Corrupt("JSON of a campaign's texts"))
}
