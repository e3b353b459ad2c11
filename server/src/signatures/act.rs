//! What signers ask the writer to do.

use super::epochs::Epoch;
use crate::store::{CampaignId, OutboxId, RevisionId, SignatureId};
use app::signatures::{Decision, EmailAddress};
use std::sync::Arc;

/// The coarse facts that decide in which cell of the tallies an event is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Coarse part of the postcode, or empty.
    pub region: String,
    /// How the signer came.
    pub source: String,
    /// Language of the page that was signed.
    pub locale: String,
}

/// A signature as it arrives: everything computed that can be computed outside the transaction.
pub struct NewSignature {
    /// Its row's id.
    pub id: SignatureId,
    /// The campaign.
    pub campaign: CampaignId,
    /// Fingerprint of the address.
    pub digest: [u8; 32],
    /// Fingerprint of address and name.
    pub name_tag: [u8; 16],
    /// Fingerprint of the mail domain.
    pub domain_tag: [u8; 16],
    /// Flagged by a rule.
    pub flagged: bool,
    /// What key holders may read; `None` where they may read nothing.
    pub sealed: Option<Sealed>,
    /// The address for updates, under the day's key; only if updates were asked for.
    pub contact: Option<Vec<u8>>,
    /// Where the event is counted.
    pub facts: Facts,
    /// The mail provider under which the house counts it. Never stored with the signature.
    pub provider: &'static str,
    /// The texts that were signed.
    pub revision: RevisionId,
    /// The name, if it is to be shown.
    pub public_name: Option<String>,
    /// The reason, if it is to be shown.
    pub reason: Option<String>,
    /// The mail, should one go out.
    pub mail: NewMail,
}

/// A sealed row.
pub struct Sealed {
    /// The hour's secret under which it was sealed.
    pub epoch: Arc<Epoch>,
    /// The row.
    pub row: Vec<u8>,
}

/// A mail that may go out.
pub struct NewMail {
    /// Its row's id.
    pub id: OutboxId,
    /// The address, under the day's key and bound to `id`.
    pub address: Vec<u8>,
    /// Canonical form of the address, for the limit over all campaigns. Never stored.
    pub canonical: String,
}

/// What a signer asks for.
pub enum Act {
    /// Sign.
    Sign(Box<NewSignature>),
    /// Confirm by link.
    Confirm {
        /// The campaign.
        campaign: CampaignId,
        /// The pending row.
        row: SignatureId,
        /// What the signer still wants to be shown.
        show: Show,
        /// The address under the long-lived contact key, if updates were asked for.
        contact: Option<Vec<u8>>,
        /// The mail provider under which the house counts it.
        provider: &'static str,
    },
    /// Confirm by code: tried on every pending row of this address.
    Code {
        /// The campaign.
        campaign: CampaignId,
        /// Fingerprint of the address.
        digest: [u8; 32],
        /// The digits.
        code: [u8; 8],
        /// The address as typed, kept under the long-lived contact key if updates were asked for.
        address: EmailAddress,
    },
    /// Hide or withdraw.
    Manage {
        /// The campaign.
        campaign: CampaignId,
        /// The signature.
        row: SignatureId,
        /// What is to be done.
        decision: Decision,
    },
}

impl Act {
    /// The signature that it names.
    pub(super) fn row(&self) -> Option<SignatureId> {
        match self {
            Self::Confirm { row, .. } | Self::Manage { row, .. } => Some(*row),
            Self::Sign(_) | Self::Code { .. } => None,
        }
    }
}

/// What is still to be shown.
#[derive(Clone, Copy)]
pub struct Show {
    /// The name.
    pub name: bool,
    /// The reason.
    pub reason: bool,
}

/// What became of an act.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done. Said for signing and managing.
    Done,
    /// Confirmed, now or before. Holds the signature that counts for this person; none if both places of the mailbox are others'.
    Confirmed(Option<SignatureId>),
    /// There is no such row, or the code does not fit.
    NoRow,
}
