//! Reports without a database: one report, about one campaign.

use crate::fakes::{NASTY, slug};
use app::campaigns::Slug;
use app::error::AppError;
use app::i18n::Lang;
use app::reports::{
    CloseAnswer, OpenReport, Outcome, ReportAnswer, ReportForm, ReportKind, ReportList, ReportPage, ReportedCampaign,
    Reports,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// Whether a moderator looks.
#[derive(Clone, Default)]
pub struct FakeReports {
    pub moderator: bool,
}

fn open() -> OpenReport {
    let campaign = ReportedCampaign { slug: slug("halt-deportations"), title: NASTY.into(), text_lang: "es".into() };
    OpenReport { id: "r1".into(), kind: ReportKind::Trap, campaign, days: 2, outcome: None }
}

impl FakeReports {
    fn check(&self) -> Result<(), AppError> {
        if self.moderator { Ok(()) } else { Err(AppError::SignIn) }
    }
}

#[async_trait]
impl Reports for FakeReports {
    async fn about(&self, _: Lang, slug: &Slug) -> Result<ReportedCampaign, AppError> {
        match slug.as_str() {
            "hidden-one" => Err(AppError::Gone),
            "halt-deportations" => Ok(open().campaign),
            _ => Err(AppError::NotFound),
        }
    }

    async fn report(&self, _: &Visitor, _: Lang, _: &Slug, form: &ReportForm) -> Result<ReportAnswer, AppError> {
        Ok(form.validate().map_or_else(ReportAnswer::Refused, |_| ReportAnswer::Accepted))
    }

    async fn list(&self, _: &Visitor, _: Lang, closed: bool, _: u32) -> Result<ReportList, AppError> {
        self.check()?;
        Ok(ReportList { reports: if closed { Vec::new() } else { vec![open()] }, more: false })
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<ReportPage, AppError> {
        self.check()?;
        Ok(ReportPage { report: open(), text: NASTY.into(), lang: "en".into(), wants_answer: true, hidden: false })
    }

    async fn close(&self, _: &Visitor, _: &str, outcome: Outcome) -> Result<CloseAnswer, AppError> {
        self.check()?;
        Ok(if outcome == Outcome::Hidden { CloseAnswer::NotHidden } else { CloseAnswer::Done })
    }
}
