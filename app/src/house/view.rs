use crate::moderation::AgeBand;

/// Lists the variants of an enum once, with their names in the database and in figures.
macro_rules! codes {
    ($(#[$doc:meta])* $enum:ident { $($(#[$variant_doc:meta])* $name:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $enum {
            $($(#[$variant_doc])* $name,)*
        }

        impl $enum {
            /// All of them, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// As it is stored, and stands in figures.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

codes! {
    /// Where a campaign stands.
    CampaignState {
        /// It is being written.
        Draft = "draft",
        /// Its first supporters sign it.
        Gathering = "gathering",
        /// It waits for a moderator.
        Submitted = "submitted",
        /// It is public and takes signatures.
        Published = "published",
        /// It is public and takes none any more.
        Closed = "closed",
        /// The same, out of the list.
        Archived = "archived",
        /// It was refused.
        Rejected = "rejected",
        /// It was public.
        Hidden = "hidden",
    }
}

codes! {
    /// What waits for moderators.
    QueueKind {
        /// Campaigns.
        Campaigns = "campaigns",
        /// Reasons of signers. When they were given is stored nowhere.
        Reasons = "reasons",
        /// News on campaigns.
        Updates = "updates",
        /// Answers of those who are asked.
        Replies = "replies",
        /// Reports of the public.
        Reports = "reports",
    }
}

/// How the house is doing.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Signatures that count.
    pub signatures: i64,
    /// Forms that were sent today (UTC).
    pub sent_today: i64,
    /// Signatures that were confirmed today (UTC).
    pub confirmed_today: i64,
    /// How many campaigns are in each state, those without any left out.
    pub campaigns: Vec<(CampaignState, i64)>,
    /// What waits for moderators.
    pub queues: Vec<QueueAge>,
    /// Mail.
    pub mail: MailHealth,
    /// The database and its disk.
    pub storage: Storage,
    /// The version of the program.
    pub version: String,
}

/// What waits in a queue.
#[derive(Clone, Copy, Debug)]
pub struct QueueAge {
    /// Which queue.
    pub kind: QueueKind,
    /// How much waits.
    pub count: i64,
    /// Whole days since the first came, and what that means.
    pub oldest: Option<(i64, AgeBand)>,
}

/// How the outbox stands.
#[derive(Clone, Copy, Debug)]
pub struct MailHealth {
    /// Whether nothing is sent at the moment.
    pub paused: bool,
    /// Mails that wait to be sent.
    pub queued: i64,
    /// Whole minutes since the first of them was queued.
    pub oldest_minutes: Option<i64>,
    /// Mails that were given up, of the last days.
    pub given_up: i64,
    /// Mails that came back in the last 24 full hours, for good and for now; `None` where the house does not hear of them.
    pub returned: Option<(i64, i64)>,
}

/// The database and its disk.
#[derive(Clone, Debug)]
pub struct Storage {
    /// Kind and version: `SQLite 3.51.3`.
    pub database: String,
    /// Bytes that it takes, where that could be found out.
    pub bytes: Option<u64>,
    /// Bytes that are free on the disk of this server's data, where that could be found out.
    pub free: Option<u64>,
}
