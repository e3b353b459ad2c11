use super::{People, PeopleForm};
use crate::signatures::Problem;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to moderators and admins, as found in the Leptos context.
pub type StaffPort = Arc<dyn Staff>;

/// What came of a form.
pub enum PeopleAnswer {
    /// The invitation is mailed, or the account has its role and is told.
    Invited,
    /// Who has that address has such a role already.
    HasRole,
    /// The role is changed.
    Changed,
    /// The invitation is taken back.
    Withdrawn,
    /// Somebody else was faster; nothing was changed.
    Overtaken,
    /// The house would be without an admin; nothing was changed.
    LastAdmin,
    /// The address breaks a rule; nothing was changed.
    Refused(Problem),
}

/// Moderators and admins, for admins alone. Both methods fail with [`AppError::SignIn`], [`AppError::NotFound`] for a lesser role,
/// [`AppError::SecondProof`] where the second proof is missing or too old, [`AppError::Busy`] when the writer's queue is full, and
/// [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Staff: Send + Sync {
    /// All of them, and open invitations.
    ///
    /// # Errors
    /// As above; a proof of today is enough.
    async fn people(&self, visitor: &Visitor, lang: Lang) -> Result<People, AppError>;

    /// Invites, changes a role or takes an invitation back, as the form says. Answers after the change is durable.
    ///
    /// # Errors
    /// As above, with a proof of the last ten minutes; and [`AppError::NotFound`] for a form that is none of ours.
    async fn change(&self, visitor: &Visitor, lang: Lang, form: &PeopleForm) -> Result<PeopleAnswer, AppError>;
}
