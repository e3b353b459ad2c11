use crate::audit::Action;

/// The audit log.
#[derive(Clone, Copy)]
pub enum AuditMsg {
    /// What was done, as a short sentence without its subject.
    Action(Action),
    /// What the log is.
    Lead,
    /// Heading of the times (UTC).
    When,
    /// Heading of who did it.
    Who,
    /// Heading of what was done, and label of that filter.
    What,
    /// Heading of what it was done to, and label of that filter.
    To,
    /// No filter of actions.
    Everything,
    /// What the filter of objects takes.
    ObjectHelp,
    /// Its button.
    Filter,
    /// Where nothing fits.
    Nothing,
    /// Leads to older entries.
    Older,
    /// Leads to the newest.
    Newest,
    /// Label of those links.
    Pages,
    /// The link to the file.
    File,
    /// In the place of an address: whoever runs the server.
    CommandLine,
    /// In the place of an address: an account that is closed.
    ClosedAccount,
}
