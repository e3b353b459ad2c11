use super::Action;
use serde::Deserialize;

/// Which entries are asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LogFilter {
    /// The action's code; empty for all.
    pub action: String,
    /// What the name of the object holds: a part of a campaign's address, or the whole e-mail address of an account. Empty for all.
    pub object: String,
    /// Those before this one ([`LogPage::older`]); empty for the newest.
    pub before: String,
}

/// A page of the log, the newest entry first.
pub struct LogPage {
    /// The entries.
    pub entries: Vec<LogEntry>,
    /// Names the last of them, where there are older ones.
    pub older: Option<String>,
}

/// Who did it.
pub enum Actor {
    /// The owner of this address.
    Account(String),
    /// An account that is closed by now.
    Closed,
    /// Whoever runs the server.
    CommandLine,
}

/// An entry of the log.
pub struct LogEntry {
    /// The minute (UTC): `2026-03-02 09:00`.
    pub at: String,
    /// Who.
    pub actor: Actor,
    /// What; its code where this version does not know it.
    pub action: Result<Action, String>,
    /// To what: a campaign's address, or an account's e-mail address while it exists.
    pub object: String,
    /// How.
    pub detail: String,
}
