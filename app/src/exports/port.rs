use super::{CountsPage, CountsQuery, Dashboard};
use crate::{campaigns::Slug, error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to a campaign's counts, as found in the Leptos context.
pub type ExportsPort = Arc<dyn Exports>;

/// Counts for campaigns' teams and for admins. Files are the server's own affair. Both fail with [`AppError::SignIn`],
/// [`AppError::NotFound`] and [`AppError::SecondProof`] where they are not for this browser, and [`AppError::Internal`] when the
/// database fails.
#[async_trait]
pub trait Exports: Send + Sync {
    /// What the page of a campaign's counts shows to its team.
    ///
    /// # Errors
    /// As above.
    async fn dashboard(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Dashboard, AppError>;

    /// What admins see of counts before they export them.
    ///
    /// # Errors
    /// As above; exact cells ask for a fresh proof.
    async fn counts(&self, visitor: &Visitor, query: &CountsQuery) -> Result<CountsPage, AppError>;
}
