//! Rules that take signatures off a campaign's count, and put them back: for admins.

mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod rule;
mod view;

pub use form::{RuleError, RuleForm, RuleFormState, RuleInput, RuleProblem, rule_limits};
pub use port::{ActAnswer, Invalidation, InvalidationPort, Started};
pub use rule::{Rule, RuleField};
pub use view::{
    InvalidationAct, InvalidationList, InvalidationState, InvalidationSummary, InvalidationView, Met, RuleCampaign,
};
