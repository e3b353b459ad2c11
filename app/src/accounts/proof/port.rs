use super::{ProofForm, ProofView};
use crate::signatures::Problem;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to the second proof, as found in the Leptos context.
pub type ProofsPort = Arc<dyn Proofs>;

/// What came of a form.
pub enum ProofAnswer {
    /// The app is set up, and this browser has given its proof.
    SetUp,
    /// This browser has given its proof.
    Proved,
    /// The app is removed.
    Removed,
    /// The code does not fit, or too many have not: see the problem. Nothing else was changed.
    Refused(Problem),
    /// What the form was about has changed meanwhile: the page shows what can be done now.
    Overtaken,
}

/// The second proof by an app; that by a passkey is [`Passkeys::prove`](crate::accounts::passkeys::Passkeys::prove). All fail with [`AppError::SignIn`] where nobody is signed in, [`AppError::Busy`] when the writer's queue is full, and
/// [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Proofs: Send + Sync {
    /// What the page shows. Changes nothing. `sealed` brings back the secret of a form that was refused; a new one is made otherwise.
    ///
    /// # Errors
    /// As above.
    async fn view(&self, visitor: &Visitor, sealed: &str) -> Result<ProofView, AppError>;

    /// Sets up an app, takes a code, or removes the app, as the form says. Answers after its changes are durable.
    ///
    /// # Errors
    /// Also [`AppError::SecondProof`] where an app is to be removed without a proof of the last ten minutes, and [`AppError::NotFound`]
    /// where it is the only second proof of a moderator or an admin.
    async fn give(&self, visitor: &Visitor, lang: Lang, form: &ProofForm) -> Result<ProofAnswer, AppError>;
}
