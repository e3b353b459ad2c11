//! The audit log: who did what to what, and when. Only ever added to, in the transaction of what it tells of. No signer's data is in it.

mod service;

pub use service::{STATEMENTS as LOG_STATEMENTS, Service};

use crate::clock::Entropy;
use crate::store::{AccountId, AuditId, Link, Result, each_db};
use jiff::Timestamp;

pub use app::audit::Action;

crate::store::statements! {
    ADD_ENTRY = "INSERT INTO audit_log (at, id, actor, action, object, detail) VALUES ($1, $2, $3, $4, $5, $6)";
}

/// An entry of the log.
pub struct Entry {
    id: AuditId,
    at: Timestamp,
    actor: Option<AccountId>,
    action: Action,
    object: String,
    detail: String,
}

impl Entry {
    /// What `actor` (nobody: the command line) does now to `object`, named as people name it: a campaign by its address, an account by
    /// the id in hexadecimal. `detail` says how, in few words that need no translation: `moderator -> admin`.
    pub fn new(
        entropy: &dyn Entropy,
        at: Timestamp,
        actor: Option<AccountId>,
        action: Action,
        object: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self { id: AuditId::new(entropy), at, actor, action, object: object.into(), detail: detail.into() }
    }
}

/// Adds an entry.
///
/// # Errors
/// When the database fails.
pub async fn add(link: &mut Link<'_>, entry: &Entry) -> Result<()> {
    each_db!(link, c => sqlx::query(ADD_ENTRY)
        .bind(entry.at.as_microsecond())
        .bind(entry.id.bytes())
        .bind(entry.actor.as_ref().map(AccountId::bytes))
        .bind(entry.action.code())
        .bind(&entry.object)
        .bind(&entry.detail)
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}
