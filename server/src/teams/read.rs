//! What the pages of teams show.

use super::role::read_role;
use super::{invitations, members, offers};
use crate::accounts::address_of;
use crate::campaigns::ends_on;
use crate::drafts;
use crate::privacy::SecretBox;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, TeamId, TeamInvitationId, each_db};
use app::i18n::Lang;
use app::teams::{
    Member, MyTeams, OfferToMe, OpenInvitation, OpenOffer, Team, TeamCampaign, TeamName, TeamRole, team_limits,
};
use jiff::Timestamp;

crate::store::statements! {
    TEAM_NAME = "SELECT name FROM teams WHERE id = $1";
    MEMBERS = "SELECT a.id, a.contact, m.role FROM team_members m JOIN accounts a ON a.id = m.account_id
        WHERE m.team_id = $1 ORDER BY a.id";
    DRAFTS_IN_TEAM = "SELECT d.id, d.form FROM drafts d WHERE d.team_id = $1
        AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = d.id) ORDER BY d.created_at DESC, d.id";
    TITLES_IN_TEAM = "SELECT c.id, t.title FROM campaigns c
        JOIN revisions r ON r.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = r.id AND t.locale = r.default_locale
        WHERE c.team_id = $1 ORDER BY c.published_at DESC, c.id";
}

/// The titles of a team's drafts and campaigns, with their ids.
async fn titles(link: &mut Link<'_>, team: TeamId) -> Result<Vec<(CampaignId, String)>> {
    let forms: Vec<(Vec<u8>, String)> =
        each_db!(&mut *link, c => sqlx::query_as(DRAFTS_IN_TEAM).bind(team.bytes()).fetch_all(&mut **c).await)?;
    let public: Vec<(Vec<u8>, String)> =
        each_db!(link, c => sqlx::query_as(TITLES_IN_TEAM).bind(team.bytes()).fetch_all(&mut **c).await)?;
    let mut titles = Vec::new();
    for (id, form) in forms {
        titles.push((CampaignId::read(&id)?, drafts::read_form(&form)?.title));
    }
    for (id, title) in public {
        titles.push((CampaignId::read(&id)?, title));
    }
    Ok(titles)
}

/// The day on which an invitation or an offer ends.
fn until(created_at: i64, lang: Lang) -> Result<String> {
    ends_on(created_at, i64::from(team_limits::DAYS), lang).ok_or(StoreError::Corrupt("time"))
}

/// An account's teams, and what is offered to it.
pub(super) async fn mine(link: &mut Link<'_>, account: AccountId, now: Timestamp, lang: Lang) -> Result<MyTeams> {
    let teams = members::teams_of(link, account).await?.into_iter();
    let teams = teams.map(|(id, name, role)| TeamName { id: id.hex(), name, role }).collect();
    let mut mine = MyTeams { teams, offers: Vec::new() };
    for offer in offers::for_account(link, account, now).await? {
        // A draft may have been deleted since.
        let found = titles(link, offer.from).await?.into_iter().find(|(id, _)| *id == offer.campaign);
        let Some((id, title)) = found else { continue };
        let until = until(offer.created_at, lang)?;
        mine.offers.push(OfferToMe { campaign: id.hex(), title, team: offer.name, until });
    }
    Ok(mine)
}

fn opened(contact: &SecretBox, context: &[u8], sealed: &[u8]) -> Result<String> {
    let address = contact.open(context, sealed).ok_or(StoreError::Corrupt("contact"))?;
    String::from_utf8(address.to_vec()).map_err(|_| StoreError::Corrupt("contact"))
}

/// A team as this member of it sees it; `None` for others.
pub(super) async fn team(
    link: &mut Link<'_>,
    contact: &SecretBox,
    team: TeamId,
    account: AccountId,
    now: Timestamp,
    lang: Lang,
) -> Result<Option<Team>> {
    let Some(role) = members::role_of(link, team, account).await? else { return Ok(None) };
    let name: Option<String> =
        each_db!(&mut *link, c => sqlx::query_scalar(TEAM_NAME).bind(team.bytes()).fetch_optional(&mut **c).await)?;
    let rows: Vec<(Vec<u8>, Vec<u8>, String)> =
        each_db!(&mut *link, c => sqlx::query_as(MEMBERS).bind(team.bytes()).fetch_all(&mut **c).await)?;
    let mut list = Vec::with_capacity(rows.len());
    for (id, sealed, role) in rows {
        let id = AccountId::read(&id)?;
        let email = address_of(contact, id, &sealed)?;
        list.push(Member { id: id.hex(), email, role: read_role(&role)?, me: id == account });
    }
    list.sort_by(|a, b| (b.role, &a.email).cmp(&(a.role, &b.email)));
    let mut page = Team {
        id: team.hex(),
        name: name.unwrap_or_default(),
        role,
        members: list,
        invitations: Vec::new(),
        campaigns: Vec::new(),
        offers: Vec::new(),
    };
    if role < TeamRole::Owner {
        return Ok(Some(page));
    }
    for row in invitations::list(link, team, now).await? {
        let id = TeamInvitationId::read(&row.id)?;
        let email = opened(contact, id.bytes(), &row.address)?;
        let (role, until) = (read_role(&row.role)?, until(row.created_at, lang)?);
        page.invitations.push(OpenInvitation { id: id.hex(), email, role, until });
    }
    let open = offers::of_team(link, team, now).await?;
    for (id, title) in titles(link, team).await? {
        match open.iter().find(|offer| offer.campaign == id) {
            Some(offer) => {
                let email = opened(contact, id.bytes(), &offer.address)?;
                page.offers.push(OpenOffer { campaign: id.hex(), title, email, until: until(offer.created_at, lang)? });
            }
            None => page.campaigns.push(TeamCampaign { id: id.hex(), title }),
        }
    }
    Ok(Some(page))
}
