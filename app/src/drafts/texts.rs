use super::facts::FactsForm;
use super::rules::{line, lines, story, targets};
use super::{DraftField, DraftProblem, draft_limits};
use crate::campaigns::{Facts, Target};
use crate::i18n::Lang;
use serde::{Deserialize, Serialize};

/// The texts of a draft in one language, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextsForm {
    /// The demand in one line.
    pub title: String,
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
}

/// The texts in one language that can become public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextsInput {
    /// The demand in one line.
    pub title: String,
    /// Who is asked.
    pub targets: Vec<Target>,
    /// What is demanded.
    pub demands: Vec<String>,
    /// Two or three sentences.
    pub summary: String,
    /// The story in Markdown.
    pub story: String,
    /// Figures, if any.
    pub facts: Option<Facts>,
}

impl TextsForm {
    /// Puts what was sent in the place of what is there; `field` finds it.
    pub(super) fn take<'a>(&mut self, field: impl Fn(DraftField) -> Option<&'a String>) {
        for (of, text) in [
            (DraftField::Title, &mut self.title),
            (DraftField::Targets, &mut self.targets),
            (DraftField::Demands, &mut self.demands),
            (DraftField::Summary, &mut self.summary),
            (DraftField::Story, &mut self.story),
        ] {
            if let Some(typed) = field(of) {
                text.clone_from(typed);
            }
        }
        // Figures are sent as a whole.
        if field(DraftField::FactsTitle).is_some() {
            self.facts = FactsForm::typed(|of| field(of).cloned().unwrap_or_default());
        }
    }

    /// Checks every field, as texts in `lang`.
    pub(super) fn validate(&self, lang: Lang, mut wrong: impl FnMut(DraftField, DraftProblem)) -> Option<TextsInput> {
        use DraftField as F;
        use draft_limits as max;
        let title = keep(&mut wrong, F::Title, line(&self.title, max::TITLE_MIN, max::TITLE_MAX));
        let targets = keep(&mut wrong, F::Targets, targets(&self.targets));
        let demands = keep(&mut wrong, F::Demands, lines(&self.demands, max::DEMAND_MAX));
        let summary = keep(&mut wrong, F::Summary, line(&self.summary, 1, max::SUMMARY_MAX));
        let story = keep(&mut wrong, F::Story, story(&self.story));
        let facts = self.facts.validate(lang, wrong);
        Some(TextsInput {
            title: title?,
            targets: targets?,
            demands: demands?,
            summary: summary?,
            story: story?,
            facts,
        })
    }
}

/// What a field holds; what is wrong with it goes to `wrong`.
pub(super) fn keep<T>(
    wrong: &mut impl FnMut(DraftField, DraftProblem),
    field: DraftField,
    result: Result<T, DraftProblem>,
) -> Option<T> {
    result.map_err(|problem| wrong(field, problem)).ok()
}
