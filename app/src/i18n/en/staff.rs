use crate::accounts::Role as R;
use crate::i18n::{StaffMsg as M, Text};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Lead => "Moderators decide on campaigns, reasons and reports. Admins do that too, and run the house.",
        M::StaffTitle => "Moderators and admins",
        M::Role(R::Admin) => "Admin",
        M::Role(R::Moderator) => "Moderator",
        M::Role(R::Campaigner) => "No role",
        M::You => "(you)",
        M::NoProof => "No authenticator app yet, so no page of the house opens.",
        M::RoleLabel => "Role",
        M::Change => "Change the role",
        M::InvitationsTitle => "Open invitations",
        M::Until { role, day } => return format!("{}, if accepted by {day}", text(M::Role(role))).into(),
        M::Withdraw => "Take it back",
        M::InviteTitle => "Invite somebody",
        M::InviteHelp => "We send a mail that leads to the sign-in page. Who has an account gets the role at once.",
        M::RoleHelp => "Only admins see this page, the counts of all campaigns and the log.",
        M::Invite => "Invite",
        M::LastAdmin => "This is the only admin: make somebody else one first.",
        M::SaidInvited => "Invited.",
        M::SaidHasRole => "Whoever has this address has that role, or a higher one, already.",
        M::SaidChanged => "The role is changed.",
        M::SaidWithdrawn => "The invitation is taken back.",
        M::SaidOvertaken => "It was not as shown any more, so nothing was changed.",
    };
    text.into()
}
