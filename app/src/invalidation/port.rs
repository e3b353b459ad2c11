use super::{InvalidationAct, InvalidationList, InvalidationView, RuleError, RuleForm};
use crate::error::AppError;
use crate::i18n::Lang;
use crate::visitor::Visitor;
use async_trait::async_trait;
use std::sync::Arc;

/// The door to rules, as found in the Leptos context.
pub type InvalidationPort = Arc<dyn Invalidation>;

/// What came of making a rule.
#[derive(Debug)]
pub enum Started {
    /// It is counted; this names it.
    Counting(String),
    /// The form breaks a rule; nothing has changed.
    Refused(Vec<RuleError>),
}

/// What came of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActAnswer {
    /// It is done, or begun.
    Done,
    /// The rule stands where this cannot be done: somebody was faster.
    Overtaken,
}

/// Rules that take signatures off a count, for admins alone. All methods fail with [`AppError::SignIn`], [`AppError::NotFound`] for a
/// lesser role, [`AppError::SecondProof`] where the second proof is missing or too old, [`AppError::Busy`] when the writer's queue is
/// full, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Invalidation: Send + Sync {
    /// Rules that were made, and what is needed to make one.
    ///
    /// # Errors
    /// As above, with a proof of the last ten minutes: what is typed must not be lost to one that is asked for afterwards.
    async fn list(&self, visitor: &Visitor, lang: Lang) -> Result<InvalidationList, AppError>;

    /// Makes a rule and begins to count what agrees with it. Nothing is taken off yet.
    ///
    /// # Errors
    /// As above, with a proof of the last ten minutes.
    async fn start(&self, visitor: &Visitor, lang: Lang, form: &RuleForm) -> Result<Started, AppError>;

    /// A rule.
    ///
    /// # Errors
    /// As above; a proof of today is enough. [`AppError::NotFound`] also where there is no such rule.
    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<InvalidationView, AppError>;

    /// Applies it, undoes that, or forgets it.
    ///
    /// # Errors
    /// As above, with a proof of the last ten minutes; [`AppError::NotFound`] also where there is no such rule.
    async fn act(&self, visitor: &Visitor, id: &str, act: InvalidationAct) -> Result<ActAnswer, AppError>;
}
