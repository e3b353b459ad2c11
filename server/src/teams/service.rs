//! The port of teams: what is made before a transaction, and what is read for the pages.

use super::change::{self, By, Change, No};
use super::moves::{self, Taking};
use super::{invitations, offers, read};
use crate::campaigns::internal;
use crate::privacy::{Tokens, account_digest};
use crate::services::Common;
use crate::signatures::outbox::{About, Queued};
use crate::store::{AccountId, CampaignId, Result, TeamId, TeamInvitationId};
use app::error::AppError;
use app::i18n::Lang;
use app::signatures::EmailAddress;
use app::teams::{
    Answered, Changed, Invited, MyTeams, OfferForm, Team, TeamForm, TeamProblem, TeamRole, Teams, team_limits,
    team_name,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use std::sync::Arc;

/// Teams.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Links.
    pub tokens: Tokens,
    /// For fingerprints of the addresses of accounts.
    pub digest_key: [u8; 32],
}

type Answer<T> = std::result::Result<T, AppError>;

/// What a form asks, or why it cannot be asked.
type Asked = std::result::Result<Change, TeamProblem>;

fn address(typed: &str) -> std::result::Result<EmailAddress, TeamProblem> {
    EmailAddress::parse(typed).map_err(TeamProblem::Address)
}

impl Service {
    async fn account(&self, visitor: &Visitor) -> Answer<AccountId> {
        Ok(self.common.sessions.of(visitor).await?.ok_or(AppError::SignIn)?.account)
    }

    fn by(&self, account: AccountId) -> By {
        By { account, now: self.common.clock.now(), entropy: Arc::clone(&self.common.entropy) }
    }

    /// An address as it is kept: its fingerprint, and itself, encrypted and bound to `context`.
    fn kept(&self, context: &[u8], address: &EmailAddress) -> ([u8; 32], Vec<u8>) {
        let sealed = self.common.contact.seal(&*self.common.entropy, context, address.as_str().as_bytes());
        (account_digest(&self.digest_key, address), sealed)
    }

    /// What a form asks to be done by this account. Refused before anything is looked up, so that nothing is told by it.
    async fn asked(&self, lang: Lang, by: AccountId, form: &TeamForm) -> Answer<Asked> {
        let (member, campaign) = (AccountId::parse(&form.id), CampaignId::parse(&form.campaign));
        let role = TeamRole::parse(&form.role).ok_or(TeamProblem::NoRole);
        Ok(match (form.action.as_str(), member, campaign) {
            ("rename", ..) => team_name(&form.name).map(Change::Rename).map_err(TeamProblem::Name),
            ("invite", ..) => match address(&form.email).and_then(|address| Ok((address, role?))) {
                Ok((address, role)) => Ok(self.invite(lang, &address, role).await?),
                Err(problem) => Err(problem),
            },
            ("role", Some(who), _) => match role {
                Ok(role) => Ok(Change::SetRole(who, role, self.tell(lang, by, who).await?)),
                Err(problem) => Err(problem),
            },
            ("remove", Some(who), _) => Ok(Change::Remove(who, self.tell(lang, by, who).await?)),
            ("leave", ..) if form.sure.0 => Ok(Change::Leave),
            ("leave", ..) => Err(TeamProblem::NotSure),
            ("offer", _, Some(campaign)) => match address(&form.to) {
                Ok(address) => Ok(self.offer(lang, &address, campaign).await?),
                Err(problem) => Err(problem),
            },
            ("take_back", _, Some(campaign)) => Ok(Change::TakeBack(campaign)),
            ("withdraw", ..) => Ok(Change::Withdraw(TeamInvitationId::parse(&form.id).ok_or(AppError::NotFound)?)),
            _ => return Err(AppError::NotFound),
        })
    }

    async fn invite(&self, lang: Lang, address: &EmailAddress, role: TeamRole) -> Answer<Change> {
        let id = TeamInvitationId::new(&*self.common.entropy);
        let (digest, sealed) = self.kept(id.bytes(), address);
        let mail = self.common.mail_to(lang, About::TeamInvited(id), address.as_str()).await;
        Ok(Change::Invite(
            invitations::New { id, role, digest, address: sealed },
            mail.map_err(|error| internal(&error))?,
        ))
    }

    async fn offer(&self, lang: Lang, address: &EmailAddress, campaign: CampaignId) -> Answer<Change> {
        let (digest, sealed) = self.kept(campaign.bytes(), address);
        let mail = self.common.mail_to(lang, About::CampaignOffered, address.as_str()).await;
        Ok(Change::Offer(offers::New { campaign, digest, address: sealed }, mail.map_err(|error| internal(&error))?))
    }

    /// A mail to a member about what others did to them.
    async fn tell(&self, lang: Lang, by: AccountId, who: AccountId) -> Answer<Option<Queued>> {
        if by == who {
            return Ok(None);
        }
        self.common.mail_to_account(lang, About::TeamChanged, who).await.map_err(|error| internal(&error))
    }

    /// An invitation that still holds and went to the address of this account.
    async fn find(&self, account: AccountId, token: &str) -> Answer<(TeamInvitationId, TeamId, Invited)> {
        let id = self.tokens.check_team_invitation(token).ok_or(AppError::LinkInvalid)?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            invitations::find(&mut conn.link(), id, account, self.common.clock.now()).await
        };
        let (team, role, name) = found.await.map_err(|error| internal(&error))?.ok_or(AppError::LinkInvalid)?;
        Ok((id, team, Invited { team: name, role }))
    }

    /// Takes an offered campaign.
    async fn take(&self, lang: Lang, account: AccountId, campaign: CampaignId, into: &str) -> Answer<Answered> {
        let into = match into {
            "" => None,
            team => Some(TeamId::parse(team).ok_or(AppError::NotFound)?),
        };
        let (by, new) = (self.by(account), TeamId::new(&*self.common.entropy));
        let offered = async {
            let mut conn = self.common.db.read().await?;
            offers::find(&mut conn.link(), campaign, account, by.now).await
        };
        let from = offered.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        let mails = self.common.team_mails();
        let told = mails.to_owners(by.now, from, About::CampaignTaken(from), lang.code()).await;
        let told = told.map_err(|error| internal(&error))?;
        let taking = Taking { campaign, into, new, from, told, drafts: self.common.settings.get().drafts };
        let taken =
            self.common.writer.job(move |tx| Box::pin(async move { moves::accept(tx, &by, taking).await })).await;
        Ok(told_of(taken)?.map_or_else(Answered::Refused, |team| Answered::In(team.hex())))
    }
}

/// What a transaction answered, in the words of the port.
fn told_of<T>(outcome: Result<std::result::Result<T, No>>) -> Answer<std::result::Result<T, TeamProblem>> {
    match outcome {
        Ok(Ok(done)) => Ok(Ok(done)),
        Ok(Err(No::Problem(problem))) => Ok(Err(problem)),
        Ok(Err(No::NotFound)) => Err(AppError::NotFound),
        Err(error) if change::is_no_mail_left(&error) => Ok(Err(TeamProblem::Mails(team_limits::MAILS))),
        // Two who act at once: the second may try again.
        Err(error) if error.is_conflict() => Err(AppError::Busy { retry_after: 1 }),
        Err(error) => Err(internal(&error)),
    }
}

#[async_trait]
impl Teams for Service {
    async fn mine(&self, visitor: &Visitor, lang: Lang) -> Answer<MyTeams> {
        let account = self.account(visitor).await?;
        let mine = async {
            let mut conn = self.common.db.read().await?;
            read::mine(&mut conn.link(), account, self.common.clock.now(), lang).await
        };
        mine.await.map_err(|error| internal(&error))
    }

    async fn team(&self, visitor: &Visitor, lang: Lang, id: &str) -> Answer<Team> {
        let account = self.account(visitor).await?;
        let id = TeamId::parse(id).ok_or(AppError::NotFound)?;
        let team = async {
            let mut conn = self.common.db.read().await?;
            read::team(&mut conn.link(), &self.common.contact, id, account, self.common.clock.now(), lang).await
        };
        team.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
    }

    async fn change(&self, visitor: &Visitor, lang: Lang, id: &str, form: &TeamForm) -> Answer<Changed> {
        let account = self.account(visitor).await?;
        let team = TeamId::parse(id).ok_or(AppError::NotFound)?;
        let change = match self.asked(lang, account, form).await? {
            Ok(change) => change,
            Err(problem) => return Ok(Changed::Refused(problem)),
        };
        let gone = match &change {
            Change::Leave => true,
            Change::Remove(who, _) => *who == account,
            _ => false,
        };
        let by = self.by(account);
        let done =
            self.common.writer.job(move |tx| Box::pin(async move { change::apply(tx, team, &by, change).await }));
        Ok(match told_of(done.await)? {
            Ok(()) => {
                self.common.mail.wake();
                if gone { Changed::Left } else { Changed::Done }
            }
            Err(problem) => Changed::Refused(problem),
        })
    }

    async fn answer(&self, visitor: &Visitor, lang: Lang, form: &OfferForm) -> Answer<Answered> {
        let account = self.account(visitor).await?;
        let (now, new) = (self.common.clock.now(), TeamId::new(&*self.common.entropy));
        let campaign = CampaignId::parse(&form.campaign);
        match (form.action.as_str(), campaign) {
            ("make", _) => {
                let name = match team_name(&form.name) {
                    Ok(name) => name,
                    Err(problem) => return Ok(Answered::Refused(TeamProblem::Name(problem))),
                };
                let made = self
                    .common
                    .writer
                    .job(move |tx| Box::pin(async move { moves::make(tx, new, &name, account, now).await }));
                Ok(told_of(made.await)?.map_or_else(Answered::Refused, |()| Answered::In(new.hex())))
            }
            ("decline", Some(campaign)) => {
                let declined = self
                    .common
                    .writer
                    .job(move |tx| Box::pin(async move { moves::decline(tx, campaign, account, now).await }));
                Ok(told_of(declined.await)?.map_or_else(Answered::Refused, |()| Answered::Declined))
            }
            ("accept", Some(campaign)) => {
                let taken = self.take(lang, account, campaign, &form.team).await?;
                self.common.mail.wake();
                Ok(taken)
            }
            _ => Err(AppError::NotFound),
        }
    }

    async fn invitation(&self, visitor: &Visitor, token: &str) -> Answer<Invited> {
        let account = self.account(visitor).await?;
        Ok(self.find(account, token).await?.2)
    }

    async fn join(
        &self,
        visitor: &Visitor,
        lang: Lang,
        token: &str,
    ) -> Answer<std::result::Result<String, TeamProblem>> {
        let account = self.account(visitor).await?;
        let (id, team, _) = self.find(account, token).await?;
        let by = self.by(account);
        let mails = self.common.team_mails();
        let told = mails.to_owners(by.now, team, About::TeamJoined(team), lang.code()).await;
        let told = told.map_err(|error| internal(&error))?;
        let joined = self.common.writer.job(move |tx| Box::pin(async move { moves::join(tx, id, &by, told).await }));
        match told_of(joined.await) {
            Ok(joined) => {
                self.common.mail.wake();
                Ok(joined.map(|team| team.hex()))
            }
            Err(AppError::NotFound) => Err(AppError::LinkInvalid),
            Err(error) => Err(error),
        }
    }
}
