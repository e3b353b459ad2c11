use crate::audit::Action as A;
use crate::i18n::{AuditMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Action(action) => self::action(action),
        M::Lead => "Who did what, the newest first. Nothing in it can be changed, and nothing of signers is in it.",
        M::When => "When (UTC)",
        M::Who => "Who",
        M::What => "What",
        M::To => "To what",
        M::Everything => "Everything",
        M::ObjectHelp => "A part of a campaign’s address, or the whole e-mail address of an account.",
        M::Filter => "Show",
        M::Nothing => "There is no such entry.",
        M::Older => "Older",
        M::Newest => "Newest",
        M::Pages => "Pages of the log",
        M::File => "Download as CSV (asks for a code; the download is logged)",
        M::CommandLine => "command line",
        M::ClosedAccount => "closed account",
    };
    text.into()
}

fn action(action: A) -> &'static str {
    match action {
        A::StaffInvited => "Invited to help in the house",
        A::InvitationWithdrawn => "Took an invitation back",
        A::RoleChanged => "Changed a role",
        A::ProofSetUp => "Set up an authenticator app",
        A::ProofReset => "Removed somebody’s authenticator app",
        A::CampaignPublished => "Published a campaign",
        A::CampaignSentBack => "Sent a campaign back",
        A::CampaignRejected => "Refused a campaign",
        A::LastDaySet => "Set the last day of a campaign",
        A::Closed => "Closed a campaign",
        A::Archived => "Archived a campaign",
        A::ShownAgain => "Put a campaign back into the list",
        A::ReplySubmitted => "Submitted a reply",
        A::ReplyShown => "Published a reply",
        A::ReplySentBack => "Sent a reply back",
        A::ReplyRemoved => "Took a reply away",
        A::CampaignHidden => "Hid a campaign",
        A::CampaignShown => "Showed a hidden campaign again",
        A::ReadingSet => "Changed who may read the signers",
        A::CatalogueChanged => "Changed the catalogue of reasons",
        A::ReasonsShown => "Showed reasons of signers",
        A::ReasonsRemoved => "Removed reasons of signers",
        A::ReportClosed => "Closed a report",
        A::UpdateApproved => "Made an update public",
        A::UpdateSentBack => "Sent an update back",
        A::UpdateMailed => "Began to mail an update",
        A::MailingCancelled => "Ended the mailing of an update",
        A::MailsRetried => "Tried again to send mails that were given up",
        A::SignersOpened => "Opened the list of signers",
        A::MemberInvited => "Invited somebody into a team",
        A::MemberJoined => "Joined a team",
        A::MemberRoleChanged => "Changed a role in a team",
        A::MemberLeft => "Left a team or removed somebody",
        A::CampaignOffered => "Offered a campaign to another team",
        A::CampaignMoved => "Took a campaign over from another team",
        A::LogExported => "Exported this log",
        A::CountsExported => "Exported counts",
    }
}
