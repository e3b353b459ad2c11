//! Drafts without a database: one browser, one draft.

use crate::fakes::{campaign, slug};
use app::campaigns::{CampaignPage, Slug};
use app::drafts::{
    Draft, DraftForm, DraftKey, DraftProblem, DraftState, DraftSummary, Drafts, FactsForm, OwnCampaign, OwnSources,
    OwnTexts, Saved, StartForm, Started, sources,
};
use app::error::AppError;
use app::form::Checkbox;
use app::i18n::Lang;
use app::visitor::Visitor;
use async_trait::async_trait;
use std::collections::BTreeMap;

/// A browser: whether it is signed in, and the draft that it has.
#[derive(Clone, Default)]
pub struct FakeDrafts {
    pub signed_in: bool,
    pub draft: Option<Draft>,
    pub may_start: bool,
}

impl FakeDrafts {
    pub fn none() -> Self {
        Self { signed_in: true, draft: None, may_start: true }
    }

    pub fn of(draft: Draft) -> Self {
        Self { signed_in: true, draft: Some(draft), may_start: true }
    }

    fn seen<T>(&self, what: impl FnOnce(&Draft) -> T) -> Result<Option<T>, AppError> {
        match (&self.draft, self.signed_in) {
            (_, false) => Ok(None),
            (None, true) => Err(AppError::NotFound),
            (Some(draft), true) => Ok(Some(what(draft))),
        }
    }
}

/// A draft that wants nothing.
pub fn whole() -> Draft {
    Draft {
        id: "d1".into(),
        state: DraftState::Draft,
        changes: None,
        remark: None,
        grounds: Vec::new(),
        version: 7,
        form: DraftForm {
            title: "Keep the night bus running".into(),
            slug: "night-bus".into(),
            started_by: "Riders of line 9".into(),
            locale: "es".into(),
            targets: "City Council\nAna Ruiz; Mayor".into(),
            demands: "Keep line 9.\nRun it hourly.".into(),
            summary: "The last bus leaves too early.".into(),
            story: "## Why\n\nBecause.".into(),
            goal: "1,000".into(),
            closes_on: "2027-03-31".into(),
            time_zone: "America/New_York".into(),
            asks_postcode: Checkbox(true),
            ..DraftForm::default()
        },
        missing: Vec::new(),
        supporters: None,
        key: DraftKey::None { owner: true },
    }
}

/// The same text in every field.
pub fn filled_with(text: &str) -> DraftForm {
    let text = || text.to_owned();
    DraftForm {
        title: text(),
        slug: text(),
        started_by: text(),
        locale: text(),
        targets: text(),
        demands: text(),
        summary: text(),
        story: text(),
        goal: text(),
        closes_on: text(),
        time_zone: text(),
        sources: text(),
        asks_postcode: Checkbox(false),
        facts: FactsForm { title: text(), sentence: text(), unit: text(), note: text(), rows: Vec::new() },
        translations: BTreeMap::new(),
    }
}

#[async_trait]
impl Drafts for FakeDrafts {
    async fn mine(&self, _: &Visitor, _: Lang) -> Result<Option<(Vec<DraftSummary>, Vec<OwnCampaign>)>, AppError> {
        if !self.signed_in {
            return Ok(None);
        }
        let Some(draft) = &self.draft else { return Ok(Some((Vec::new(), Vec::new()))) };
        let summary = DraftSummary {
            id: draft.id.clone(),
            title: draft.form.title.clone(),
            state: draft.state,
            sent_back: draft.remark.is_some(),
            writable: true,
            changes: draft.changes.is_some(),
        };
        let public =
            OwnCampaign { slug: slug("safe-crossing"), title: draft.form.title.clone(), count: 12_431, writes: true };
        Ok(Some((vec![summary], vec![public])))
    }

    async fn may_start(&self, _: &Visitor) -> Result<Option<bool>, AppError> {
        Ok(self.signed_in.then_some(self.may_start))
    }

    async fn start(&self, _: &Visitor, _: Lang, form: &StartForm) -> Result<Option<Started>, AppError> {
        Ok(self.signed_in.then(|| match form.validate() {
            Ok(_) => Started::Draft("d1".into()),
            Err(problem) => Started::Refused(problem),
        }))
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<Option<Draft>, AppError> {
        self.seen(Draft::clone)
    }

    async fn save(
        &self,
        _: &Visitor,
        _: &str,
        version: i64,
        _: bool,
        form: &DraftForm,
    ) -> Result<Option<Saved>, AppError> {
        self.seen(|_| match form.validate() {
            Ok(_) => Saved::Saved(version + 1),
            Err(errors) => Saved::Refused(version + 1, errors),
        })
    }

    async fn take_back(&self, _: &Visitor, _: &str) -> Result<Option<()>, AppError> {
        self.seen(|_| ())
    }

    async fn delete(&self, _: &Visitor, _: &str) -> Result<Option<()>, AppError> {
        self.seen(|_| ())
    }

    async fn preview(&self, _: &Visitor, lang: Lang, _: &str) -> Result<Option<CampaignPage>, AppError> {
        self.seen(|draft| {
            let form = draft.form.clone();
            let page = campaign(lang);
            CampaignPage {
                title: form.title,
                started_by: form.started_by,
                summary: form.summary,
                demands: form.demands.lines().map(str::to_owned).collect(),
                targets: if form.targets.is_empty() { Vec::new() } else { page.targets },
                story_html: if form.story.is_empty() { String::new() } else { page.story_html },
                facts: None,
                reasons: Vec::new(),
                count: 0,
                ..page
            }
        })
    }

    async fn texts(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Option<OwnTexts>, AppError> {
        self.seen(|draft| OwnTexts {
            slug: slug("night-bus"),
            title: draft.form.title.clone(),
            text_lang: draft.form.locale.clone(),
            editable: !draft.form.locale.is_empty(),
            draft: draft.changes.is_some().then(|| (draft.id.clone(), draft.state)),
            revisions: vec![(2, "3 March 2026".into()), (1, "1 March 2026".into())],
        })
    }

    async fn change_texts(&self, _: &Visitor, _: &Slug) -> Result<Option<String>, AppError> {
        self.seen(|draft| draft.id.clone())
    }

    async fn sources(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Option<OwnSources>, AppError> {
        self.seen(|draft| OwnSources {
            slug: slug("night-bus"),
            title: draft.form.title.clone(),
            text_lang: draft.form.locale.clone(),
            codes: draft.form.sources.lines().map(str::to_owned).collect(),
            share_url: "https://undersigned.example/campaigns/night-bus".into(),
        })
    }

    async fn set_sources(
        &self,
        _: &Visitor,
        _: &Slug,
        typed: &str,
    ) -> Result<Option<Result<(), DraftProblem>>, AppError> {
        self.seen(|_| sources(typed).map(drop))
    }
}
