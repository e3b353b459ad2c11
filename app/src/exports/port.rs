use super::{Dashboard, Dimension};
use crate::{campaigns::Slug, error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to a campaign's counts, as found in the Leptos context.
pub type ExportsPort = Arc<dyn Exports>;

/// Counts for a campaign's team. Both answer `None` for a browser that is not signed in, and fail with [`AppError::NotFound`] for a
/// campaign that is not of a team of this account, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Exports: Send + Sync {
    /// What the page of a campaign's counts shows.
    ///
    /// # Errors
    /// As above.
    async fn dashboard(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<Dashboard>, AppError>;

    /// One breakdown as CSV: the dimension's key and the count, the rest as `other`.
    ///
    /// # Errors
    /// As above.
    async fn csv(&self, visitor: &Visitor, slug: &Slug, by: Dimension) -> Result<Option<String>, AppError>;
}
