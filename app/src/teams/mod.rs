//! Teams: who may do what with their campaigns, how one comes in, and how a campaign goes from one to another.

mod form;
pub(crate) mod pages;
mod parts;
mod port;
mod role;
mod view;

pub use form::{OfferForm, TeamForm, TeamProblem, team_limits, team_name};
pub(crate) use parts::{OwnTeams, Stuck, called};
pub use port::{Answered, Changed, Teams, TeamsPort};
pub use role::TeamRole;
pub use view::{
    Invited, Member, MyTeams, OfferToMe, OpenInvitation, OpenOffer, StuckTeam, StuckTeams, Team, TeamCampaign,
    TeamName, TeamState,
};
