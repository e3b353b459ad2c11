use super::Overview;
use crate::accounts::Role;
use crate::{error::AppError, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to the house, as found in the Leptos context.
pub type HousePort = Arc<dyn House>;

/// Running the house. Where nothing else is said, all methods are for admins alone: they fail with [`AppError::SignIn`],
/// [`AppError::NotFound`] for a lesser role, [`AppError::SecondProof`] where the second proof is missing or too old, [`AppError::Busy`] when
/// the writer's queue is full, and [`AppError::Internal`] when the database fails. A proof of today is enough where no other is named.
#[async_trait]
pub trait House: Send + Sync {
    /// What this browser may do in the house, for the ways that it is shown; a campaigner where nobody is signed in.
    ///
    /// # Errors
    /// [`AppError::Internal`] when the database fails.
    async fn role(&self, visitor: &Visitor) -> Result<Role, AppError>;

    /// How the house is doing at this moment.
    ///
    /// # Errors
    /// As above.
    async fn overview(&self, visitor: &Visitor) -> Result<Overview, AppError>;

    /// Puts mails that were given up back into the outbox. How many there were.
    ///
    /// # Errors
    /// As above.
    async fn retry_mails(&self, visitor: &Visitor) -> Result<u64, AppError>;
}
