//! Review without a database: one campaign that waits.

use crate::fakes::{NASTY, campaign};
use app::accounts::Role;
use app::campaigns::Slug;
use app::error::AppError;
use app::i18n::Lang;
use app::moderation::{
    AgeBand, CampaignFilter, CampaignRow, CampaignRows, Case, CaseAction, CaseAnswer, CaseForm, Ground, GroundAction,
    GroundAnswer, GroundForm, GroundRow, HideAnswer, Lock, Moderation, Note, PublicCase, Queue, QueueFilter, QueueItem,
    ReasonFilter, ReasonRow, ReasonRows, UnreadItem, Waiting,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: whether a moderator's, and the campaign that waits.
#[derive(Clone, Default)]
pub struct FakeModeration {
    pub moderator: bool,
    pub case: Option<Case>,
    /// Why it is hidden, if it is.
    pub hidden: Option<Vec<String>>,
    /// Whether it became public before anybody had read it.
    pub unread: bool,
}

impl FakeModeration {
    pub fn of(case: Option<Case>) -> Self {
        Self { moderator: true, case, hidden: None, unread: false }
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
        picture: None,
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
            changes: case.changes.is_some(),
            taken_by: None,
        });
        let items = items.filter(|item| filter.band.is_none_or(|band| band == item.band)).collect();
        let unread = self.case.iter().filter(|_| self.unread).map(|case| UnreadItem {
            slug: case.page.slug.clone(),
            title: case.page.title.clone(),
            text_lang: case.page.text_lang.clone(),
            band: case.band,
            days: case.days,
        });
        Ok(Queue {
            items,
            more: false,
            unread: unread.collect(),
            waiting: Waiting { campaigns: [0, 1, 2], reasons: 5, reports: 2, replies: 0, updates: 0 },
            role: Role::Moderator,
            days: (3, 7),
        })
    }

    async fn case(&self, _: &Visitor, _: Lang, id: &str) -> Result<Option<Case>, AppError> {
        self.check()?;
        Ok(self.case.clone().filter(|case| case.id == id))
    }

    async fn act(&self, _: &Visitor, _: &str, action: CaseAction, _: &CaseForm) -> Result<CaseAnswer, AppError> {
        self.check()?;
        Ok(CaseAnswer::Done(action))
    }

    async fn catalogue(&self, _: &Visitor) -> Result<Vec<GroundRow>, AppError> {
        self.check()?;
        let texts = vec![(Lang::En, "It calls for hatred.".into()), (Lang::Es, "Llama al odio.".into())];
        let retired = GroundRow { code: "spam".into(), retired: true, texts: texts.clone() };
        Ok(vec![GroundRow { code: "hatred".into(), retired: false, texts }, retired])
    }

    async fn change_catalogue(
        &self,
        _: &Visitor,
        action: GroundAction,
        _: &GroundForm,
    ) -> Result<GroundAnswer, AppError> {
        self.check()?;
        Ok(GroundAnswer::Done(action))
    }

    async fn campaigns(&self, _: &Visitor, filter: &CampaignFilter) -> Result<CampaignRows, AppError> {
        self.check()?;
        let case = self.case.iter().filter(|case| case.page.title.contains(&filter.query));
        let rows = case.map(|case| CampaignRow {
            slug: case.page.slug.clone(),
            title: case.page.title.clone(),
            text_lang: case.page.text_lang.clone(),
            hidden: self.hidden.is_some(),
        });
        Ok(CampaignRows { rows: rows.collect(), more: false })
    }

    async fn campaign(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<PublicCase, AppError> {
        self.check()?;
        let case = self.case.clone().ok_or(AppError::NotFound)?;
        Ok(PublicCase {
            page: case.page,
            hidden: self.hidden.clone(),
            refused: false,
            unread: self.unread.then_some((case.band, case.days)),
            own: case.own,
            grounds: case.grounds,
        })
    }

    async fn hide(&self, _: &Visitor, _: &Slug, _: &[String]) -> Result<HideAnswer, AppError> {
        self.check().map(|()| HideAnswer::Done)
    }

    async fn refuse(&self, _: &Visitor, _: &Slug, _: &[String]) -> Result<HideAnswer, AppError> {
        self.check().map(|()| HideAnswer::Done)
    }

    async fn approve(&self, _: &Visitor, _: &Slug) -> Result<HideAnswer, AppError> {
        self.check().map(|()| HideAnswer::Done)
    }

    async fn show(&self, _: &Visitor, _: &Slug) -> Result<HideAnswer, AppError> {
        self.check().map(|()| HideAnswer::Done)
    }

    async fn reasons(&self, _: &Visitor, filter: &ReasonFilter) -> Result<ReasonRows, AppError> {
        self.check()?;
        let rows = self.case.iter().filter(|_| !filter.shown).map(|case| ReasonRow {
            id: "0a".into(),
            slug: case.page.slug.clone(),
            title: case.page.title.clone(),
            text_lang: case.page.text_lang.clone(),
            name: Some("Rosa".into()),
            reason: NASTY.into(),
            lang: "es".into(),
        });
        Ok(ReasonRows { rows: rows.collect(), more: false })
    }

    async fn decide_reasons(&self, _: &Visitor, _: bool, ids: &[String]) -> Result<u32, AppError> {
        self.check()?;
        Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
    }
}
