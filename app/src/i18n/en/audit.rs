use crate::audit::Action as A;
use crate::i18n::{AuditMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Action(action) => self::action(action),
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
        A::CatalogueChanged => "Changed the catalogue of reasons",
        A::ReasonsShown => "Showed reasons of signers",
        A::ReasonsRemoved => "Removed reasons of signers",
        A::ReportClosed => "Closed a report",
        A::LogExported => "Exported this log",
    }
}
