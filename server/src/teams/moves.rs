//! What those change who are invited, or offered a campaign, each in one transaction. A refusal changes nothing.

use super::change::{By, No, Outcome, refuse_if};
use super::{invitations, members, offers};
use crate::audit::Action;
use crate::signatures::outbox::{self, Queued};
use crate::store::{AccountId, CampaignId, StoreError, TeamId, TeamInvitationId, Tx};
use app::teams::{TeamProblem, TeamRole, team_limits};
use jiff::Timestamp;

/// Makes a team.
pub(super) async fn make(tx: &mut Tx, id: TeamId, name: &str, by: AccountId, now: Timestamp) -> Outcome {
    let mut link = tx.link();
    let (owned, most) = (members::owned(&mut link, by).await?, team_limits::OWNED);
    refuse_if!(owned >= i64::from(most), No::Problem(TeamProblem::Owned(most)));
    members::make(&mut link, id, name, by, now.as_microsecond()).await?;
    Ok(Ok(()))
}

/// Takes an invitation; `told` are mails to the owners. An invitation never takes a right away.
pub(super) async fn join(tx: &mut Tx, id: TeamInvitationId, by: &By, told: Vec<Queued>) -> Outcome<TeamId> {
    let mut link = tx.link();
    let link = &mut link;
    let found = invitations::find(link, id, by.account, by.now).await?;
    let Some((team, role, _)) = found else { return Ok(Err(No::NotFound)) };
    members::lock(link, team).await?;
    let had = members::role_of(link, team, by.account).await?;
    let (members, most) = (members::count(link, team).await?, team_limits::MEMBERS);
    refuse_if!(had.is_none() && members >= i64::from(most), No::Problem(TeamProblem::Members(most)));
    refuse_if!(!invitations::use_up(link, id).await?, No::NotFound);
    if had.is_none_or(|had| had < role) {
        members::put(link, team, by.account, role).await?;
        let detail = format!("{}: {}", team.hex(), role.code());
        by.note(link, Action::MemberJoined, by.account.hex(), detail).await?;
        outbox::insert(link, by.now, &told).await?;
    }
    Ok(Ok(team))
}

/// A campaign that is taken.
pub(super) struct Taking {
    pub(super) campaign: CampaignId,
    /// The team that is to have it; none: `new`, which is made for it.
    pub(super) into: Option<TeamId>,
    pub(super) new: TeamId,
    /// The team that offers it, and mails to its owners.
    pub(super) from: TeamId,
    pub(super) told: Vec<Queued>,
    /// Drafts that a team may have.
    pub(super) drafts: u32,
}

/// Takes a campaign that is offered, into a team that the account owns.
pub(super) async fn accept(tx: &mut Tx, by: &By, taking: Taking) -> Outcome<TeamId> {
    let mut link = tx.link();
    let link = &mut link;
    let Taking { campaign, into, new, from, told, drafts: most } = taking;
    let to = into.unwrap_or(new);
    // In one order for all, so that two that cross each other wait in turn.
    for team in [from.min(to), from.max(to)] {
        members::lock(link, team).await?;
    }
    refuse_if!(offers::find(link, campaign, by.account, by.now).await? != Some(from), No::NotFound);
    if into.is_some() {
        refuse_if!(members::role_of(link, to, by.account).await? != Some(TeamRole::Owner), No::NotFound);
    } else {
        let (owned, most) = (members::owned(link, by.account).await?, team_limits::OWNED);
        refuse_if!(owned >= i64::from(most), No::Problem(TeamProblem::Owned(most)));
    }
    if let Some(state) = offers::draft_state(link, from, campaign).await? {
        refuse_if!(state == "submitted", No::Problem(TeamProblem::Waits));
        let drafts = if from == to { 0 } else { offers::drafts(link, to).await? };
        refuse_if!(drafts >= i64::from(most), No::Problem(TeamProblem::Drafts(most)));
    } else {
        refuse_if!(!offers::owns(link, from, campaign).await?, No::NotFound);
    }
    if into.is_none() {
        members::make(link, to, "", by.account, by.now.as_microsecond()).await?;
    }
    // What was looked at above may have changed on another node: then all of this is undone.
    if !offers::end(link, campaign).await? || !offers::move_to(link, campaign, from, to).await? {
        return Err(StoreError::Raced);
    }
    let name = offers::name(link, campaign).await?;
    by.note(link, Action::CampaignMoved, name, format!("{} -> {}", from.hex(), to.hex())).await?;
    outbox::insert(link, by.now, &told).await?;
    Ok(Ok(to))
}

/// Declines an offer.
pub(super) async fn decline(tx: &mut Tx, campaign: CampaignId, by: AccountId, now: Timestamp) -> Outcome {
    let mut link = tx.link();
    refuse_if!(offers::find(&mut link, campaign, by, now).await?.is_none(), No::NotFound);
    refuse_if!(!offers::end(&mut link, campaign).await?, No::NotFound);
    Ok(Ok(()))
}
