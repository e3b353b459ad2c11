//! The public texts of a campaign, as somebody would have typed them.

use crate::campaigns::closing_day;
use crate::store::{CampaignId, Link, Result, StoreError, each_db};
use app::campaigns::{Facts, Target};
use app::drafts::{DraftForm, FactsForm, TextsForm};
use app::form::Checkbox;
use app::i18n::Lang;
use jiff::Timestamp;
use jiff::tz::TimeZone;

crate::store::statements! {
    PUBLIC_CAMPAIGN = "SELECT c.slug, c.started_by, c.time_zone, c.closes_at, c.goal, c.asks_postcode, r.default_locale
        FROM campaigns c JOIN revisions r ON r.id = c.revision_id WHERE c.id = $1";
    PUBLIC_TEXTS = "SELECT t.locale, t.title, t.summary, t.story, t.demands, t.targets, t.facts
        FROM campaigns c JOIN revision_texts t ON t.revision_id = c.revision_id WHERE c.id = $1";
    REVISIONS = "SELECT r.number, r.created_at FROM revisions r WHERE r.campaign_id = $1 ORDER BY r.number DESC LIMIT 100";
}

#[derive(sqlx::FromRow)]
struct Campaign {
    slug: String,
    started_by: String,
    time_zone: String,
    closes_at: Option<i64>,
    goal: i64,
    asks_postcode: i64,
    default_locale: String,
}

#[derive(sqlx::FromRow)]
struct Text {
    locale: String,
    title: String,
    summary: String,
    story: String,
    demands: String,
    targets: String,
    facts: Option<String>,
}

impl Text {
    fn form(self, lang: Lang) -> Result<TextsForm> {
        let corrupt = |_| StoreError::Corrupt("JSON of a campaign's texts");
        let demands: Vec<String> = serde_json::from_str(&self.demands).map_err(corrupt)?;
        let targets: Vec<Target> = serde_json::from_str(&self.targets).map_err(corrupt)?;
        let targets = targets.into_iter().map(|target| match target.office {
            Some(office) => format!("{}; {office}", target.name),
            None => target.name,
        });
        let facts: Option<Facts> = self.facts.as_deref().map(serde_json::from_str).transpose().map_err(corrupt)?;
        Ok(TextsForm {
            title: self.title,
            targets: targets.collect::<Vec<_>>().join("\n"),
            demands: demands.join("\n"),
            summary: self.summary,
            story: self.story,
            facts: facts.map(|facts| FactsForm::of(&facts, lang)).unwrap_or_default(),
        })
    }
}

/// The public texts of a campaign in the languages of the interface. `None` if there is no such campaign, and for one whose own language
/// the interface does not speak.
pub(crate) async fn form_of(link: &mut Link<'_>, id: CampaignId) -> Result<Option<DraftForm>> {
    let row: Option<Campaign> =
        each_db!(&mut *link, c => sqlx::query_as(PUBLIC_CAMPAIGN).bind(id.bytes()).fetch_optional(&mut **c).await)?;
    let Some(row) = row else { return Ok(None) };
    let Some(own) = Lang::parse(&row.default_locale) else { return Ok(None) };
    let zone = TimeZone::get(&row.time_zone).unwrap_or(TimeZone::UTC);
    let closes = row.closes_at.and_then(|closes| closing_day(Timestamp::from_microsecond(closes).ok()?, &zone));
    let mut form = DraftForm {
        slug: row.slug,
        started_by: row.started_by,
        locale: own.code().to_owned(),
        goal: row.goal.to_string(),
        closes_on: closes.map(|day| day.to_string()).unwrap_or_default(),
        time_zone: row.time_zone,
        asks_postcode: Checkbox(row.asks_postcode != 0),
        ..DraftForm::default()
    };
    let texts: Vec<Text> =
        each_db!(link, c => sqlx::query_as(PUBLIC_TEXTS).bind(id.bytes()).fetch_all(&mut **c).await)?;
    for text in texts {
        match Lang::parse(&text.locale) {
            Some(_) if text.locale == row.default_locale => form = form.with_texts(text.form(own)?),
            Some(lang) if lang != own => {
                form.translations.insert(lang.code().to_owned(), text.form(lang)?);
            }
            // Another form of its own language, or a language that the interface does not speak: it stays as it is.
            Some(_) | None => {}
        }
    }
    Ok(Some(form))
}

/// Numbers of a campaign's texts and since when (microseconds) each has been public, the newest first.
pub(super) async fn revisions(link: &mut Link<'_>, id: CampaignId) -> Result<Vec<(i64, i64)>> {
    Ok(each_db!(link, c => sqlx::query_as(REVISIONS).bind(id.bytes()).fetch_all(&mut **c).await)?)
}
