//! A campaign's file: its shape and its rules.

use app::campaigns::{Fact, Facts, Reading, ReasonsMode, Target};
use app::i18n::{Lang, number};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use validator::Validate;

/// A campaign as its file has it.
#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[validate(length(min = 3, max = 60, message = "takes 3 to 60 characters"))]
    pub slug: String,
    #[validate(length(min = 1, max = 100, message = "takes 1 to 100 characters"))]
    pub started_by: String,
    #[validate(length(min = 1, max = 100, message = "takes 1 to 100 characters"))]
    pub team: String,
    pub time_zone: String,
    pub closes_on: Option<String>,
    #[validate(range(min = 10, max = 1_000_000_000, message = "takes 10 to 1,000,000,000"))]
    pub goal: i64,
    pub default_locale: String,
    #[serde(default)]
    pub reading: Reading,
    #[serde(default)]
    pub reasons: ReasonsMode,
    #[serde(default = "yes")]
    pub asks_postcode: bool,
    #[validate(nested)]
    pub texts: BTreeMap<String, Texts>,
}

fn yes() -> bool {
    true
}

/// The texts in one language.
#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    #[validate(length(min = 10, max = 80, message = "takes 10 to 80 characters"))]
    pub title: String,
    #[validate(length(min = 1, max = 400, message = "takes 1 to 400 characters"))]
    pub summary: String,
    #[validate(length(min = 1, max = 10_000, message = "takes 1 to 10,000 characters"))]
    pub story: String,
    #[validate(length(min = 1, max = 10, message = "takes 1 to 10 demands"), custom(function = "demands"))]
    pub demands: Vec<String>,
    #[validate(length(min = 1, max = 300, message = "takes 1 to 300 characters"))]
    pub consent: String,
    #[validate(nested, length(min = 1, max = 10, message = "takes 1 to 10 targets"))]
    pub targets: Vec<TargetEntry>,
    #[validate(nested)]
    pub facts: Option<FactsBlock>,
}

fn demands(demands: &[String]) -> Result<(), validator::ValidationError> {
    if demands.iter().all(|demand| (1..=200).contains(&demand.chars().count())) {
        Ok(())
    } else {
        Err(validator::ValidationError::new("demand").with_message("takes demands of 1 to 200 characters".into()))
    }
}

#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetEntry {
    #[validate(length(min = 1, max = 100, message = "takes 1 to 100 characters"))]
    pub name: String,
    #[validate(length(min = 1, max = 100, message = "takes 1 to 100 characters"))]
    pub office: Option<String>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsBlock {
    #[validate(length(min = 1, max = 120, message = "takes 1 to 120 characters"))]
    pub title: String,
    #[validate(length(min = 1, max = 200, message = "takes 1 to 200 characters"))]
    pub sentence: String,
    #[validate(length(min = 1, max = 40, message = "takes 1 to 40 characters"))]
    pub unit: String,
    #[validate(length(max = 600, message = "takes at most 600 characters"))]
    pub note: String,
    #[validate(nested, length(min = 1, max = 20, message = "takes 1 to 20 rows"))]
    pub rows: Vec<FactRow>,
}

#[derive(Debug, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct FactRow {
    #[validate(length(min = 1, max = 80, message = "takes 1 to 80 characters"))]
    pub label: String,
    pub value: u32,
    #[validate(length(min = 1, max = 40, message = "takes 1 to 40 characters"))]
    pub shown: Option<String>,
    #[validate(length(min = 1, max = 200, message = "takes 1 to 200 characters"))]
    pub source: String,
}

impl FactsBlock {
    /// Figures that were written in the browser.
    pub(super) fn of(facts: Facts) -> Self {
        let rows = facts.rows.into_iter().map(|Fact { label, value, shown, source }| FactRow {
            label,
            value,
            shown: Some(shown),
            source,
        });
        Self { title: facts.title, sentence: facts.sentence, unit: facts.unit, note: facts.note, rows: rows.collect() }
    }
}

impl Texts {
    pub(super) fn targets(&self) -> Vec<Target> {
        self.targets.iter().map(|t| Target { name: t.name.clone(), office: t.office.clone() }).collect()
    }

    pub(super) fn facts(&self, locale: &str) -> Option<Facts> {
        let lang = Lang::parse(locale).unwrap_or_default();
        self.facts.as_ref().map(|facts| Facts {
            title: facts.title.clone(),
            sentence: facts.sentence.clone(),
            unit: facts.unit.clone(),
            note: facts.note.clone(),
            rows: facts
                .rows
                .iter()
                .map(|row| Fact {
                    label: row.label.clone(),
                    value: row.value,
                    shown: row.shown.clone().unwrap_or_else(|| number(lang, i64::from(row.value))),
                    source: row.source.clone(),
                })
                .collect(),
        })
    }
}
