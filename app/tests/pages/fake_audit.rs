//! The audit log without a database.

use app::audit::{Action, Actor, Audit, LogEntry, LogFilter, LogPage};
use app::error::AppError;
use app::visitor::Visitor;
use async_trait::async_trait;

/// Three entries.
pub struct FakeAudit;

#[async_trait]
impl Audit for FakeAudit {
    async fn page(&self, _: &Visitor, filter: &LogFilter) -> Result<LogPage, AppError> {
        let entry = |actor, action, object: &str| LogEntry {
            at: "2026-03-02 09:00".into(),
            actor,
            action,
            object: object.into(),
            detail: "moderator -> admin".into(),
        };
        Ok(LogPage {
            entries: vec![
                entry(Actor::Account("ana@example.org".into()), Ok(Action::RoleChanged), "ben@example.org"),
                entry(Actor::CommandLine, Ok(Action::StaffInvited), "0f"),
                entry(Actor::Closed, Err("from_the_future".into()), "night-bus"),
            ],
            older: filter.before.is_empty().then(|| "5-0a".into()),
        })
    }

    async fn csv(&self, _: &Visitor, _: &LogFilter) -> Result<String, AppError> {
        Ok(String::new())
    }
}
