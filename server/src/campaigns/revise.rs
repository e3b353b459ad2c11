//! The texts of a campaign as they are stored, and putting others in their place.

use super::file::File;
use super::markdown::to_html;
use super::store::json;
use crate::privacy::fold_name;
use crate::store::{CampaignId, Link, Result, RevisionId, StoreError, Tx, each_db};
use app::campaigns::Target;
use app::i18n::Lang;

crate::store::statements! {
    INSERT_REVISION = "INSERT INTO revisions (id, campaign_id, number, default_locale, created_at)
        VALUES ($1, $2, $3, $4, $5)";
    NEXT_NUMBER = "SELECT CAST(COALESCE(MAX(number), 0) + 1 AS BIGINT) FROM revisions WHERE campaign_id = $1";
    INSERT_TEXT = "INSERT INTO revision_texts
        (revision_id, locale, title, summary, story, story_html, demands, targets, facts, consent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    STORED_TEXTS = "SELECT t.locale, t.title, t.summary, t.story, t.story_html, t.demands, t.targets, t.facts, t.consent
        FROM campaigns c JOIN revision_texts t ON t.revision_id = c.revision_id WHERE c.id = $1";
    SET_REVISION = "UPDATE campaigns SET revision_id = $2, started_by = $3, search = $4 WHERE id = $1";
}

const DELETE_SEARCH: &str = "DELETE FROM campaign_search WHERE campaign_id = $1";
const INSERT_SEARCH: &str = "INSERT INTO campaign_search (campaign_id, body) VALUES ($1, $2)";

/// Texts in one language, as they are stored.
#[derive(sqlx::FromRow)]
pub(super) struct StoredText {
    locale: String,
    title: String,
    summary: String,
    story: String,
    story_html: String,
    demands: String,
    targets: String,
    facts: Option<String>,
    consent: String,
}

impl StoredText {
    pub(super) fn all(file: &File) -> Result<Vec<Self>> {
        let json = |value: serde_json::Result<String>| value.map_err(|_| StoreError::Corrupt("JSON"));
        let texts = file.texts.iter().map(|(locale, texts)| {
            Ok(Self {
                locale: locale.clone(),
                title: texts.title.clone(),
                summary: texts.summary.clone(),
                story: texts.story.clone(),
                story_html: to_html(&texts.story),
                demands: json(serde_json::to_string(&texts.demands))?,
                targets: json(serde_json::to_string(&texts.targets()))?,
                facts: texts.facts(locale).map(|facts| json(serde_json::to_string(&facts))).transpose()?,
                consent: texts.consent.clone(),
            })
        });
        texts.collect()
    }
}

/// Writes a revision of a campaign, numbered after those before it.
pub(super) async fn insert_texts(
    link: &mut Link<'_>,
    (revision, campaign): (RevisionId, CampaignId),
    default_locale: &str,
    texts: &[StoredText],
    now: i64,
) -> Result<()> {
    let number: i64 = each_db!(&mut *link, c =>
        sqlx::query_scalar(NEXT_NUMBER).bind(campaign.bytes()).fetch_one(&mut **c).await)?;
    each_db!(&mut *link, c => sqlx::query(INSERT_REVISION)
        .bind(revision.bytes()).bind(campaign.bytes()).bind(number).bind(default_locale).bind(now)
        .execute(&mut **c).await.map(drop))?;
    for text in texts {
        each_db!(&mut *link, c => sqlx::query(INSERT_TEXT)
            .bind(revision.bytes())
            .bind(&text.locale)
            .bind(&text.title)
            .bind(&text.summary)
            .bind(&text.story)
            .bind(&text.story_html)
            .bind(&text.demands)
            .bind(&text.targets)
            .bind(&text.facts)
            .bind(&text.consent)
            .execute(&mut **c).await.map(drop))?;
    }
    Ok(())
}

/// All texts in all languages, folded: what the search looks into.
pub(super) fn search(started_by: &str, texts: &[StoredText]) -> Result<String> {
    let mut words = vec![started_by.to_owned()];
    for text in texts {
        words.extend([text.title.clone(), text.summary.clone(), text.story.clone()]);
        words.extend(json::<Vec<String>>(&text.demands)?);
        words.extend(json::<Vec<Target>>(&text.targets)?.into_iter().map(|target| target.name));
    }
    Ok(fold_name(&words.join(" ")))
}

/// Puts a campaign's words where the search of this database finds them.
pub(super) async fn set_search(link: &mut Link<'_>, campaign: CampaignId, words: &str) -> Result<()> {
    if let Link::Sqlite(c) = link {
        sqlx::query(DELETE_SEARCH).bind(campaign.bytes()).execute(&mut **c).await?;
        sqlx::query(INSERT_SEARCH).bind(campaign.bytes()).bind(words).execute(&mut **c).await?;
    }
    Ok(())
}

/// Other texts of a campaign on their way into the database. Those before are kept: signatures name them.
pub(crate) struct Revise {
    pub(super) campaign: CampaignId,
    pub(super) revision: RevisionId,
    pub(super) now: i64,
    pub(super) file: File,
}

impl Revise {
    /// Writes them, in the place of those that are public.
    ///
    /// # Errors
    /// What the database said; [`StoreError::Raced`] if there is no such campaign.
    pub(crate) async fn run(self, tx: &mut Tx) -> Result<()> {
        let Self { campaign, revision, now, file } = self;
        let mut link = tx.link();
        let before: Vec<StoredText> = each_db!(&mut link, c =>
            sqlx::query_as(STORED_TEXTS).bind(campaign.bytes()).fetch_all(&mut **c).await)?;
        let mut texts = StoredText::all(&file)?;
        for text in before {
            match texts.iter_mut().find(|new| Lang::parse(&new.locale) == Lang::parse(&text.locale)) {
                // Nobody has asked signers to agree to anything else.
                Some(new) => new.consent = text.consent,
                // What cannot be written in the browser stays as it is. What could be, and is not there any more, was left out.
                None if Lang::parse(&text.locale).is_none() => texts.push(text),
                None => {}
            }
        }
        let search = search(&file.started_by, &texts)?;
        insert_texts(&mut link, (revision, campaign), &file.default_locale, &texts, now).await?;
        let changed = each_db!(&mut link, c => sqlx::query(SET_REVISION)
            .bind(campaign.bytes())
            .bind(revision.bytes())
            .bind(&file.started_by)
            .bind(&search)
            .execute(&mut **c).await.map(|done| done.rows_affected()))?;
        if changed != 1 {
            return Err(StoreError::Raced);
        }
        set_search(&mut link, campaign, &search).await
    }
}
