//! Teams without a database, as one of their members sees them.

use crate::fakes::NASTY;
use app::error::AppError;
use app::i18n::Lang;
use app::teams::{
    Answered, Changed, Invited, Member, MyTeams, OfferForm, OfferToMe, OpenInvitation, OpenOffer, Team, TeamCampaign,
    TeamForm, TeamName, TeamProblem, TeamRole, Teams,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// Who looks.
#[derive(Clone, Copy, Default)]
pub enum FakeTeams {
    /// Somebody in no team; all pages but the team's own are empty for them.
    #[default]
    Alone,
    /// Nobody is signed in.
    SignedOut,
    /// A member with this role.
    As(TeamRole),
}

impl FakeTeams {
    fn role(self) -> Result<TeamRole, AppError> {
        match self {
            Self::Alone => Err(AppError::NotFound),
            Self::SignedOut => Err(AppError::SignIn),
            Self::As(role) => Ok(role),
        }
    }
}

#[async_trait]
impl Teams for FakeTeams {
    async fn mine(&self, _: &Visitor, _: Lang) -> Result<MyTeams, AppError> {
        let role = match self.role() {
            Err(AppError::NotFound) => return Ok(MyTeams::default()),
            role => role?,
        };
        let team = |id: &str, name: &str, role| TeamName { id: id.into(), name: name.into(), role };
        let offer = |id: &str, title: &str| OfferToMe {
            campaign: id.into(),
            title: title.into(),
            team: NASTY.into(),
            until: "9 March 2026".into(),
        };
        Ok(MyTeams {
            teams: vec![team("t1", "Riders of line 9", role), team("t2", "", TeamRole::Owner)],
            offers: vec![offer("c1", NASTY), offer("c2", "")],
        })
    }

    async fn team(&self, _: &Visitor, _: Lang, id: &str) -> Result<Team, AppError> {
        let role = self.role()?;
        let member = |id: &str, role, me| Member { id: id.into(), email: format!("{id}@example.org"), role, me };
        let mut team = Team {
            id: id.into(),
            name: "Riders of line 9".into(),
            role,
            members: vec![member("ana", role, true), member("ben", TeamRole::Analyst, false)],
            invitations: Vec::new(),
            campaigns: Vec::new(),
            offers: Vec::new(),
        };
        if role == TeamRole::Owner {
            let until = || "9 March 2026".to_owned();
            team.invitations.push(OpenInvitation {
                id: "i1".into(),
                email: "eve@example.org".into(),
                role: TeamRole::Editor,
                until: until(),
            });
            team.campaigns.push(TeamCampaign { id: "c1".into(), title: NASTY.into() });
            team.offers.push(OpenOffer {
                campaign: "c2".into(),
                title: "Keep the night bus running".into(),
                email: "ivo@example.org".into(),
                until: until(),
            });
        }
        Ok(team)
    }

    async fn change(&self, _: &Visitor, _: Lang, _: &str, _: &TeamForm) -> Result<Changed, AppError> {
        self.role().map(|_| Changed::Done)
    }

    async fn answer(&self, _: &Visitor, _: Lang, _: &OfferForm) -> Result<Answered, AppError> {
        self.role().map(|_| Answered::Declined)
    }

    async fn invitation(&self, _: &Visitor, token: &str) -> Result<Invited, AppError> {
        let role =
            self.role().map_err(|error| if error == AppError::NotFound { AppError::LinkInvalid } else { error })?;
        if token == "good" { Ok(Invited { team: NASTY.into(), role }) } else { Err(AppError::LinkInvalid) }
    }

    async fn join(&self, _: &Visitor, _: Lang, _: &str) -> Result<Result<String, TeamProblem>, AppError> {
        self.role().map(|_| Ok("t1".into()))
    }
}
