use crate::accounts::Session;
use crate::campaigns::{Record, internal};
use crate::services::Common;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, each_db};
use app::campaigns::{Reading, Slug};
use app::error::AppError;
use app::teams::TeamRole;
use app::visitor::Visitor;
use std::sync::Arc;

crate::store::statements! {
    ROLE_IN = "SELECT m.role FROM campaigns c JOIN team_members m ON m.team_id = c.team_id
        WHERE m.account_id = $1 AND c.id = $2";
}

/// Reads what is stored.
///
/// # Errors
/// [`StoreError::Corrupt`] for no role of ours.
pub(crate) fn read_role(code: &str) -> Result<TeamRole> {
    TeamRole::parse(code).ok_or(StoreError::Corrupt("role in a team"))
}

/// What an account may do for a campaign; `None` if it is not of its team.
async fn role_in(link: &mut Link<'_>, account: AccountId, campaign: CampaignId) -> Result<Option<TeamRole>> {
    let role: Option<String> = each_db!(link, c =>
        sqlx::query_scalar(ROLE_IN).bind(account.bytes()).bind(campaign.bytes()).fetch_optional(&mut **c).await)?;
    role.as_deref().map(read_role).transpose()
}

/// A browser that is signed in as one of a public campaign's team.
pub(crate) struct Member {
    /// Its session.
    pub(crate) session: Session,
    /// The campaign.
    pub(crate) record: Arc<Record>,
    /// What it may do.
    pub(crate) role: TeamRole,
}

impl Member {
    /// Whether it may have the campaign's sealed signers: an owner, where a moderator has allowed that they are read.
    pub(crate) fn reads_signers(&self) -> bool {
        self.role == TeamRole::Owner && self.record.form.reading != Reading::None
    }
}

impl Common {
    /// Who asks for a public campaign of a team.
    ///
    /// # Errors
    /// [`AppError::SignIn`] where nobody is signed in, [`AppError::NotFound`] for a campaign of others, [`AppError::Gone`] for a
    /// hidden one.
    pub(crate) async fn member(&self, visitor: &Visitor, slug: &Slug) -> std::result::Result<Member, AppError> {
        let session = self.sessions.of(visitor).await?.ok_or(AppError::SignIn)?;
        let record = self.directory.public(slug).await?;
        let role = async {
            let mut conn = self.db.read().await?;
            role_in(&mut conn.link(), session.account, record.id).await
        };
        let role = role.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok(Member { session, record, role })
    }

    /// The same for whoever may change what the public reads; others find nothing.
    ///
    /// # Errors
    /// As [`Common::member`].
    pub(crate) async fn writing_member(&self, visitor: &Visitor, slug: &Slug) -> std::result::Result<Member, AppError> {
        let member = self.member(visitor, slug).await?;
        if member.role.writes() { Ok(member) } else { Err(AppError::NotFound) }
    }

    /// The same for owners alone.
    ///
    /// # Errors
    /// As [`Common::member`].
    pub(crate) async fn owner(&self, visitor: &Visitor, slug: &Slug) -> std::result::Result<Member, AppError> {
        let member = self.member(visitor, slug).await?;
        if member.role == TeamRole::Owner { Ok(member) } else { Err(AppError::NotFound) }
    }
}
