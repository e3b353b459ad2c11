//! Review without a database: one campaign that waits.

use crate::fakes::campaign;
use app::error::AppError;
use app::i18n::Lang;
use app::moderation::{
    AgeBand, Case, CaseAction, CaseAnswer, CaseForm, Ground, Lock, Moderation, Note, Queue, QueueFilter, QueueItem,
    Waiting,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: whether a moderator's, and the campaign that waits.
#[derive(Clone, Default)]
pub struct FakeModeration {
    pub moderator: bool,
    pub case: Option<Case>,
}

impl FakeModeration {
    pub fn of(case: Option<Case>) -> Self {
        Self { moderator: true, case }
    }

    fn check(&self) -> Result<(), AppError> {
        if self.moderator { Ok(()) } else { Err(AppError::SignIn) }
    }
}

/// A campaign that can be decided on.
pub fn case(lang: Lang) -> Case {
    Case {
        id: "c1".into(),
        version: 7,
        page: campaign(lang),
        time_zone: "America/Mexico_City".into(),
        band: AgeBand::Due,
        days: 4,
        lock: Lock::Free,
        own: false,
        unfit: Vec::new(),
        changes: None,
        notes: vec![Note {
            by: Some("one@example.org".into()),
            at: "3 March 2026, 09:00 UTC".into(),
            text: "Who are they?".into(),
        }],
        grounds: vec![
            Ground { code: "unclear".into(), text: "It does not say what is demanded.".into() },
            Ground { code: "hatred".into(), text: "It calls for hatred.".into() },
        ],
        previous: None,
        next: Some("c2".into()),
    }
}

#[async_trait]
impl Moderation for FakeModeration {
    async fn queue(&self, _: &Visitor, filter: &QueueFilter) -> Result<Queue, AppError> {
        self.check()?;
        let items = self.case.iter().map(|case| QueueItem {
            id: case.id.clone(),
            title: case.page.title.clone(),
            text_lang: case.page.text_lang.clone(),
            band: case.band,
            days: case.days,
            taken_by: None,
        });
        let items = items.filter(|item| filter.band.is_none_or(|band| band == item.band)).collect();
        Ok(Queue { items, more: false, waiting: Waiting { campaigns: [0, 1, 2] }, days: (3, 7) })
    }

    async fn case(&self, _: &Visitor, _: Lang, id: &str) -> Result<Option<Case>, AppError> {
        self.check()?;
        Ok(self.case.clone().filter(|case| case.id == id))
    }

    async fn act(&self, _: &Visitor, _: &str, action: CaseAction, _: &CaseForm) -> Result<CaseAnswer, AppError> {
        self.check()?;
        Ok(CaseAnswer::Done(action))
    }
}
