//! What is stored about a signer, as the privacy page tells it. A test on the server holds every column of the signers' tables
//! against this list, so that the page cannot fall behind the database.

/// A kind of fact that is stored about a signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stored {
    /// A keyed fingerprint of the address, so that nobody signs twice.
    AddressDigest,
    /// A keyed fingerprint of address and name, so that two people can share a mailbox.
    NameTag,
    /// Keyed fingerprint of the mail provider's domain, and marks for programs that sign.
    AbuseMarks,
    /// Name and contact, sealed for the campaign's key holders.
    SealedData,
    /// The address, encrypted, while the mail is under way (at most four days) or for as long as updates are wanted.
    Address,
    /// Country and postcode region, how the signer came, language and version of the text.
    CoarseFacts,
    /// Name and reason, only if the signer asked for them to be shown.
    PublicWords,
    /// Whether the signature waits, counts, was withdrawn or was removed, and its place among two on one mailbox.
    State,
    /// When a signature that is not confirmed was made, and how many mails were sent; gone at confirmation.
    PendingTimes,
    /// A random number that names the row.
    RowId,
}

impl Stored {
    /// The whole list, in the order in which the page tells it.
    pub const ALL: [Self; 10] = [
        Self::AddressDigest,
        Self::NameTag,
        Self::SealedData,
        Self::Address,
        Self::CoarseFacts,
        Self::PublicWords,
        Self::State,
        Self::PendingTimes,
        Self::AbuseMarks,
        Self::RowId,
    ];
}
