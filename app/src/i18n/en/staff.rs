use crate::accounts::Role as R;
use crate::i18n::{SignMsg, StaffMsg as M, Text};
use crate::signatures::{Field, Problem};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Lead => "Moderators decide on campaigns, reasons and reports. Admins do that too, and run the house.",
        M::StaffTitle => "Moderators and admins",
        M::Role(R::Admin) => "Admin",
        M::Role(R::Moderator) => "Moderator",
        M::Role(R::Campaigner) => "No role",
        M::You => "(you)",
        M::NoProof => "No second proof yet, so no page of the house opens.",
        M::RoleLabel => "Role",
        M::Change => "Change the role",
        M::InvitationsTitle => "Open invitations",
        M::Until { role, day } => return format!("{}, if accepted by {day}", text(M::Role(role))).into(),
        M::Withdraw => "Take it back",
        M::InviteTitle => "Invite somebody",
        M::AddressLabel => "E-mail address",
        M::Address(problem) => return address(problem),
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

/// What is wrong with the address of somebody else.
pub(super) fn address(problem: Problem) -> Text {
    match problem {
        Problem::Missing => "Enter the e-mail address.".into(),
        problem => super::sign::text(SignMsg::Problem(Field::Email, problem)),
    }
}
