use crate::i18n::{TeamMsg as M, Text};
use crate::teams::{TeamProblem as P, TeamRole as R};
use crate::typed::TextProblem as T;

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "Your teams",
        M::Lead => "A campaign belongs to a team. Those in it share its campaigns; a person alone is a team of one.",
        M::None => "You are in no team yet. Starting a campaign makes one, or make one here and invite others.",
        M::Unnamed => "A team without a name",
        M::Make => "Make a team",
        M::Name => "Name of the team",
        M::NameHelp => "Its members see it, and whoever is invited. The public does not.",
        M::Role(role) => self::role(role),
        M::YourRole(role) => return format!("you are {}", a_role(role)).into(),
        M::Roles => {
            "Owners decide who is in the team and where its campaigns go. Editors write, submit and delete campaigns. Analysts see counts \
             only. Owners can do all that editors can."
        }
        M::Members => "Members",
        M::You => "(you)",
        M::Save => "Save",
        M::Change => "Change",
        M::Manage => "Teams and offers",
        M::RoleOf { email } => return format!("Role of {email}").into(),
        M::RoleLabel => "Role",
        M::Remove => "Remove",
        M::Invite => "Invite somebody",
        M::Send => "Send the invitation",
        M::InviteHelp => {
            "We send a link that works for seven days, for whoever signs in with this address. Once they have joined, all members see it."
        }
        M::Email => "E-mail address",
        M::Open => "Invited, not yet here",
        M::Until { role, day } => return format!("{}, if accepted by {day}", self::role(role)).into(),
        M::Withdraw => "Withdraw",
        M::Offer => "Hand a campaign over",
        M::MakeOffer => "Offer it",
        M::OfferHelp => {
            "Whoever owns this address can take the campaign into a team that they own, within seven days. From then on your team sees it \
             no more than anybody else."
        }
        M::Campaign => "Campaign",
        M::OfferedTo { email, day } => return format!("offered to {email} until {day}").into(),
        M::OfferEmail => "Address of an owner of the other team",
        M::Leave => "Leave the team",
        M::LeaveText => "Its campaigns stay with the others. To come back you need a new invitation.",
        M::Sure => "Yes, I want to leave",
        M::SureHelp => "The last owner cannot leave: make somebody else an owner first.",
        M::Rename => "Name",
        M::Offers => "Offered to you",
        M::OfferFrom { team, day } => return format!("by the team “{team}”, until {day}").into(),
        M::Into => "Take it into",
        M::NewTeam => "a new team of my own",
        M::Accept => "Take it",
        M::Decline => "Decline",
        M::InvitedTitle => "You are invited into a team",
        M::InvitedText { team, role } => return format!("The team “{team}” wants you as {}.", a_role(role)).into(),
        M::InvitedSeen => "If you join, its members see the e-mail address of your account, and you see theirs.",
        M::Join => "Join the team",
        M::DeadTitle => "This invitation does not work here",
        M::DeadText => {
            "It was used or withdrawn, is older than seven days, or was mailed to another address than the one you are signed in with. \
             If you have several addresses, sign out and sign in with the one that the mail came to."
        }
        M::Saved => "It is saved.",
        M::Invitation => "The invitation is on its way.",
        M::OfferMade => "The offer is made, and a mail tells of it.",
        M::Left => "You have left the team.",
        M::Declined => "The offer is declined.",
        M::Joined => "You have joined the team.",
        M::Moved => "The campaign is now of this team.",
        M::For => "Team",
        M::Problem(problem) => return self::problem(problem),
        M::StuckTitle => "Your account cannot be closed yet",
        M::StuckText => {
            "You are the only owner of these teams, and others or public campaigns depend on them. Make somebody else an owner, or hand the \
             campaigns over and remove the members; then close the account. Nothing was changed."
        }
    };
    text.into()
}

fn role(role: R) -> &'static str {
    match role {
        R::Owner => "owner",
        R::Editor => "editor",
        R::Analyst => "analyst (counts only)",
    }
}

fn a_role(role: R) -> &'static str {
    match role {
        R::Owner => "an owner",
        R::Editor => "an editor",
        R::Analyst => "an analyst, who sees counts only",
    }
}

fn problem(problem: P) -> Text {
    match problem {
        P::Name(T::TooLong(max)) => format!("Use at most {max} characters for the name.").into(),
        P::Name(T::Missing) => "Give the team a name.".into(),
        P::Name(T::ControlCharacter) => "Write the name in ordinary characters.".into(),
        P::Address(problem) => super::staff::address(problem),
        P::NoRole => "Choose a role.".into(),
        P::Invited => "This address is invited already. Withdraw that invitation to send another.".into(),
        P::Member => "This address is in the team already.".into(),
        P::Offered => "This campaign is offered to somebody already. Withdraw that offer first.".into(),
        P::Invitations(most) => {
            format!("There are {most} open invitations, the most that there may be. Withdraw some.").into()
        }
        P::Mails(most) => format!("A team sends at most {most} of these mails an hour. Try again in an hour.").into(),
        P::Members(most) => format!("A team has at most {most} members.").into(),
        P::Owned(most) => format!("You own {most} teams, the most that one account may.").into(),
        P::LastOwner => "A team keeps an owner. Make somebody else an owner first.".into(),
        P::Waits => "A draft that waits for a moderator cannot change teams. Its team can take it back.".into(),
        P::Drafts(most) => format!("That team has {most} drafts, the most that it may have.").into(),
        P::NotSure => "Tick the box if you want to leave the team.".into(),
    }
}
