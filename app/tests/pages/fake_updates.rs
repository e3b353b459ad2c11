//! Updates without a database: one browser, one update.

use crate::fakes::slug;
use app::campaigns::{ShownUpdate, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::updates::{
    Crowd, News, Update, UpdateAct, UpdateDecision, UpdateForm, UpdateList, UpdateSaved, UpdateState, UpdateSummary,
    Updates, WaitingUpdate,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: what its account is answered, and the update that it has.
#[derive(Clone)]
pub struct FakeUpdates {
    pub refused: Option<AppError>,
    pub update: Option<Update>,
}

impl Default for FakeUpdates {
    fn default() -> Self {
        Self { refused: Some(AppError::SignIn), update: None }
    }
}

impl FakeUpdates {
    pub fn none() -> Self {
        Self { refused: None, update: None }
    }

    pub fn of(update: Update) -> Self {
        Self { refused: None, update: Some(update) }
    }

    fn seen(&self) -> Result<&Update, AppError> {
        match &self.refused {
            Some(error) => Err(error.clone()),
            None => self.update.as_ref().ok_or(AppError::NotFound),
        }
    }
}

/// An update that wants nothing.
pub fn whole() -> Update {
    Update {
        slug: slug("halt-deportations"),
        id: "u1".into(),
        state: UpdateState::Draft,
        remark: None,
        version: 7,
        form: UpdateForm { title: "They listened".into(), locale: "es".into(), text: "On **Monday**.".into() },
        shown: ShownUpdate {
            id: "u1".into(),
            title: "They listened".into(),
            html: "<p>On <strong>Monday</strong>.</p>".into(),
            lang: "es".into(),
            day: "4 March 2026".into(),
        },
        mailing: None,
        readers: Crowd::AtLeast(1_230),
        mailings_left: 2,
    }
}

#[async_trait]
impl Updates for FakeUpdates {
    async fn list(&self, _: &Visitor, lang: Lang, slug: &Slug) -> Result<UpdateList, AppError> {
        if let Some(error) = &self.refused {
            return Err(error.clone());
        }
        let updates = self.update.iter().map(|update| UpdateSummary {
            id: update.id.clone(),
            title: update.form.title.clone(),
            state: update.state,
            sent_back: update.remark.is_some(),
            day: (update.state == UpdateState::Approved).then(|| update.shown.day.clone()),
            mailing: update.mailing.map(|mailing| mailing.state),
        });
        let title = "Halt the deportations".to_owned();
        Ok(UpdateList { slug: slug.clone(), title, text_lang: lang.code().into(), updates: updates.collect() })
    }

    async fn start(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Option<String>, AppError> {
        self.seen().map(|update| Some(update.id.clone()))
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &Slug, _: &str) -> Result<Update, AppError> {
        self.seen().cloned()
    }

    async fn save(
        &self,
        _: &Visitor,
        _: &Slug,
        _: &str,
        _: i64,
        _: bool,
        _: &UpdateForm,
    ) -> Result<UpdateSaved, AppError> {
        self.seen().map(|_| UpdateSaved::Saved)
    }

    async fn act(&self, _: &Visitor, _: &Slug, _: &str, _: UpdateAct) -> Result<bool, AppError> {
        self.seen().map(|_| true)
    }

    async fn news(&self, lang: Lang, slug: &Slug, page: u32) -> Result<News, AppError> {
        let updates = self.update.iter().map(|update| update.shown.clone()).collect();
        let title = "Halt the deportations".to_owned();
        Ok(News { slug: slug.clone(), title, text_lang: lang.code().into(), updates, page, more: page < 3 })
    }

    async fn waiting(&self, visitor: &Visitor, lang: Lang) -> Result<Vec<WaitingUpdate>, AppError> {
        match (&self.refused, &self.update) {
            (None, None) => Ok(Vec::new()),
            _ => Ok(vec![self.waiting_one(visitor, lang, "u1").await?]),
        }
    }

    async fn waiting_one(&self, _: &Visitor, lang: Lang, _: &str) -> Result<WaitingUpdate, AppError> {
        let update = self.seen()?;
        Ok(WaitingUpdate {
            id: update.id.clone(),
            version: update.version,
            slug: update.slug.clone(),
            campaign: "Halt the deportations".into(),
            campaign_lang: lang.code().into(),
            shown: update.shown.clone(),
        })
    }

    async fn decide(&self, _: &Visitor, _: &str, _: i64, _: UpdateDecision, _: &str) -> Result<bool, AppError> {
        self.seen().map(|_| true)
    }
}
