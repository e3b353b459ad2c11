//! Bringing a campaign in from a file, with a key pair of its own.

use super::file::{FactsBlock, File, TargetEntry, Texts};
use super::line::line_of;
use super::revise::{Revise, StoredText, insert_texts, search, set_search};
use super::store::set_sources;
use crate::clock::{Entropy, EntropyRng};
use crate::privacy::{DigestKey, SecretBox};
use crate::store::writer::Writer;
use crate::store::{CampaignId, Result, RevisionId, StoreError, TeamId, Tx, each_db};
use app::campaigns::{FormOptions, ReasonsMode, Slug};
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
    INSERT_KEY = "INSERT INTO campaign_keys (campaign_id, key_id, public_key, created_at) VALUES ($1, $2, $3, $4)";
}

/// A campaign that has passed every rule, with its key pair.
pub struct Import {
    file: File,
    slug: Slug,
    closes_at: Option<Timestamp>,
    sources: Vec<String>,
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
        if let Some(locale) = locales.iter().find(|locale| !is_language_code(locale)) {
            return Err(told(text, "texts", &format!(".{locale}: {locale} is no language code; en is one.")));
        }
        file.validate().map_err(|errors| {
            let (path, message) = first_error("", &errors, &locales);
            told(text, &path, &format!(" {message}."))
        })?;
        let slug = Slug::parse(&file.slug)
            .ok_or_else(|| told(text, "slug", " takes a-z, 0-9 and single hyphens between them."))?;
        let zone = jiff::tz::TimeZone::get(&file.time_zone).map_err(|_| {
            told(text, "time_zone", &format!(": {} is not an IANA time zone; America/New_York is one.", file.time_zone))
        })?;
        let not_a_day = |day| told(text, "closes_on", &format!(": {day} is not a date; 2027-03-31 is one."));
        let closes_at =
            file.closes_on.as_ref().map(|day| closing(day, &zone).ok_or_else(|| not_a_day(day))).transpose()?;
        if !file.texts.contains_key(&file.default_locale) {
            let missing = format!(" names {0}, and texts.{0} is missing.", file.default_locale);
            return Err(told(text, "default_locale", &missing));
        }
        Ok(Self {
            file,
            slug,
            closes_at,
            sources: Vec::new(),
            key: Some(PrivateKey::generate(&mut EntropyRng(entropy))),
        })
    }

    /// A campaign that was written in the browser, without a key, for nobody is to read more than counts. `options` are what signers are
    /// asked.
    pub(crate) fn of_draft(draft: DraftInput, closes_at: Option<Timestamp>, options: FormOptions) -> Self {
        let texts = draft.texts.into_iter().map(|(lang, texts)| {
            let targets =
                texts.targets.into_iter().map(|target| TargetEntry { name: target.name, office: target.office });
            let texts = Texts {
                title: texts.title,
                summary: texts.summary,
                story: texts.story,
                demands: texts.demands,
                consent: consent(lang).to_owned(),
                targets: targets.collect(),
                facts: texts.facts.map(FactsBlock::of),
            };
            (lang.code().to_owned(), texts)
        });
        let file = File {
            slug: draft.slug.as_str().to_owned(),
            started_by: draft.started_by,
            team: String::new(),
            time_zone: draft.time_zone,
            closes_on: draft.closes_on,
            goal: i64::from(draft.goal),
            default_locale: draft.locale.code().to_owned(),
            reading: options.reading,
            reasons: options.reasons,
            asks_postcode: options.asks_postcode,
            texts: texts.collect(),
        };
        Self { file, slug: draft.slug, closes_at, sources: draft.sources, key: None }
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

    /// What is to be written as the texts of a campaign that there is already.
    pub(crate) fn revise(self, campaign: CampaignId, entropy: &dyn Entropy, now: Timestamp) -> Revise {
        Revise { campaign, revision: RevisionId::new(entropy), now: now.as_microsecond(), file: self.file }
    }

    /// Refuses a campaign that nobody could sign any more. `text` is its file.
    ///
    /// # Errors
    /// As [`Import::read`].
    pub fn still_open(&self, text: &str, now: Timestamp) -> Result<(), String> {
        if self.closes_at.is_some_and(|closes_at| closes_at <= now) {
            return Err(told(text, "closes_on", " is over: name the last day on which people can sign."));
        }
        Ok(())
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
        let texts = StoredText::all(file)?;
        let search = search(&file.started_by, &texts)?;
        let reading = file.reading.code();
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
        insert_texts(&mut link, (self.revision, self.id), &file.default_locale, &texts, self.now).await?;
        set_sources(&mut link, self.id, &self.import.sources).await?;
        if let Some(key) = self.import.key.as_ref().map(PrivateKey::public_key) {
            each_db!(&mut link, c => sqlx::query(INSERT_KEY)
                .bind(self.id.bytes())
                .bind(&key.key_id().as_bytes()[..])
                .bind(&key.to_bytes()[..])
                .bind(self.now)
                .execute(&mut **c).await.map(drop))?;
        }
        set_search(&mut link, self.id, &search).await
    }
}

/// A mistake in the field at `path`, with the line on which the field stands.
fn told(text: &str, path: &str, mistake: &str) -> String {
    let line = line_of(text, path).map(|line| format!("line {line}: ")).unwrap_or_default();
    format!("{line}{path}{mistake}")
}

/// A language tag as far as pages need one (RFC 5646): `en`, `es-MX`, `zh-Hant`.
fn is_language_code(text: &str) -> bool {
    let mut subtags = text.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && subtags.all(|tag| (2..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Where the first field that breaks a rule stands, and what it takes. Texts are told apart by their locale, of which only the place is
/// known there.
fn first_error(path: &str, errors: &ValidationErrors, locales: &[&str]) -> (String, String) {
    let mut fields = errors.errors().iter().collect::<Vec<_>>();
    fields.sort_by_key(|(field, _)| field.to_string());
    let Some((field, kind)) = fields.first() else { return (path.to_owned(), "breaks a rule".to_owned()) };
    let path = if path.is_empty() { field.to_string() } else { format!("{path}.{field}") };
    match kind {
        ValidationErrorsKind::Field(problems) => {
            let message = problems.first().and_then(|problem| problem.message.clone()).unwrap_or_default();
            (path, message.into_owned())
        }
        ValidationErrorsKind::Struct(inner) => first_error(&path, inner, locales),
        ValidationErrorsKind::List(items) => match items.iter().next() {
            Some((i, inner)) => match locales.get(*i).filter(|_| path == "texts") {
                Some(locale) => first_error(&format!("{path}.{locale}"), inner, locales),
                None => first_error(&format!("{path}[{i}]"), inner, locales),
            },
            None => (path, "breaks a rule".to_owned()),
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
        assert_eq!(small, format!("line {}: goal takes 10 to 1,000,000,000.", line("goal = ")));
        let long = error(&DEMO.replacen("title = \"", &format!("title = \"{}", "long ".repeat(20)), 1));
        assert_eq!(long, format!("line {}: texts.en.title takes 10 to 80 characters.", line("title = ")));
        let zone = error(&DEMO.replace("America/New_York", "Mars/Base"));
        assert!(zone.starts_with(&format!("line {}: time_zone: Mars/Base", line("time_zone = "))), "{zone}");
        let language = error(&DEMO.replace("[texts.es", "[texts.Español").replace("[texts.Español", "[texts.\"a b\""));
        assert!(language.contains("texts.a b: a b is no language code"), "{language}");
    }

    /// The first line of the demo that begins so.
    fn line(start: &str) -> usize {
        1 + DEMO.lines().position(|line| line.starts_with(start)).unwrap()
    }

    #[test]
    fn language_codes_are_told_from_other_words() {
        assert!(["en", "fil", "es-MX", "zh-Hant-TW"].into_iter().all(is_language_code));
        assert!(!["", "e", "EN", "english", "en_US", "en-", "a b", "x<y"].into_iter().any(is_language_code));
    }

    #[test]
    fn a_campaign_that_is_over_is_refused() {
        let text = DEMO.replacen("closes_on = \"2027", "closes_on = \"2020", 1);
        let at = |time: &str| Import::read(&text, &SystemEntropy).unwrap().still_open(&text, time.parse().unwrap());
        assert_eq!(at("2020-03-31T12:00:00Z"), Ok(()));
        let over = format!("line {}: closes_on is over", line("closes_on = "));
        assert!(at("2020-04-02T00:00:00Z").unwrap_err().starts_with(&over));
    }
}
