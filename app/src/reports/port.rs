use super::{Outcome, ReportError, ReportForm, ReportList, ReportPage, ReportedCampaign};
use crate::campaigns::Slug;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to reports, as found in the Leptos context.
pub type ReportsPort = Arc<dyn Reports>;

/// The answer to a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportAnswer {
    /// Taken. The same where so many reports on the campaign wait that another one is left out.
    Accepted,
    /// Fields break a rule; nothing was kept.
    Refused(Vec<ReportError>),
}

/// What came of closing a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseAnswer {
    /// It is closed, by this form or before.
    Done,
    /// "Hidden" was said, and its campaign is not.
    NotHidden,
}

/// Reports by the public. The methods for moderators fail as those of [`Moderation`](crate::moderation::Moderation).
#[async_trait]
pub trait Reports: Send + Sync {
    /// The campaign that a report would be about.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Gone`] for one that was hidden, [`AppError::Internal`] when the database fails.
    async fn about(&self, lang: Lang, slug: &Slug) -> Result<ReportedCampaign, AppError>;

    /// Takes a report by anyone.
    ///
    /// # Errors
    /// As [`Reports::about`]; [`AppError::TooMany`] for a network over its limit and [`AppError::Busy`] when the writer's queue is full, too.
    async fn report(
        &self,
        visitor: &Visitor,
        lang: Lang,
        slug: &Slug,
        form: &ReportForm,
    ) -> Result<ReportAnswer, AppError>;

    /// Reports that wait, or those that are closed.
    ///
    /// # Errors
    /// As above.
    async fn list(&self, visitor: &Visitor, lang: Lang, closed: bool, page: u32) -> Result<ReportList, AppError>;

    /// One report.
    ///
    /// # Errors
    /// As above; [`AppError::NotFound`] if it is gone, too.
    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<ReportPage, AppError>;

    /// Closes a report, and has whoever asked for an answer written to; their address is deleted.
    ///
    /// # Errors
    /// As [`Reports::read`].
    async fn close(&self, visitor: &Visitor, id: &str, outcome: Outcome) -> Result<CloseAnswer, AppError>;
}
