//! Running campaigns without a database: one browser, at most one campaign.

use crate::fakes::slug;
use app::campaigns::Slug;
use app::error::AppError;
use app::i18n::Lang;
use app::running::{Milestone, Ran, ReplyForm, RunForm, RunPage, RunState, Running, WaitingReply};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: the campaign that it may run, and the answers that it may decide on; without either it is not signed in.
#[derive(Clone, Default)]
pub struct FakeRunning {
    pub page: Option<RunPage>,
    pub waiting: Option<Vec<WaitingReply>>,
}

/// An open campaign that has reached its first mark.
pub fn open() -> RunPage {
    RunPage {
        slug: slug("safe-crossing"),
        title: "Un cruce seguro".into(),
        text_lang: "es".into(),
        state: RunState::Open,
        closes_on: "2027-03-31".into(),
        closes: Some("31 March 2027".into()),
        time_zone: "America/Mexico_City".into(),
        can_open: true,
        shown: None,
        waiting: None,
        milestones: vec![Milestone { n: 1_000, day: "3 March 2026".into() }],
        signers: false,
    }
}

#[async_trait]
impl Running for FakeRunning {
    async fn read(&self, _: &Visitor, _: Lang, asked: &Slug) -> Result<RunPage, AppError> {
        let page = self.page.clone().ok_or(AppError::SignIn)?;
        if page.slug == *asked { Ok(page) } else { Err(AppError::NotFound) }
    }

    async fn change(&self, _: &Visitor, _: &Slug, _: &RunForm) -> Result<Ran, AppError> {
        Err(AppError::Internal)
    }

    async fn waiting(&self, _: &Visitor, _: Lang) -> Result<Vec<WaitingReply>, AppError> {
        self.waiting.clone().ok_or(AppError::SecondProof)
    }

    async fn decide(&self, _: &Visitor, _: &ReplyForm) -> Result<Ran, AppError> {
        Err(AppError::Internal)
    }
}
