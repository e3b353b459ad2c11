use crate::audit::Action;

/// The audit log.
#[derive(Clone, Copy)]
pub enum AuditMsg {
    /// What was done, as a short sentence without its subject.
    Action(Action),
}
