//! What forms on a team's page change, each in one transaction. A refusal changes nothing.

use super::{invitations, members, offers};
use crate::audit::{self, Action, Entry};
use crate::clock::Entropy;
use crate::signatures::outbox::{self, Queued};
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, TeamId, TeamInvitationId, Tx};
use app::teams::{TeamProblem, TeamRole, team_limits};
use jiff::Timestamp;
use std::sync::Arc;

/// Why nothing was changed.
pub(super) enum No {
    /// It is not there, or not for this account.
    NotFound,
    /// It is refused.
    Problem(TeamProblem),
}

pub(super) type Outcome<T = ()> = Result<std::result::Result<T, No>>;

/// Answers with what stands in the way, if it does.
macro_rules! refuse_if {
    ($bad:expr, $no:expr) => {
        if $bad {
            return Ok(Err($no));
        }
    };
}
pub(super) use refuse_if;

/// Who acts, and when.
pub(super) struct By {
    pub(super) account: AccountId,
    pub(super) now: Timestamp,
    pub(super) entropy: Arc<dyn Entropy>,
}

impl By {
    /// Writes into the audit log.
    pub(super) async fn note(
        &self,
        link: &mut Link<'_>,
        action: Action,
        object: String,
        detail: impl Into<String>,
    ) -> Result<()> {
        let entry = Entry::new(&*self.entropy, self.now, Some(self.account), action, object, detail);
        audit::add(link, &entry).await
    }
}

/// What a form on a team's page asks.
pub(super) enum Change {
    Rename(String),
    Invite(invitations::New, Queued),
    Withdraw(TeamInvitationId),
    /// With the mail to whom it is about.
    SetRole(AccountId, TeamRole, Option<Queued>),
    /// With the mail to whom it is about.
    Remove(AccountId, Option<Queued>),
    Leave,
    Offer(offers::New, Queued),
    TakeBack(CampaignId),
}

/// Does it, if the role of this account allows it.
pub(super) async fn apply(tx: &mut Tx, team: TeamId, by: &By, change: Change) -> Outcome {
    let mut link = tx.link();
    let link = &mut link;
    let leaves = matches!(change, Change::Leave);
    let least = if leaves { TeamRole::Analyst } else { TeamRole::Owner };
    // Whoever may not holds nobody up; whoever may is asked again once nobody else changes the team.
    refuse_if!(members::role_of(link, team, by.account).await? < Some(least), No::NotFound);
    refuse_if!(!members::lock(link, team).await?, No::NotFound);
    refuse_if!(members::role_of(link, team, by.account).await? < Some(least), No::NotFound);
    if leaves {
        return remove(link, team, by, by.account, None).await;
    }
    let there = match change {
        Change::Rename(name) => members::rename(link, team, &name).await?,
        Change::Invite(new, mail) => return invite(link, team, by, &new, mail).await,
        Change::Withdraw(id) => {
            let there = invitations::withdraw(link, team, id).await?;
            if there {
                by.note(link, Action::InvitationWithdrawn, id.hex(), team.hex()).await?;
            }
            there
        }
        Change::SetRole(who, role, mail) => return set_role(link, team, by, who, role, mail).await,
        Change::Remove(who, mail) => return remove(link, team, by, who, mail).await,
        Change::Offer(new, mail) => return offer(link, team, by, &new, mail).await,
        Change::TakeBack(campaign) => offers::take_back(link, team, campaign).await?,
        Change::Leave => false,
    };
    refuse_if!(!there, No::NotFound);
    Ok(Ok(()))
}

async fn set_role(
    link: &mut Link<'_>,
    team: TeamId,
    by: &By,
    who: AccountId,
    role: TeamRole,
    mail: Option<Queued>,
) -> Outcome {
    let Some(had) = members::role_of(link, team, who).await? else { return Ok(Err(No::NotFound)) };
    if had == role {
        return Ok(Ok(()));
    }
    let last = had == TeamRole::Owner && members::is_last_owner(link, team, who).await?;
    refuse_if!(last, No::Problem(TeamProblem::LastOwner));
    refuse_if!(!members::set_role(link, team, who, role).await?, No::NotFound);
    let detail = format!("{}: {} -> {}", team.hex(), had.code(), role.code());
    by.note(link, Action::MemberRoleChanged, who.hex(), detail).await?;
    tell(link, team, by, mail).await
}

async fn remove(link: &mut Link<'_>, team: TeamId, by: &By, who: AccountId, mail: Option<Queued>) -> Outcome {
    refuse_if!(members::is_last_owner(link, team, who).await?, No::Problem(TeamProblem::LastOwner));
    refuse_if!(!members::remove(link, team, who).await?, No::NotFound);
    by.note(link, Action::MemberLeft, who.hex(), team.hex()).await?;
    tell(link, team, by, mail).await
}

/// Tells a member what was done, unless the team has sent its mails of this hour: what an owner does to protect the team never waits
/// for one.
async fn tell(link: &mut Link<'_>, team: TeamId, by: &By, mail: Option<Queued>) -> Outcome {
    if let Some(mail) = mail
        && invitations::count_mail(link, team, by.now).await?
    {
        outbox::insert(link, by.now, &[mail]).await?;
    }
    Ok(Ok(()))
}

async fn invite(link: &mut Link<'_>, team: TeamId, by: &By, new: &invitations::New, mail: Queued) -> Outcome {
    refuse_if!(invitations::is_member(link, team, &new.digest).await?, No::Problem(TeamProblem::Member));
    let (open, most) = (invitations::how_many(link, team, by.now).await?, team_limits::INVITATIONS);
    refuse_if!(open >= i64::from(most), No::Problem(TeamProblem::Invitations(most)));
    let (members, most) = (members::count(link, team).await?, team_limits::MEMBERS);
    refuse_if!(members >= i64::from(most), No::Problem(TeamProblem::Members(most)));
    refuse_if!(!invitations::add(link, team, new, by.now).await?, No::Problem(TeamProblem::Invited));
    by.note(link, Action::MemberInvited, new.id.hex(), format!("{}: {}", team.hex(), new.role.code())).await?;
    post(link, team, by, mail).await
}

async fn offer(link: &mut Link<'_>, team: TeamId, by: &By, new: &offers::New, mail: Queued) -> Outcome {
    refuse_if!(!offers::owns(link, team, new.campaign).await?, No::NotFound);
    refuse_if!(!offers::add(link, team, new, by.now).await?, No::Problem(TeamProblem::Offered));
    let name = offers::name(link, new.campaign).await?;
    by.note(link, Action::CampaignOffered, name, team.hex()).await?;
    post(link, team, by, mail).await
}

/// Queues a mail of the team's hour. Comes last: where none is left, the transaction is broken off.
async fn post(link: &mut Link<'_>, team: TeamId, by: &By, mail: Queued) -> Outcome {
    if !invitations::count_mail(link, team, by.now).await? {
        return Err(StoreError::Refused(NO_MAIL_LEFT.to_owned()));
    }
    outbox::insert(link, by.now, &[mail]).await?;
    Ok(Ok(()))
}

const NO_MAIL_LEFT: &str = "This team has sent its mails of this hour.";

/// Whether a transaction was broken off because the team had no mail left.
pub(super) fn is_no_mail_left(error: &StoreError) -> bool {
    matches!(error, StoreError::Refused(text) if text == NO_MAIL_LEFT)
}
