use super::{LogFilter, LogPage};
use crate::{error::AppError, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to the audit log, as found in the Leptos context.
pub type AuditPort = Arc<dyn Audit>;

/// The audit log, for admins alone. Both methods fail with [`AppError::SignIn`], [`AppError::NotFound`] for a lesser role,
/// [`AppError::SecondProof`] where the second proof is missing or too old, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Audit: Send + Sync {
    /// A page of it.
    ///
    /// # Errors
    /// As above; a proof of today is enough.
    async fn page(&self, visitor: &Visitor, filter: &LogFilter) -> Result<LogPage, AppError>;

    /// All entries that fit, as CSV. This becomes an entry itself.
    ///
    /// # Errors
    /// As above, with a proof of the last ten minutes.
    async fn csv(&self, visitor: &Visitor, filter: &LogFilter) -> Result<String, AppError>;
}
