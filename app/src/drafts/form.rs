use super::facts::FactsForm;
use super::rules::{goal, line, sources};
use super::texts::{TextsForm, TextsInput, keep};
use super::{DraftError, DraftField, DraftProblem, draft_limits};
use crate::campaigns::Slug;
use crate::form::Checkbox;
use crate::i18n::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Starts a campaign: what is asked, in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartForm {
    /// The title, as typed.
    pub title: String,
    /// Whether similar campaigns were shown before, and a new one is wanted all the same.
    pub anyway: Checkbox,
    /// The team that it is for; none: one's own, which is made if there is none yet.
    pub team: String,
}

/// A draft as it was typed. It is stored as it is: what is not finished can be saved too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftForm {
    /// The demand in one line.
    pub title: String,
    /// The end of the campaign's address.
    pub slug: String,
    /// Who stands behind it.
    pub started_by: String,
    /// The language of the texts: BCP 47 code of a language of the interface.
    pub locale: String,
    /// Who is asked: one a line, the office behind a semicolon.
    pub targets: String,
    /// What is demanded: one a line.
    pub demands: String,
    /// Two or three sentences.
    pub summary: String,
    /// The story in Markdown.
    pub story: String,
    /// Figures.
    pub facts: FactsForm,
    /// How many signatures are hoped for.
    pub goal: String,
    /// The last day on which one can sign; may be empty.
    pub closes_on: String,
    /// The time zone of that day.
    pub time_zone: String,
    /// Whether signers are asked for the first part of their postcode.
    pub asks_postcode: Checkbox,
    /// Codes of one's own for how signers come.
    pub sources: String,
    /// The texts in other languages, by their codes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, TextsForm>,
}

/// A draft that can become a campaign, but for what only the server can look up: the date, the time zone and whether the address is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftInput {
    /// The campaign's address.
    pub slug: Slug,
    /// Who stands behind it.
    pub started_by: String,
    /// The campaign's own language.
    pub locale: Lang,
    /// The texts in each language, its own first.
    pub texts: Vec<(Lang, TextsInput)>,
    /// How many signatures are hoped for.
    pub goal: u32,
    /// The last day on which one can sign, as typed.
    pub closes_on: Option<String>,
    /// The time zone of that day, as typed.
    pub time_zone: String,
    /// Whether signers are asked for the first part of their postcode.
    pub asks_postcode: bool,
    /// Codes of one's own for how signers come.
    pub sources: Vec<String>,
}

impl DraftForm {
    /// The draft with the fields that its form has sent in the place of these. What was not sent stays.
    #[must_use]
    pub fn with(mut self, fields: &BTreeMap<String, String>) -> Self {
        let sent = |field: DraftField, text: &mut String| {
            if let Some(typed) = fields.get(&*field.name()) {
                text.clone_from(typed);
            }
        };
        for (field, text) in [
            (DraftField::Slug, &mut self.slug),
            (DraftField::StartedBy, &mut self.started_by),
            (DraftField::Locale, &mut self.locale),
            (DraftField::Goal, &mut self.goal),
            (DraftField::ClosesOn, &mut self.closes_on),
            (DraftField::TimeZone, &mut self.time_zone),
            (DraftField::Sources, &mut self.sources),
        ] {
            sent(field, text);
        }
        if let Some(ticked) = fields.get("asks_postcode") {
            self.asks_postcode = Checkbox(!ticked.is_empty());
        }
        for (code, texts) in &mut self.translations {
            let lang = Lang::parse(code);
            texts.take(|field| fields.get(&*field.name_in(lang)));
        }
        let mut texts = self.texts();
        texts.take(|field| fields.get(&*field.name()));
        self.with_texts(texts)
    }

    /// The draft with these texts in its own language.
    #[must_use]
    pub fn with_texts(self, texts: TextsForm) -> Self {
        let TextsForm { title, targets, demands, summary, story, facts } = texts;
        Self { title, targets, demands, summary, story, facts, ..self }
    }

    /// The draft with nothing but the texts and who stands behind it changed: the rest of a campaign that is public is settled elsewhere.
    #[must_use]
    pub fn with_texts_of(self, other: &Self) -> Self {
        let (started_by, translations) = (other.started_by.clone(), other.translations.clone());
        Self { started_by, translations, ..self.with_texts(other.texts()) }
    }

    /// The texts in its own language.
    pub fn texts(&self) -> TextsForm {
        let Self { title, targets, demands, summary, story, facts, .. } = self.clone();
        TextsForm { title, targets, demands, summary, story, facts }
    }

    /// The texts in all languages, its own first.
    pub fn all_texts(&self) -> Vec<(Lang, TextsForm)> {
        let own = Lang::parse(&self.locale).unwrap_or_default();
        let others = self.translations.iter().filter_map(|(code, texts)| Some((Lang::parse(code)?, texts.clone())));
        let mut all = vec![(own, self.texts())];
        all.extend(others.filter(|(lang, _)| *lang != own));
        all
    }

    /// The goal, if it can be read.
    pub fn goal(&self) -> Option<u32> {
        goal(&self.goal).ok()
    }

    /// Checks every field.
    ///
    /// # Errors
    /// One error for each field that breaks a rule, in the order of the form.
    pub fn validate(&self) -> Result<DraftInput, Vec<DraftError>> {
        use DraftField as F;
        use draft_limits as max;
        let mut errors = Vec::new();
        let mut texts = Vec::new();
        for (i, (lang, form)) in self.all_texts().into_iter().enumerate() {
            let other = (i > 0).then_some(lang);
            let sound = form.validate(lang, |field, problem| errors.push(DraftError { lang: other, field, problem }));
            texts.extend(sound.map(|sound| (lang, sound)));
        }
        let mut wrong = |field, problem| errors.push(DraftError::of(field, problem));
        let locale = keep(&mut wrong, F::Locale, Lang::parse(&self.locale).ok_or(DraftProblem::NotALanguage));
        let slug = keep(&mut wrong, F::Slug, Slug::parse(self.slug.trim()).ok_or(DraftProblem::NotASlug));
        let started_by = keep(&mut wrong, F::StartedBy, line(&self.started_by, 1, max::NAME_MAX));
        let goal = keep(&mut wrong, F::Goal, goal(&self.goal));
        let closes_on = line(&self.closes_on, 0, 10).map_err(|_| DraftProblem::NotADate);
        let closes_on = keep(&mut wrong, F::ClosesOn, closes_on);
        let time_zone = keep(&mut wrong, F::TimeZone, line(&self.time_zone, 1, 50));
        let sources = keep(&mut wrong, F::Sources, sources(&self.sources)).unwrap_or_default();
        errors.sort_by_key(DraftError::order);
        match (slug, started_by, locale, goal, closes_on, time_zone) {
            (Some(slug), Some(started_by), Some(locale), Some(goal), Some(closes_on), Some(time_zone))
                if errors.is_empty() =>
            {
                Ok(DraftInput {
                    slug,
                    started_by,
                    locale,
                    texts,
                    goal,
                    closes_on: (!closes_on.is_empty()).then_some(closes_on),
                    time_zone,
                    asks_postcode: self.asks_postcode.0,
                    sources,
                })
            }
            _ => Err(errors),
        }
    }
}

impl StartForm {
    /// The title.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn validate(&self) -> Result<String, DraftProblem> {
        line(&self.title, draft_limits::TITLE_MIN, draft_limits::TITLE_MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaigns::Target;
    use crate::drafts::FactPart;

    fn sound() -> DraftForm {
        DraftForm {
            title: "Keep the night bus running".into(),
            slug: "night-bus".into(),
            started_by: "Riders of line 9".into(),
            locale: "en".into(),
            targets: "City Council\r\nAna Ruiz; Mayor\r\n\r\n".into(),
            demands: "  Keep  line 9.\nRun it hourly.".into(),
            summary: "The last bus leaves before the late shift ends.".into(),
            story: "## Why\r\n\r\nBecause.".into(),
            goal: "1,000".into(),
            time_zone: "America/New_York".into(),
            asks_postcode: Checkbox(true),
            ..DraftForm::default()
        }
    }

    fn problem(change: impl FnOnce(&mut DraftForm), field: DraftField) -> Option<DraftProblem> {
        let mut form = sound();
        change(&mut form);
        form.validate().err()?.into_iter().find(|error| error.field == field).map(|error| error.problem)
    }

    #[test]
    fn what_was_typed_becomes_a_campaign() {
        let input = sound().validate().unwrap();
        let (lang, texts) = &input.texts[0];
        assert_eq!((*lang, input.texts.len(), &texts.facts), (Lang::En, 1, &None));
        assert_eq!(texts.demands, ["Keep line 9.", "Run it hourly."]);
        assert_eq!(texts.targets[0], Target { name: "City Council".into(), office: None });
        assert_eq!(texts.targets[1], Target { name: "Ana Ruiz".into(), office: Some("Mayor".into()) });
        assert_eq!((input.goal, input.closes_on, texts.story.as_str()), (1_000, None, "## Why\n\nBecause."));
    }

    #[test]
    fn each_rule_is_told_beside_its_field() {
        use {DraftField as F, DraftProblem as P};
        assert_eq!(problem(|f| f.title = "Bus".into(), F::Title), Some(P::TooShort(10)));
        assert_eq!(problem(|f| f.title = "a".repeat(81), F::Title), Some(P::TooLong(80)));
        assert_eq!(problem(|f| f.slug = "Night Bus".into(), F::Slug), Some(P::NotASlug));
        assert_eq!(problem(|f| f.locale = "xx".into(), F::Locale), Some(P::NotALanguage));
        assert_eq!(problem(|f| f.demands = "\n\n".into(), F::Demands), Some(P::Missing));
        assert_eq!(problem(|f| f.demands = "a\n".repeat(11), F::Demands), Some(P::TooManyLines(10)));
        assert_eq!(problem(|f| f.demands = "a".repeat(201), F::Demands), Some(P::LineTooLong(200)));
        assert_eq!(problem(|f| f.targets = "; Mayor".into(), F::Targets), Some(P::Missing));
        assert_eq!(problem(|f| f.targets = format!("Ana; {}", "a".repeat(101)), F::Targets), Some(P::LineTooLong(100)));
        assert_eq!(problem(|f| f.story = "a\u{202e}b".into(), F::Story), Some(P::ControlCharacter));
        assert_eq!(problem(|f| f.goal = "9".into(), F::Goal), Some(P::NotAGoal));
        assert_eq!(problem(|f| f.goal = "many".into(), F::Goal), Some(P::NotAGoal));
        assert_eq!(problem(|f| f.closes_on = "in the spring of next year".into(), F::ClosesOn), Some(P::NotADate));
        assert_eq!(problem(|f| f.facts.unit = "riders".into(), F::FactsTitle), Some(P::Missing));
        assert_eq!(DraftForm::default().validate().unwrap_err().len(), 10, "all but figures and the last day");
    }

    #[test]
    fn what_a_form_sends_takes_the_place_of_what_was_there() {
        let sent = [
            ("title", "Keep it"),
            ("fact_label_1", "Line 9"),
            ("fact_value_3", "12"),
            ("facts_title", ""),
            ("facts_unit", "riders"),
            ("asks_postcode", ""),
            ("demands_es", "Que siga."),
            ("unknown", "x"),
        ];
        let form = bilingual().with(&sent.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        assert_eq!(
            (form.title.as_str(), form.story.as_str(), form.asks_postcode.0),
            ("Keep it", "## Why\r\n\r\nBecause.", false)
        );
        assert_eq!(form.facts.rows.len(), 3, "up to the last that has something in it");
        assert_eq!(
            (form.facts.rows[0].part(FactPart::Label), form.facts.rows[2].part(FactPart::Value)),
            ("Line 9", "12")
        );
        let spanish = &form.translations["es"];
        assert_eq!((spanish.demands.as_str(), spanish.title.as_str()), ("Que siga.", "Que siga el autobús nocturno"));
    }

    fn bilingual() -> DraftForm {
        let spanish = TextsForm { title: "Que siga el autobús nocturno".into(), ..sound().texts() };
        DraftForm { translations: [("es".to_owned(), spanish)].into(), ..sound() }
    }

    #[test]
    fn texts_in_another_language_have_rules_of_their_own() {
        let input = bilingual().validate().unwrap();
        let langs = input.texts.iter().map(|(lang, texts)| (*lang, texts.title.as_str())).collect::<Vec<_>>();
        assert_eq!(langs, [(Lang::En, "Keep the night bus running"), (Lang::Es, "Que siga el autobús nocturno")]);
        let mut half = bilingual();
        half.demands.clear();
        half.translations.insert("es".into(), TextsForm::default());
        let errors = half.validate().unwrap_err();
        assert_eq!(errors[0], DraftError::of(DraftField::Demands, DraftProblem::Missing));
        assert_eq!(errors.len(), 6, "one in its own language, five in Spanish");
        assert!(errors[1..].iter().all(|error| error.lang == Some(Lang::Es)));
        assert_eq!(errors[1].name(), "title_es");
    }
}
