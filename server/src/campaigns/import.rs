//! Bringing a campaign in from a file, with a key pair of its own.

use super::file::{File, TargetEntry, Texts};
use super::markdown::to_html;
use crate::clock::{Entropy, EntropyRng};
use crate::privacy::{DigestKey, SecretBox, fold_name};
use crate::store::writer::Writer;
use crate::store::{CampaignId, Result, RevisionId, StoreError, TeamId, Tx, each_db};
use app::campaigns::{FormOptions, Reading, ReasonsMode, Slug};
use app::drafts::DraftInput;
use app::i18n::consent;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};
use vault::PrivateKey;

crate::store::statements! {
    INSERT_TEAM = "INSERT INTO teams (id, name, created_at) VALUES ($1, $2, $3)";
    INSERT_CAMPAIGN = "INSERT INTO campaigns (id, team_id, slug, state, started_by, time_zone, closes_at, goal, reading, reasons,
        asks_postcode, revision_id, digest_key, search, created_at, published_at)
        VALUES ($1, $2, $3, 'published', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)";
    INSERT_REVISION = "INSERT INTO revisions (id, campaign_id, number, default_locale, created_at) VALUES ($1, $2, 1, $3, $4)";
    INSERT_TEXT = "INSERT INTO revision_texts
        (revision_id, locale, title, summary, story, story_html, demands, targets, facts, consent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    INSERT_KEY = "INSERT INTO campaign_keys (campaign_id, key_id, public_key, created_at) VALUES ($1, $2, $3, $4)";
}

const INSERT_SEARCH: &str = "INSERT INTO campaign_search (campaign_id, body) VALUES ($1, $2)";

/// A campaign that has passed every rule, with its key pair.
pub struct Import {
    file: File,
    slug: Slug,
    closes_at: Option<Timestamp>,
    key: Option<PrivateKey>,
}

impl Import {
    /// Reads a campaign's file and draws its key pair.
    ///
    /// # Errors
    /// A sentence that names the line or the field, and what it takes.
    pub fn read(text: &str, entropy: &dyn Entropy) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        let locales = file.texts.keys().map(String::as_str).collect::<Vec<_>>();
        file.validate().map_err(|errors| first_error("", &errors, &locales))?;
        let slug = Slug::parse(&file.slug).ok_or("slug takes a-z, 0-9 and single hyphens between them.".to_owned())?;
        let zone = jiff::tz::TimeZone::get(&file.time_zone)
            .map_err(|_| format!("time_zone: {} is not an IANA time zone; America/New_York is one.", file.time_zone))?;
        let wrong = |day| format!("closes_on: {day} is not a date; 2027-03-31 is one.");
        let closes_at = file.closes_on.as_ref().map(|day| closing(day, &zone).ok_or_else(|| wrong(day))).transpose()?;
        if !file.texts.contains_key(&file.default_locale) {
            return Err(format!("texts.{} is missing, and default_locale names it.", file.default_locale));
        }
        Ok(Self { file, slug, closes_at, key: Some(PrivateKey::generate(&mut EntropyRng(entropy))) })
    }

    /// A campaign that was written in the browser, without a key, for nobody is to read more than counts. `options` are what signers are
    /// asked.
    pub(crate) fn of_draft(draft: DraftInput, closes_at: Option<Timestamp>, options: FormOptions) -> Self {
        let locale = draft.locale.code().to_owned();
        let targets = draft.targets.into_iter().map(|target| TargetEntry { name: target.name, office: target.office });
        let texts = Texts {
            title: draft.title,
            summary: draft.summary,
            story: draft.story,
            demands: draft.demands,
            consent: consent(draft.locale).to_owned(),
            targets: targets.collect(),
            facts: None,
        };
        let file = File {
            slug: draft.slug.as_str().to_owned(),
            started_by: draft.started_by,
            team: String::new(),
            time_zone: draft.time_zone,
            closes_on: draft.closes_on,
            goal: i64::from(draft.goal),
            default_locale: locale.clone(),
            reading: options.reading,
            reasons: options.reasons,
            asks_postcode: options.asks_postcode,
            texts: [(locale, texts)].into(),
        };
        Self { file, slug: draft.slug, closes_at, key: None }
    }

    /// What is to be written, under this id and for this team or a new one.
    pub(crate) fn insert(
        self,
        id: CampaignId,
        team: Option<TeamId>,
        wrapping: &SecretBox,
        entropy: &dyn Entropy,
        now: Timestamp,
    ) -> Insert {
        Insert {
            id,
            new_team: team.is_none(),
            team: team.unwrap_or_else(|| TeamId::new(entropy)),
            revision: RevisionId::new(entropy),
            digest_key: DigestKey::new(entropy).wrap(wrapping, entropy, &id.0),
            now: now.as_microsecond(),
            import: self,
        }
    }

    /// The campaign's address.
    pub fn slug(&self) -> &Slug {
        &self.slug
    }

    /// The private key as the text of its file. Whoever has it can read what signers gave; without it nobody can.
    pub fn key_text(&self) -> zeroize::Zeroizing<String> {
        self.key.as_ref().map(|key| key.to_text(self.slug.as_str())).unwrap_or_default()
    }

    /// Writes campaigns, published.
    ///
    /// # Errors
    /// A sentence if a slug is taken; what the database said otherwise. Nothing is imported then.
    pub async fn store(
        imports: Vec<Self>,
        writer: &Writer,
        wrapping: &SecretBox,
        entropy: &dyn Entropy,
        now: Timestamp,
    ) -> Result<()> {
        let inserts =
            imports.into_iter().map(|import| import.insert(CampaignId::new(entropy), None, wrapping, entropy, now));
        let inserts = inserts.collect::<Vec<_>>();
        let job = writer.job(move |tx| {
            Box::pin(async move {
                for insert in inserts {
                    insert.run(tx).await?;
                }
                Ok(())
            })
        });
        job.await
    }
}

/// The end of a day (ISO 8601) in this time zone; `None` for what is no day.
pub(crate) fn closing(day: &str, zone: &TimeZone) -> Option<Timestamp> {
    let day: Date = day.parse().ok()?;
    Some(day.tomorrow().ok()?.to_zoned(zone.clone()).ok()?.timestamp())
}

fn taken(error: StoreError, slug: &Slug) -> StoreError {
    if error.breaks("campaigns_slug_key", "campaigns.slug") {
        let slug = slug.as_str();
        StoreError::Refused(format!("A campaign with the slug {slug} exists already; choose another."))
    } else {
        error
    }
}

/// A campaign on its way into the database.
pub(crate) struct Insert {
    id: CampaignId,
    team: TeamId,
    new_team: bool,
    revision: RevisionId,
    digest_key: Vec<u8>,
    now: i64,
    import: Import,
}

impl Insert {
    /// Writes it, published.
    ///
    /// # Errors
    /// A sentence if the slug is taken; what the database said otherwise.
    pub(crate) async fn run(self, tx: &mut Tx) -> Result<()> {
        let slug = self.import.slug.clone();
        self.write(tx).await.map_err(|error| taken(error, &slug))
    }

    async fn write(self, tx: &mut Tx) -> Result<()> {
        let file = &self.import.file;
        let search = self.search();
        let reading = match file.reading {
            Reading::None => "none",
            Reading::Names => "names",
            Reading::Contact => "contact",
        };
        let reasons = match file.reasons {
            ReasonsMode::Off => "off",
            ReasonsMode::Reviewed => "reviewed",
            ReasonsMode::Open => "open",
        };
        let mut link = tx.link();
        if self.new_team {
            each_db!(&mut link, c => sqlx::query(INSERT_TEAM)
                .bind(self.team.bytes()).bind(&file.team).bind(self.now).execute(&mut **c).await.map(drop))?;
        }
        each_db!(&mut link, c => sqlx::query(INSERT_CAMPAIGN)
            .bind(self.id.bytes())
            .bind(self.team.bytes())
            .bind(self.import.slug.as_str())
            .bind(&file.started_by)
            .bind(&file.time_zone)
            .bind(self.import.closes_at.map(Timestamp::as_microsecond))
            .bind(file.goal)
            .bind(reading)
            .bind(reasons)
            .bind(i64::from(file.asks_postcode))
            .bind(self.revision.bytes())
            .bind(&self.digest_key)
            .bind(&search)
            .bind(self.now)
            .execute(&mut **c).await.map(drop))?;
        each_db!(&mut link, c => sqlx::query(INSERT_REVISION)
            .bind(self.revision.bytes()).bind(self.id.bytes()).bind(&file.default_locale).bind(self.now)
            .execute(&mut **c).await.map(drop))?;
        for (locale, texts) in &file.texts {
            let json = |value: serde_json::Result<String>| value.map_err(|_| StoreError::Corrupt("JSON"));
            let facts = texts.facts(locale).map(|facts| json(serde_json::to_string(&facts))).transpose()?;
            let demands = json(serde_json::to_string(&texts.demands))?;
            let targets = json(serde_json::to_string(&texts.targets()))?;
            each_db!(&mut link, c => sqlx::query(INSERT_TEXT)
                .bind(self.revision.bytes())
                .bind(locale)
                .bind(&texts.title)
                .bind(&texts.summary)
                .bind(&texts.story)
                .bind(to_html(&texts.story))
                .bind(&demands)
                .bind(&targets)
                .bind(&facts)
                .bind(&texts.consent)
                .execute(&mut **c).await.map(drop))?;
        }
        if let Some(key) = self.import.key.as_ref().map(PrivateKey::public_key) {
            each_db!(&mut link, c => sqlx::query(INSERT_KEY)
                .bind(self.id.bytes())
                .bind(&key.key_id().as_bytes()[..])
                .bind(&key.to_bytes()[..])
                .bind(self.now)
                .execute(&mut **c).await.map(drop))?;
        }
        if let crate::store::Link::Sqlite(c) = &mut link {
            sqlx::query(INSERT_SEARCH).bind(self.id.bytes()).bind(&search).execute(&mut **c).await?;
        }
        Ok(())
    }

    /// All texts in all languages, folded: what the search looks into.
    fn search(&self) -> String {
        let mut words = vec![self.import.file.started_by.as_str()];
        for texts in self.import.file.texts.values() {
            words.extend([texts.title.as_str(), &texts.summary, &texts.story]);
            words.extend(texts.demands.iter().map(String::as_str));
            words.extend(texts.targets.iter().map(|target| target.name.as_str()));
        }
        fold_name(&words.join(" "))
    }
}

/// The first broken rule, by the path of its field. Texts are told apart by their locale, of which only the place is known there.
fn first_error(path: &str, errors: &ValidationErrors, locales: &[&str]) -> String {
    let mut fields = errors.errors().iter().collect::<Vec<_>>();
    fields.sort_by_key(|(field, _)| field.to_string());
    let Some((field, kind)) = fields.first() else { return "The file breaks a rule.".to_owned() };
    let path = if path.is_empty() { field.to_string() } else { format!("{path}.{field}") };
    match kind {
        ValidationErrorsKind::Field(problems) => {
            let message = problems.first().and_then(|problem| problem.message.clone()).unwrap_or_default();
            format!("{path} {message}.")
        }
        ValidationErrorsKind::Struct(inner) => first_error(&path, inner, locales),
        ValidationErrorsKind::List(items) => match items.iter().next() {
            Some((i, inner)) => match locales.get(*i).filter(|_| path == "texts") {
                Some(locale) => first_error(&format!("{path}.{locale}"), inner, locales),
                None => first_error(&format!("{path}[{i}]"), inner, locales),
            },
            None => format!("{path} breaks a rule."),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemEntropy;

    const DEMO: &str = include_str!("../../demo/halt-deportations.toml");

    fn error(text: &str) -> String {
        Import::read(text, &SystemEntropy).err().unwrap()
    }

    #[test]
    fn the_demo_campaigns_pass() {
        for text in
            [DEMO, include_str!("../../demo/library-sundays.toml"), include_str!("../../demo/safe-crossing.toml")]
        {
            assert_eq!(Import::read(text, &SystemEntropy).err(), None);
        }
    }

    #[test]
    fn a_mistake_is_told_by_line_and_field() {
        let unknown = error(&DEMO.replace("goal =", "gaol ="));
        assert!(unknown.contains("gaol") && unknown.contains("line"), "{unknown}");
        let small = error(&DEMO.replacen("goal = 15000", "goal = 3", 1));
        assert!(small.starts_with("goal takes 10"), "{small}");
        let long = error(&DEMO.replacen("title = \"", &format!("title = \"{}", "long ".repeat(20)), 1));
        assert!(long.starts_with("texts.en.title takes 10"), "{long}");
        let zone = error(&DEMO.replace("America/New_York", "Mars/Base"));
        assert!(zone.contains("time_zone"), "{zone}");
    }
}
