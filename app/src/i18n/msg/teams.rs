use crate::teams::{TeamProblem, TeamRole};

/// Teams.
#[derive(Clone, Copy)]
pub enum TeamMsg<'a> {
    /// Heading of all teams.
    Title,
    /// What a team is.
    Lead,
    /// Where there is none.
    None,
    /// A team without a name.
    Unnamed,
    /// Heading and button: makes a team.
    Make,
    /// Label of a team's name.
    Name,
    /// Its help.
    NameHelp,
    /// A role, by name.
    Role(TeamRole),
    /// One's own role.
    YourRole(TeamRole),
    /// What the roles may do.
    Roles,
    /// Heading above the members.
    Members,
    /// Behind one's own address.
    You,
    /// The button that saves a name.
    Save,
    /// The button that changes a role.
    Change,
    /// The way from the account to the page of all teams.
    Manage,
    /// Label of a member's role.
    RoleOf {
        /// The member's address.
        email: &'a str,
    },
    /// Label of the role in an invitation.
    RoleLabel,
    /// Removes a member.
    Remove,
    /// Heading of an invitation.
    Invite,
    /// Its button.
    Send,
    /// What it does.
    InviteHelp,
    /// Label of the address.
    Email,
    /// Heading above invitations that nobody has answered.
    Open,
    /// What such an invitation gives, and until when.
    Until {
        /// The role.
        role: TeamRole,
        /// The day.
        day: &'a str,
    },
    /// Withdraws an invitation or an offer.
    Withdraw,
    /// Heading: hands a campaign over.
    Offer,
    /// Its button.
    MakeOffer,
    /// What it does.
    OfferHelp,
    /// Label of the campaign.
    Campaign,
    /// To whom a campaign is offered, and until when.
    OfferedTo {
        /// The address.
        email: &'a str,
        /// The day.
        day: &'a str,
    },
    /// Label of the owner's address.
    OfferEmail,
    /// Heading and button: leaves the team.
    Leave,
    /// What follows.
    LeaveText,
    /// What is to be ticked.
    Sure,
    /// What follows.
    SureHelp,
    /// Changes the team's name: heading.
    Rename,
    /// Heading above campaigns that are offered to oneself.
    Offers,
    /// Which team offers a campaign, and until when.
    OfferFrom {
        /// Its name.
        team: &'a str,
        /// The day.
        day: &'a str,
    },
    /// Label of the team that is to have it.
    Into,
    /// A team that is made for it.
    NewTeam,
    /// Takes the campaign.
    Accept,
    /// Does not take it.
    Decline,
    /// Heading of an invitation.
    InvitedTitle,
    /// What it says.
    InvitedText {
        /// The name of the team.
        team: &'a str,
        /// The role that it gives.
        role: TeamRole,
    },
    /// The other members see the address.
    InvitedSeen,
    /// Joins.
    Join,
    /// A link that does not work.
    DeadTitle,
    /// Why that may be.
    DeadText,
    /// After a change.
    Saved,
    /// After an invitation.
    Invitation,
    /// After an offer.
    OfferMade,
    /// After leaving.
    Left,
    /// After declining.
    Declined,
    /// After joining.
    Joined,
    /// After a campaign has come in.
    Moved,
    /// Label: which team a new campaign is of.
    For,
    /// Why a form was refused.
    Problem(TeamProblem),
    /// Heading: teams that keep their only owner from closing the account.
    StuckTitle,
    /// What can be done.
    StuckText,
}
