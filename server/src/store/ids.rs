use super::{Result, StoreError};
use crate::clock::{Entropy, random};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A new random id: it tells neither time nor order.
            pub fn new(entropy: &dyn Entropy) -> Self {
                Self(random(entropy))
            }

            /// The bytes as they are stored.
            pub fn bytes(&self) -> &[u8] {
                &self.0
            }

            /// As people meet it in names, where it must not begin with a hyphen: hexadecimal digits.
            pub fn hex(&self) -> String {
                format!("{:032x}", u128::from_be_bytes(self.0))
            }

            /// Reads those.
            pub fn parse(hex: &str) -> Option<Self> {
                let plain = hex.len() == 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
                u128::from_str_radix(hex, 16).ok().filter(|_| plain).map(|id| Self(id.to_be_bytes()))
            }

            /// Reads stored bytes.
            ///
            /// # Errors
            /// [`StoreError::Corrupt`] unless there are sixteen.
            pub fn read(bytes: &[u8]) -> Result<Self> {
                bytes.try_into().map(Self).map_err(|_| StoreError::Corrupt(stringify!($name)))
            }
        }
    )*};
}

ids! {
    /// Names a campaign.
    CampaignId;
    /// Names a revision of a campaign's texts.
    RevisionId;
    /// Names a signature.
    SignatureId;
    /// Names an hour's secret.
    EpochId;
    /// Names a mail that waits.
    OutboxId;
    /// Names a team.
    TeamId;
    /// Names an invitation into a team.
    TeamInvitationId;
    /// Names the account of someone who runs campaigns.
    AccountId;
    /// Names a sign-in mail.
    SignInId;
    /// Names a browser that is signed in.
    SessionId;
    /// Names an answer of whoever is asked.
    ReplyId;
    /// Names an update of a campaign.
    UpdateId;
    /// Names a rule that takes signatures off a count.
    InvalidationId;
    /// Names an entry of the audit log.
    AuditId;
    /// Names a report of the public.
    ReportId;
    /// Names the private link of a draft.
    SupportLinkId;
    /// Names whoever supports a draft.
    SupporterId;
    /// Names a note among moderators.
    NoteId;
}
