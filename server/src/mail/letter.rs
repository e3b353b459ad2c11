use super::RowId;
use app::{i18n::Lang, signatures::EmailAddress};
use jiff::Timestamp;

/// What a mail says. Has no `Debug`: links and codes open doors and belong into no log.
#[derive(Clone, PartialEq, Eq)]
pub enum Letter {
    /// Asks the owner of the mailbox to confirm a signature.
    Confirm {
        /// The campaign's title.
        campaign: String,
        /// The whole address of the confirmation page; once confirmed it leads to the page of the signature.
        link: String,
        /// Eight digits.
        code: String,
    },
    /// Answers someone who signs a campaign again.
    AlreadySigned {
        /// The campaign's title.
        campaign: String,
        /// The whole address of the page of the signature.
        link: String,
    },
    /// Shows an operator that mail arrives (`mail test ADDRESS`).
    Test,
}

/// A mail that the worker has leased from the outbox.
#[derive(Clone)]
pub struct Leased {
    /// The row.
    pub id: RowId,
    /// How many tries have failed before.
    pub attempts: u32,
    /// When the mail was put into the outbox.
    pub queued_at: Timestamp,
    /// The signer's language.
    pub lang: Lang,
    /// Where it goes.
    pub to: EmailAddress,
    /// What it says.
    pub letter: Letter,
}
