//! Rules without a database.

use crate::fakes::slug;
use app::error::AppError;
use app::i18n::Lang;
use app::invalidation::{
    ActAnswer, Invalidation, InvalidationAct, InvalidationList, InvalidationState, InvalidationSummary,
    InvalidationView, Met, Rule, RuleCampaign, RuleForm, Started,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A rule that stands here, of which so many agree; seen by an admin or, where there is an error, not.
#[derive(Clone)]
pub struct FakeInvalidation {
    pub state: InvalidationState,
    pub met: i64,
    pub error: Option<AppError>,
}

impl Default for FakeInvalidation {
    fn default() -> Self {
        Self { state: InvalidationState::Counted, met: 1_204, error: None }
    }
}

pub fn rule() -> Rule {
    Rule {
        domain: Some("mail.example".into()),
        country: Some("MX".into()),
        source: Some("flyer-5".into()),
        locale: Some("es".into()),
        fast: true,
        ..Rule::default()
    }
}

#[async_trait]
impl Invalidation for FakeInvalidation {
    async fn list(&self, _: &Visitor, lang: Lang) -> Result<InvalidationList, AppError> {
        if let Some(error) = &self.error {
            return Err(error.clone());
        }
        let summary = |id: &str, rule, state| InvalidationSummary {
            id: id.into(),
            title: "Halt the deportations".into(),
            text_lang: lang.code().into(),
            day: "5 March 2026".into(),
            rule,
            state,
        };
        Ok(InvalidationList {
            campaigns: vec![RuleCampaign { slug: slug("halt-deportations"), title: crate::fakes::NASTY.into() }],
            rules: vec![
                summary("0b", rule(), InvalidationState::Applied),
                summary("0a", Rule { domain: Some(String::new()), ..Rule::default() }, InvalidationState::Undone),
            ],
        })
    }

    async fn start(&self, _: &Visitor, _: Lang, _: &RuleForm) -> Result<Started, AppError> {
        Err(AppError::SignIn)
    }

    async fn read(&self, _: &Visitor, lang: Lang, id: &str) -> Result<InvalidationView, AppError> {
        if let Some(error) = &self.error {
            return Err(error.clone());
        }
        Ok(InvalidationView {
            id: id.into(),
            slug: slug("halt-deportations"),
            title: "Halt the deportations".into(),
            text_lang: lang.code().into(),
            rule: rule(),
            reason: crate::fakes::NASTY.into(),
            reason_lang: "en".into(),
            state: self.state,
            percent: 42,
            met: Met::of(self.met),
            invalidated: Met::of(self.met),
            applicable: self.state == InvalidationState::Counted && self.met >= 10,
            count: 12_431,
        })
    }

    async fn act(&self, _: &Visitor, _: &str, _: InvalidationAct) -> Result<ActAnswer, AppError> {
        Err(AppError::SignIn)
    }
}
