use super::rules::{figure, line};
use super::{DraftField, DraftProblem, FactPart, draft_limits as max};
use crate::campaigns::{Fact, Facts};
use crate::i18n::{Lang, number};
use serde::{Deserialize, Serialize};

/// A figure as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactRow {
    /// What it stands for.
    pub label: String,
    /// The figure.
    pub value: String,
    /// The figure as it reads, where it is not exact.
    pub shown: String,
    /// Where it comes from.
    pub source: String,
}

impl FactRow {
    /// One of its parts.
    pub fn part(&self, part: FactPart) -> &str {
        match part {
            FactPart::Label => &self.label,
            FactPart::Value => &self.value,
            FactPart::Shown => &self.shown,
            FactPart::Source => &self.source,
        }
    }

    /// The figure, if it can be read.
    pub fn value(&self) -> Option<u32> {
        figure(&self.value).ok()
    }

    fn part_mut(&mut self, part: FactPart) -> &mut String {
        match part {
            FactPart::Label => &mut self.label,
            FactPart::Value => &mut self.value,
            FactPart::Shown => &mut self.shown,
            FactPart::Source => &mut self.source,
        }
    }

    fn is_empty(&self) -> bool {
        FactPart::ALL.iter().all(|part| self.part(*part).trim().is_empty())
    }
}

/// Figures as they were typed. Where nothing at all was, there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactsForm {
    /// Heading.
    pub title: String,
    /// What they show, in a sentence.
    pub sentence: String,
    /// What is counted.
    pub unit: String,
    /// What a reader should know about them.
    pub note: String,
    /// The figures, empty rows among them.
    pub rows: Vec<FactRow>,
}

impl FactsForm {
    /// The figures among the fields that a form has sent.
    pub(super) fn typed(field: impl Fn(DraftField) -> String) -> Self {
        let mut rows = Vec::new();
        for number in 1..=max::FACTS_MAX as u8 {
            let mut row = FactRow::default();
            for part in FactPart::ALL {
                *row.part_mut(part) = field(DraftField::Fact(number, part));
            }
            rows.push(row);
        }
        let last = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        rows.truncate(last);
        Self {
            title: field(DraftField::FactsTitle),
            sentence: field(DraftField::FactsSentence),
            unit: field(DraftField::FactsUnit),
            note: field(DraftField::FactsNote),
            rows,
        }
    }

    /// What was typed for figures that are public.
    pub fn of(facts: &Facts, lang: Lang) -> Self {
        let rows = facts.rows.iter().map(|row| FactRow {
            label: row.label.clone(),
            value: row.value.to_string(),
            shown: if row.shown == number(lang, row.value.into()) { String::new() } else { row.shown.clone() },
            source: row.source.clone(),
        });
        Self {
            title: facts.title.clone(),
            sentence: facts.sentence.clone(),
            unit: facts.unit.clone(),
            note: facts.note.clone(),
            rows: rows.collect(),
        }
    }

    /// Figures as plain text: what they are about, then one a line with its source.
    pub fn to_text(&self) -> String {
        let about = [&self.title, &self.sentence, &self.unit, &self.note].map(|text| text.trim().to_owned());
        let rows = self.rows.iter().filter(|row| !row.is_empty());
        let rows = rows.map(|row| FactPart::ALL.map(|part| row.part(part).trim()).join("; "));
        about.into_iter().chain(rows).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        [&self.title, &self.sentence, &self.unit, &self.note].into_iter().all(|text| text.trim().is_empty())
            && self.rows.iter().all(FactRow::is_empty)
    }

    /// Rows that the form shows: those with something in them, and some to go on with.
    pub fn shown_rows(&self, more: u32) -> u8 {
        let rows = u32::try_from(self.rows.len()).unwrap_or(max::FACTS_MAX).max(3) + more;
        rows.min(max::FACTS_MAX) as u8
    }

    /// Checks every field: `None` where nothing was typed.
    pub(super) fn validate(&self, lang: Lang, mut wrong: impl FnMut(DraftField, DraftProblem)) -> Option<Facts> {
        if self.is_empty() {
            return None;
        }
        let mut keep = |field, result: Result<String, DraftProblem>| {
            result.map_err(|problem| wrong(field, problem)).unwrap_or_default()
        };
        let title = keep(DraftField::FactsTitle, line(&self.title, 1, max::FACTS_TITLE_MAX));
        let sentence = keep(DraftField::FactsSentence, line(&self.sentence, 1, max::FACTS_SENTENCE_MAX));
        let unit = keep(DraftField::FactsUnit, line(&self.unit, 1, max::FACTS_UNIT_MAX));
        let note = keep(DraftField::FactsNote, line(&self.note, 0, max::FACTS_NOTE_MAX));
        let mut rows = Vec::new();
        for (field, row) in (1..=u8::MAX).zip(&self.rows).filter(|(_, row)| !row.is_empty()) {
            let at = |part| DraftField::Fact(field, part);
            let label = keep(at(FactPart::Label), line(&row.label, 1, max::FACT_LABEL_MAX));
            let value = figure(&row.value);
            let value = value.map_err(|problem| keep(at(FactPart::Value), Err(problem))).unwrap_or_default();
            let shown = keep(at(FactPart::Shown), line(&row.shown, 0, max::FACTS_UNIT_MAX));
            let source = keep(at(FactPart::Source), line(&row.source, 1, max::FACTS_SENTENCE_MAX));
            let shown = if shown.is_empty() { number(lang, value.into()) } else { shown };
            rows.push(Fact { label, value, shown, source });
        }
        if rows.is_empty() {
            keep(DraftField::Fact(1, FactPart::Label), Err(DraftProblem::Missing));
        }
        Some(Facts { title, sentence, unit, note, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> FactsForm {
        FactsForm {
            title: "Riders after eleven".into(),
            sentence: "Most riders come late.".into(),
            unit: "riders a night".into(),
            note: String::new(),
            rows: vec![
                FactRow {
                    label: "Line 9".into(),
                    value: "1,100".into(),
                    shown: "about 1,100".into(),
                    source: "Our count".into(),
                },
                FactRow::default(),
                FactRow {
                    label: "Line 4".into(),
                    value: "2600".into(),
                    source: "The city".into(),
                    ..FactRow::default()
                },
            ],
        }
    }

    fn problems(form: &FactsForm) -> Vec<(DraftField, DraftProblem)> {
        let mut found = Vec::new();
        form.validate(Lang::En, |field, problem| found.push((field, problem)));
        found
    }

    #[test]
    fn figures_become_a_chart_and_back() {
        let facts = sound().validate(Lang::En, |field, problem| panic!("{field:?} {problem:?}")).unwrap();
        let shown = facts.rows.iter().map(|row| (row.value, row.shown.as_str())).collect::<Vec<_>>();
        assert_eq!(shown, [(1_100, "about 1,100"), (2_600, "2,600")], "empty rows are left out");
        let again = FactsForm::of(&facts, Lang::En);
        assert_eq!((again.rows[0].shown.as_str(), again.rows[1].shown.as_str()), ("about 1,100", ""));
        assert_eq!(again.validate(Lang::En, |_, _| ()).unwrap(), facts);
    }

    #[test]
    fn what_is_missing_is_told_at_its_row() {
        use {DraftField as F, DraftProblem as P};
        assert_eq!(FactsForm::default().validate(Lang::En, |_, _| ()), None);
        let mut form = sound();
        form.unit = String::new();
        form.rows[2].value = "12.5".into();
        form.rows[2].source = "a".repeat(201);
        let found = [
            (F::FactsUnit, P::Missing),
            (F::Fact(3, FactPart::Value), P::NotAFigure),
            (F::Fact(3, FactPart::Source), P::TooLong(200)),
        ];
        assert_eq!(problems(&form), found);
        let no_rows = FactsForm { rows: vec![FactRow::default()], ..sound() };
        assert_eq!(problems(&no_rows), [(F::Fact(1, FactPart::Label), P::Missing)]);
    }
}
