use super::{TeamForm, TeamProblem, TeamRole};
use crate::campaigns::Slug;
use crate::error::AppError;

/// A team in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamName {
    /// Names it in its address.
    pub id: String,
    /// Its name; empty until an owner has given it one.
    pub name: String,
    /// One's own role in it.
    pub role: TeamRole,
}

/// The teams of an account, and what others would hand over to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MyTeams {
    /// Its teams.
    pub teams: Vec<TeamName>,
    /// Campaigns that are offered to it.
    pub offers: Vec<OfferToMe>,
}

/// A campaign that another team would hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferToMe {
    /// Names the campaign in forms.
    pub campaign: String,
    /// Its title.
    pub title: String,
    /// The name of the team that has it now.
    pub team: String,
    /// The day (UTC) on which the offer ends, in the reader's language.
    pub until: String,
}

/// A team as its members see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Names it in its address.
    pub id: String,
    /// Its name; empty until an owner has given it one.
    pub name: String,
    /// One's own role in it.
    pub role: TeamRole,
    /// Who is in it, oneself too.
    pub members: Vec<Member>,
    /// Who was invited. Empty for those who are no owners.
    pub invitations: Vec<OpenInvitation>,
    /// What it could hand over. Empty for those who are no owners.
    pub campaigns: Vec<TeamCampaign>,
    /// What it would hand over. Empty for those who are no owners.
    pub offers: Vec<OpenOffer>,
}

/// A member of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Names it in forms.
    pub id: String,
    /// The address.
    pub email: String,
    /// Its role.
    pub role: TeamRole,
    /// Whether it is the one who asks.
    pub me: bool,
}

/// An invitation that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvitation {
    /// Names it in forms.
    pub id: String,
    /// The address.
    pub email: String,
    /// The role that it gives.
    pub role: TeamRole,
    /// The day (UTC) on which it ends, in the reader's language.
    pub until: String,
}

/// A campaign that a team could hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamCampaign {
    /// Names it in forms.
    pub id: String,
    /// Its title; a draft may have none.
    pub title: String,
}

/// A campaign that a team would hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOffer {
    /// Names the campaign in forms.
    pub campaign: String,
    /// Its title.
    pub title: String,
    /// To whom.
    pub email: String,
    /// The day (UTC) on which the offer ends, in the reader's language.
    pub until: String,
}

/// What the link of an invitation shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The name of the team.
    pub team: String,
    /// The role that it gives.
    pub role: TeamRole,
}

/// The context of a page about teams, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct TeamState {
    /// As it was typed.
    pub form: TeamForm,
    /// Why it was refused.
    pub problem: Option<TeamProblem>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// A team that keeps its only owner from closing the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckTeam {
    /// Names it in its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its public campaigns.
    pub campaigns: Vec<(Slug, String)>,
}

/// The context of the account's page, where such teams kept it from being closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StuckTeams(pub Vec<StuckTeam>);
