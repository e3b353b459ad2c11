use crate::house::{CampaignState as C, QueueKind as Q};
use crate::i18n::{HouseMsg as M, Text};
use crate::ui::HouseRoom as R;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Rooms => "The house",
        M::Room(R::Overview) => "Overview",
        M::Room(R::Counts) => "Counts",
        M::Room(R::Invalidation) => "Invalidation",
        M::Room(R::People) => "People",
        M::Room(R::Settings) => "Settings",
        M::Room(R::Log) => "Log",
        M::Room(R::Review) => "Review",
        M::Signatures => "Signatures",
        M::Counting => "Confirmed signatures, all campaigns",
        M::ConfirmedToday => "Confirmed today (UTC)",
        M::SentToday => "Forms sent today (UTC)",
        M::Waiting => "What waits for moderators",
        M::HowMany => "How much",
        M::Oldest => "The oldest",
        M::Queue(Q::Campaigns) => "Campaigns",
        M::Queue(Q::Reasons) => "Reasons of signers",
        M::Queue(Q::Updates) => "Updates",
        M::Queue(Q::Replies) => "Replies of those who are asked",
        M::Queue(Q::Reports) => "Reports",
        M::Campaigns => "Campaigns",
        M::State(C::Draft) => "Being written",
        M::State(C::Gathering) => "With their first supporters",
        M::State(C::Submitted) => "Waiting for review",
        M::State(C::Published) => "Open for signing",
        M::State(C::Closed) => "Closed",
        M::State(C::Archived) => "Archived",
        M::State(C::Rejected) => "Refused",
        M::State(C::Hidden) => "Hidden",
        M::NoCampaign => "There is no campaign yet.",
        M::Mail => "Mail",
        M::MailPaused => "No mail is sent at the moment: mails wait.",
        M::MailQueued => "Waiting to be sent",
        M::MailOldest => "The oldest has waited for",
        M::Minutes(n) if n < 60 => return format!("{n} min").into(),
        M::Minutes(n) if n < 48 * 60 => return format!("{} h", n / 60).into(),
        M::Minutes(n) => return format!("{} days", n / 1_440).into(),
        M::MailGivenUp => "Given up (kept for a week)",
        M::MailBounced => "Came back for good, last 24 full hours",
        M::MailPutOff => "Put off or not accepted, last 24 full hours",
        M::RetryHelp => {
            "For when the mail server refused them for a reason that is mended. Those whose address can no longer be read are removed."
        }
        M::Retry => "Try again to send what was given up",
        M::SaidRetried => "Mails that were given up wait to be sent again.",
        M::Server => "Server",
        M::Version => "Version of Undersigned",
        M::Database => "Database",
        M::DatabaseSize => "Size of the database",
        M::DiskFree => "Free on the disk of this server’s data",
        M::Unknown => "unknown",
    };
    text.into()
}
