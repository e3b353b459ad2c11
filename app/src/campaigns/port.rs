use super::{CampaignList, CampaignPage, CountCheck, EarlierText, Slug};
use crate::{error::AppError, i18n::Lang};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to campaigns, as found in the Leptos context.
pub type CampaignsPort = Arc<dyn Campaigns>;

/// Reading public campaigns.
#[async_trait]
pub trait Campaigns: Send + Sync {
    /// The public campaigns that have every word of `query` in their texts (all for an empty query), newest first. Pages count
    /// from 1 and hold twenty.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    async fn list(&self, lang: Lang, query: &str, page: u32) -> Result<CampaignList, AppError>;

    /// One campaign, in the texts that suit `lang` best.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Gone`] for one that was hidden, [`AppError::Internal`] when the database fails.
    async fn find(&self, lang: Lang, slug: &Slug) -> Result<CampaignPage, AppError>;

    /// One campaign with the texts of this number, which others have replaced.
    ///
    /// # Errors
    /// As [`Campaigns::find`]; [`AppError::NotFound`] also for the number of the texts that are public now.
    async fn earlier(&self, lang: Lang, slug: &Slug, number: i64) -> Result<EarlierText, AppError>;

    /// Why a campaign is hidden, in this language; nothing where no reason was given.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Internal`] when the database fails.
    async fn why_hidden(&self, lang: Lang, slug: &Slug) -> Result<Vec<String>, AppError>;

    /// What the last nightly recount found; `None` before the first.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    async fn last_check(&self, lang: Lang) -> Result<Option<CountCheck>, AppError>;

    /// The second that it is, and how often this server has changed what public pages show: pages of one moment are alike.
    fn moment(&self) -> (i64, u64);
}
