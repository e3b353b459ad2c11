//! Drafts and the teams that write them, as they are stored.

use crate::pictures;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, TeamId, each_db};
use crate::teams::{self, read_role};
use app::campaigns::Slug;
use app::drafts::{DraftForm, DraftKey, DraftState};
use app::teams::TeamRole;

crate::store::statements! {
    OWN_TEAM = "SELECT team_id FROM team_members WHERE account_id = $1 AND role = 'owner' ORDER BY team_id LIMIT 1";
    COUNT_DRAFTS = "SELECT COUNT(*) FROM drafts WHERE team_id = $1";
    ADD_DRAFT = "INSERT INTO drafts (id, team_id, state, form, version, created_at) VALUES ($1, $2, 'draft', $3, 1, $4)";
    ADD_CHANGES = "INSERT INTO drafts (id, team_id, state, form, version, created_at)
        SELECT id, team_id, 'draft', $2, 1, $3 FROM campaigns WHERE id = $1 ON CONFLICT (id) DO NOTHING";
    DRAFTS_OF = "SELECT d.id, d.state, d.form, d.version, d.remark, d.grounds, m.role,
        (SELECT c.slug FROM campaigns c WHERE c.id = d.id) AS changes, d.keyed_at FROM drafts d
        JOIN team_members m ON m.team_id = d.team_id WHERE m.account_id = $1 ORDER BY d.created_at DESC, d.id";
    DRAFT_OF = "SELECT d.id, d.state, d.form, d.version, d.remark, d.grounds, m.role,
        (SELECT c.slug FROM campaigns c WHERE c.id = d.id) AS changes, d.keyed_at FROM drafts d
        JOIN team_members m ON m.team_id = d.team_id WHERE m.account_id = $1 AND m.role IN ('owner', 'editor') AND d.id = $2";
    CAMPAIGNS_OF = "SELECT c.slug, m.role FROM campaigns c
        JOIN team_members m ON m.team_id = c.team_id WHERE m.account_id = $1 ORDER BY c.published_at DESC, c.id";
    SAVE_DRAFT = "UPDATE drafts SET form = $3, version = version + 1, state = $4, submitted_at = $5,
        remark = CASE WHEN $4 = 'submitted' THEN NULL ELSE remark END
        WHERE id = $1 AND version = $2 AND state = 'draft'";
    // Campaigns that the draft's team made public or submitted, but for this one and for changes to public ones.
    SUBMITTED_LATELY = "SELECT (SELECT COUNT(*) FROM campaigns c WHERE c.published_at > $2
            AND c.team_id = (SELECT o.team_id FROM drafts o WHERE o.id = $1))
        + (SELECT COUNT(*) FROM drafts d WHERE d.state = 'submitted' AND d.submitted_at > $2 AND d.id <> $1
            AND d.team_id = (SELECT o.team_id FROM drafts o WHERE o.id = $1)
            AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = d.id))";
    TAKE_BACK = "UPDATE drafts SET state = 'draft', submitted_at = NULL WHERE id = $1 AND state IN ('submitted', 'rejected')";
    DELETE_DRAFT = "DELETE FROM drafts WHERE id = $1";
    SLUG_TAKEN = "SELECT COUNT(*) FROM campaigns WHERE slug = $1 AND id <> $2";
    IS_CAMPAIGN = "SELECT COUNT(*) FROM campaigns WHERE id = $1";
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Vec<u8>,
    state: String,
    form: String,
    pub(super) version: i64,
    pub(super) remark: Option<String>,
    /// Of the account in the draft's team.
    role: String,
    grounds: String,
    changes: Option<String>,
    keyed_at: Option<i64>,
}

impl Row {
    pub(super) fn id(&self) -> Result<CampaignId> {
        CampaignId::read(&self.id)
    }

    pub(super) fn state(&self) -> Result<DraftState> {
        match self.state.as_str() {
            "draft" => Ok(DraftState::Draft),
            "submitted" => Ok(DraftState::Submitted),
            "rejected" => Ok(DraftState::Rejected),
            _ => Err(StoreError::Corrupt("draft")),
        }
    }

    /// Whether the account may do more than know of it.
    pub(super) fn writable(&self) -> bool {
        TeamRole::parse(&self.role).is_some_and(TeamRole::writes)
    }

    /// Codes of the reasons for which it was refused.
    pub(super) fn grounds(&self) -> impl Iterator<Item = &str> {
        self.grounds.split(',').filter(|code| !code.is_empty())
    }

    /// The campaign whose texts it changes, if that is public already.
    pub(super) fn changes(&self) -> Option<Slug> {
        self.changes.as_deref().and_then(Slug::parse)
    }

    /// What its page says of its key.
    pub(super) fn key(&self) -> DraftKey {
        let owner = TeamRole::parse(&self.role) == Some(TeamRole::Owner);
        match (&self.changes, self.keyed_at) {
            (Some(_), _) => DraftKey::Settled,
            (None, Some(_)) => DraftKey::Made { owner },
            (None, None) => DraftKey::None { owner },
        }
    }

    pub(super) fn form(&self) -> Result<DraftForm> {
        read_form(&self.form)
    }
}

/// Reads what was typed.
pub(crate) fn read_form(text: &str) -> Result<DraftForm> {
    serde_json::from_str(text).map_err(|_| StoreError::Corrupt("draft"))
}

fn write_form(form: &DraftForm) -> Result<String> {
    serde_json::to_string(form).map_err(|_| StoreError::Corrupt("draft"))
}

/// The account's own team; made as `new` if there is none yet.
pub(super) async fn own_team(link: &mut Link<'_>, account: AccountId, new: TeamId, now: i64) -> Result<TeamId> {
    let team: Option<Vec<u8>> = each_db!(&mut *link, c =>
        sqlx::query_scalar(OWN_TEAM).bind(account.bytes()).fetch_optional(&mut **c).await)?;
    if let Some(team) = team {
        return TeamId::read(&team);
    }
    teams::make(link, new, "", account, now).await?;
    Ok(new)
}

/// Adds a draft, unless the team has `most` already. Whether it was added.
pub(super) async fn add(
    link: &mut Link<'_>,
    id: CampaignId,
    team: TeamId,
    form: &DraftForm,
    most: u32,
    now: i64,
) -> Result<bool> {
    let drafts: i64 = each_db!(&mut *link, c =>
        sqlx::query_scalar(COUNT_DRAFTS).bind(team.bytes()).fetch_one(&mut **c).await)?;
    if drafts >= i64::from(most) {
        return Ok(false);
    }
    let form = write_form(form)?;
    each_db!(link, c => sqlx::query(ADD_DRAFT)
        .bind(id.bytes())
        .bind(team.bytes())
        .bind(&form)
        .bind(now)
        .execute(&mut **c).await.map(drop))?;
    Ok(true)
}

/// Adds the draft of changes to a campaign's texts and picture, unless there is one.
pub(super) async fn add_changes(link: &mut Link<'_>, campaign: CampaignId, form: &DraftForm, now: i64) -> Result<()> {
    let form = write_form(form)?;
    let added = each_db!(&mut *link, c => sqlx::query(ADD_CHANGES)
        .bind(campaign.bytes())
        .bind(&form)
        .bind(now)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if added == 1 { pictures::adopt(link, campaign).await } else { Ok(()) }
}

/// The drafts of an account's teams.
pub(super) async fn list(link: &mut Link<'_>, account: AccountId) -> Result<Vec<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(DRAFTS_OF).bind(account.bytes()).fetch_all(&mut **c).await)?)
}

/// What was typed in all drafts that an account may write.
pub(crate) async fn forms_of(link: &mut Link<'_>, account: AccountId) -> Result<Vec<DraftForm>> {
    list(link, account).await?.iter().filter(|row| row.writable()).map(Row::form).collect()
}

/// A draft that this account may change.
pub(super) async fn find(link: &mut Link<'_>, account: AccountId, id: CampaignId) -> Result<Option<Row>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(DRAFT_OF).bind(account.bytes()).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// Slugs of the campaigns of an account's teams, and its role in them.
pub(super) async fn campaigns(link: &mut Link<'_>, account: AccountId) -> Result<Vec<(String, TeamRole)>> {
    let rows: Vec<(String, String)> =
        each_db!(link, c => sqlx::query_as(CAMPAIGNS_OF).bind(account.bytes()).fetch_all(&mut **c).await)?;
    rows.into_iter().map(|(slug, role)| Ok((slug, read_role(&role)?))).collect()
}

/// Saves over `version`, submitted at `submitted` (microseconds) or not. Whether that was the version, and still being written.
pub(super) async fn save(
    link: &mut Link<'_>,
    id: CampaignId,
    version: i64,
    form: &DraftForm,
    submitted: Option<i64>,
) -> Result<bool> {
    let (form, state) = (write_form(form)?, if submitted.is_some() { "submitted" } else { "draft" });
    let changed = each_db!(link, c => sqlx::query(SAVE_DRAFT)
        .bind(id.bytes())
        .bind(version)
        .bind(&form)
        .bind(state)
        .bind(submitted)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Campaigns that the team of this draft has made public or submitted since then (microseconds), without this one.
pub(super) async fn submitted_since(link: &mut Link<'_>, id: CampaignId, since: i64) -> Result<i64> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(SUBMITTED_LATELY).bind(id.bytes()).bind(since).fetch_one(&mut **c).await)?)
}

/// Makes a draft that waits or was refused one that is being written.
pub(super) async fn take_back(link: &mut Link<'_>, id: CampaignId) -> Result<()> {
    each_db!(link, c => sqlx::query(TAKE_BACK).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Deletes a draft with its picture.
pub(super) async fn delete(link: &mut Link<'_>, id: CampaignId) -> Result<()> {
    each_db!(&mut *link, c => sqlx::query(DELETE_DRAFT).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    pictures::drop_draft(link, id).await
}

/// Whether another campaign has this address.
pub(super) async fn slug_taken(link: &mut Link<'_>, slug: &str, id: CampaignId) -> Result<bool> {
    let n: i64 =
        each_db!(link, c => sqlx::query_scalar(SLUG_TAKEN).bind(slug).bind(id.bytes()).fetch_one(&mut **c).await)?;
    Ok(n > 0)
}

/// Whether there is a campaign of this id, so that a draft of it changes its texts.
pub(super) async fn is_campaign(link: &mut Link<'_>, id: CampaignId) -> Result<bool> {
    let n: i64 = each_db!(link, c => sqlx::query_scalar(IS_CAMPAIGN).bind(id.bytes()).fetch_one(&mut **c).await)?;
    Ok(n > 0)
}
