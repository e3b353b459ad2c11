//! The outbox: mails that a transaction queues, and what becomes of their rows.

use super::act::Facts;
use crate::clock::Entropy;
use crate::mail::RowId;
use crate::privacy::{Concern, SecretBox};
use crate::store::{
    CampaignId, Link, OutboxId, Result, SignInId, SignatureId, StoreError, SupporterId, TeamId, TeamInvitationId,
    UpdateId, each_db,
};
use app::reports::Outcome;
use jiff::Timestamp;
use sqlx::QueryBuilder;

crate::store::statements! {
    DELETE_DEAD = "DELETE FROM outbox WHERE state = 'dead' AND created_at < $1";
}

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Confirm a signature.
    Confirm(CampaignId, SignatureId),
    /// It counts already.
    AlreadySigned(CampaignId, SignatureId),
    /// Sign in to an account.
    SignIn(SignInId),
    /// Somebody has signed in to an account.
    SignedIn,
    /// There is a decision on a campaign: the draft that it is about, if there still is one.
    Reviewed(Option<CampaignId>),
    /// A campaign has reached a number of signatures.
    Milestone(CampaignId),
    /// A campaign was hidden.
    Hidden(CampaignId),
    /// A hidden campaign is public again.
    ShownAgain(CampaignId),
    /// A report of the public was closed.
    ReportClosed(Outcome),
    /// An authenticator app was set up for an account.
    ProofSetUp,
    /// It was removed.
    ProofRemoved,
    /// A passkey was added to an account.
    PasskeyAdded,
    /// One was removed.
    PasskeyRemoved,
    /// The role of an account in the house was changed.
    RoleChanged,
    /// An address is invited to help in the house.
    StaffInvited,
    /// Somebody is invited to start campaigns.
    CampaignerInvited,
    /// There is a decision on an update.
    UpdateReviewed(CampaignId, UpdateId),
    /// News on a campaign, to a signer who asked for it.
    Update(CampaignId, SignatureId, UpdateId),
    /// The same to one who writes it.
    UpdateTest(CampaignId, UpdateId),
    /// Prove the address of a supporter of a draft.
    Support(SupporterId),
    /// Somebody is invited into a team.
    TeamInvited(TeamInvitationId),
    /// Somebody has joined a team.
    TeamJoined(TeamId),
    /// What somebody may do in a team was changed by others.
    TeamChanged,
    /// Another team would hand a campaign over.
    CampaignOffered,
    /// A campaign that this team offered was taken.
    CampaignTaken(TeamId),
}

impl About {
    /// As it is stored: kind, then campaign, signature, sign-in and what else it is about.
    fn columns(self) -> (&'static str, [Option<Vec<u8>>; 4]) {
        match self {
            Self::Confirm(campaign, row) => ("confirm", [Some(campaign.0.into()), Some(row.0.into()), None, None]),
            Self::AlreadySigned(campaign, row) => {
                ("already_signed", [Some(campaign.0.into()), Some(row.0.into()), None, None])
            }
            Self::SignIn(row) => ("sign_in", [None, None, Some(row.0.into()), None]),
            Self::SignedIn => ("signed_in", [None, None, None, None]),
            Self::Hidden(campaign) => ("hidden", [Some(campaign.0.into()), None, None, None]),
            Self::ShownAgain(campaign) => ("shown_again", [Some(campaign.0.into()), None, None, None]),
            Self::ReportClosed(outcome) => {
                let kind = match outcome {
                    Outcome::Nothing => "report_nothing",
                    Outcome::Hidden => "report_hidden",
                    Outcome::ReasonRemoved => "report_removed",
                };
                (kind, [None, None, None, None])
            }
            Self::Reviewed(draft) => ("reviewed", [None, None, None, draft.map(|draft| draft.0.into())]),
            Self::Milestone(campaign) => ("milestone", [Some(campaign.0.into()), None, None, None]),
            Self::ProofSetUp => ("proof_set_up", [None, None, None, None]),
            Self::ProofRemoved => ("proof_removed", [None, None, None, None]),
            Self::PasskeyAdded => ("passkey_added", [None, None, None, None]),
            Self::PasskeyRemoved => ("passkey_removed", [None, None, None, None]),
            Self::RoleChanged => ("role_changed", [None, None, None, None]),
            Self::StaffInvited => ("staff_invited", [None, None, None, None]),
            Self::CampaignerInvited => ("campaigner_invited", [None, None, None, None]),
            Self::UpdateReviewed(campaign, update) => {
                ("update_reviewed", [Some(campaign.0.into()), None, None, Some(update.0.into())])
            }
            Self::Update(campaign, row, update) => {
                ("update", [Some(campaign.0.into()), Some(row.0.into()), None, Some(update.0.into())])
            }
            Self::UpdateTest(campaign, update) => {
                ("update_test", [Some(campaign.0.into()), None, None, Some(update.0.into())])
            }
            Self::Support(row) => ("support", [None, None, None, Some(row.0.into())]),
            Self::TeamInvited(row) => ("team_invited", [None, None, None, Some(row.0.into())]),
            Self::TeamJoined(team) => ("team_joined", [None, None, None, Some(team.0.into())]),
            Self::TeamChanged => ("team_changed", [None, None, None, None]),
            Self::CampaignOffered => ("campaign_offered", [None, None, None, None]),
            Self::CampaignTaken(team) => ("campaign_taken", [None, None, None, Some(team.0.into())]),
        }
    }

    /// Whether it is one of many that go out when nothing else is due.
    const fn is_bulk(self) -> bool {
        matches!(self, Self::Update(..))
    }

    /// What ends should it come back for good.
    pub(super) const fn concern(self, id: OutboxId) -> Concern {
        match self {
            Self::Confirm(_, row) => Concern::Confirmation(row.0),
            Self::Update(_, row, _) => Concern::Updates(row.0),
            _ => Concern::Nothing(id.0),
        }
    }

    /// Reads what is stored.
    pub(super) fn read(kind: &str, [campaign, signature, sign_in, subject]: [Option<&[u8]>; 4]) -> Result<Self> {
        let subject_there = || subject.ok_or(StoreError::Corrupt("mail"));
        match (kind, campaign, signature, sign_in) {
            ("confirm", Some(campaign), Some(row), _) => {
                Ok(Self::Confirm(CampaignId::read(campaign)?, SignatureId::read(row)?))
            }
            ("already_signed", Some(campaign), Some(row), _) => {
                Ok(Self::AlreadySigned(CampaignId::read(campaign)?, SignatureId::read(row)?))
            }
            ("sign_in", .., Some(row)) => Ok(Self::SignIn(SignInId::read(row)?)),
            ("signed_in", ..) => Ok(Self::SignedIn),
            ("hidden", Some(campaign), ..) => Ok(Self::Hidden(CampaignId::read(campaign)?)),
            ("shown_again", Some(campaign), ..) => Ok(Self::ShownAgain(CampaignId::read(campaign)?)),
            ("report_nothing", ..) => Ok(Self::ReportClosed(Outcome::Nothing)),
            ("report_hidden", ..) => Ok(Self::ReportClosed(Outcome::Hidden)),
            ("report_removed", ..) => Ok(Self::ReportClosed(Outcome::ReasonRemoved)),
            ("reviewed", ..) => Ok(Self::Reviewed(subject.map(CampaignId::read).transpose()?)),
            ("milestone", Some(campaign), ..) => Ok(Self::Milestone(CampaignId::read(campaign)?)),
            ("proof_set_up", ..) => Ok(Self::ProofSetUp),
            ("proof_removed", ..) => Ok(Self::ProofRemoved),
            ("passkey_added", ..) => Ok(Self::PasskeyAdded),
            ("passkey_removed", ..) => Ok(Self::PasskeyRemoved),
            ("role_changed", ..) => Ok(Self::RoleChanged),
            ("staff_invited", ..) => Ok(Self::StaffInvited),
            ("campaigner_invited", ..) => Ok(Self::CampaignerInvited),
            ("update_reviewed" | "update" | "update_test", Some(campaign), signature, _) => {
                let campaign = CampaignId::read(campaign)?;
                let update = UpdateId::read(subject_there()?)?;
                match (kind, signature) {
                    ("update", Some(row)) => Ok(Self::Update(campaign, SignatureId::read(row)?, update)),
                    ("update_reviewed", _) => Ok(Self::UpdateReviewed(campaign, update)),
                    ("update_test", _) => Ok(Self::UpdateTest(campaign, update)),
                    _ => Err(StoreError::Corrupt("mail")),
                }
            }
            ("support", ..) => Ok(Self::Support(SupporterId::read(subject_there()?)?)),
            ("team_invited", ..) => Ok(Self::TeamInvited(TeamInvitationId::read(subject_there()?)?)),
            ("team_joined", ..) => Ok(Self::TeamJoined(TeamId::read(subject_there()?)?)),
            ("team_changed", ..) => Ok(Self::TeamChanged),
            ("campaign_offered", ..) => Ok(Self::CampaignOffered),
            ("campaign_taken", ..) => Ok(Self::CampaignTaken(TeamId::read(subject_there()?)?)),
            _ => Err(StoreError::Corrupt("mail")),
        }
    }
}

/// A mail that a transaction queues.
pub struct Queued {
    /// Its row's id.
    pub id: OutboxId,
    /// What it is about.
    pub about: About,
    /// Language.
    pub locale: String,
    /// The address, under the day's key and bound to `id`.
    pub address: Vec<u8>,
}

impl Queued {
    /// A mail to this address; `day` is the day's key.
    pub(crate) fn new(entropy: &dyn Entropy, day: &SecretBox, about: About, locale: &str, address: &[u8]) -> Self {
        let id = OutboxId::new(entropy);
        Self { id, about, locale: locale.to_owned(), address: day.seal(entropy, id.bytes(), address) }
    }
}

/// Queues mails.
pub(crate) async fn insert(link: &mut Link<'_>, now: Timestamp, mails: &[Queued]) -> Result<()> {
    const COLUMNS: &str = "INSERT INTO outbox (id, kind, campaign_id, signature_id, sign_in_id, subject_id, locale, address, state, not_before, created_at, bulk) ";
    if mails.is_empty() {
        return Ok(());
    }
    let now = now.as_microsecond();
    each_db!(link, c => {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push_values(mails, |mut row, mail| {
            let (kind, [campaign, signature, sign_in, subject]) = mail.about.columns();
            row.push_bind(mail.id.bytes().to_vec())
                .push_bind(kind)
                .push_bind(campaign)
                .push_bind(signature)
                .push_bind(sign_in)
                .push_bind(subject)
                .push_bind(mail.locale.clone())
                .push_bind(mail.address.clone())
                .push("'queued'")
                .push_bind(now)
                .push_bind(now)
                .push_bind(i64::from(mail.about.is_bulk()));
        });
        query.build().execute(&mut **c).await.map(drop)
    })?;
    Ok(())
}

/// Drops mails that ask to confirm a row which is gone or confirmed, and updates for one that wants no more of them.
pub(super) async fn delete_of(link: &mut Link<'_>, rows: &[SignatureId]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let ordered = if matches!(link, Link::Postgres(_)) { " ORDER BY id FOR UPDATE)" } else { ")" };
    each_db!(link, c => {
        let mut query = QueryBuilder::new(
            "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE kind IN ('confirm', 'update') AND signature_id",
        );
        among(&mut query, rows.iter().map(|row| row.0)).push(ordered).build().execute(&mut **c).await.map(drop)
    })?;
    Ok(())
}

/// Adds ` IN (…)` with these ids: one statement for all of them, for each costs more than a row in it.
fn among<'q, 'a, Db>(query: &'q mut QueryBuilder<Db>, ids: impl Iterator<Item = RowId>) -> &'q mut QueryBuilder<Db>
where
    Db: sqlx::Database,
    Vec<u8>: sqlx::Encode<'a, Db> + sqlx::Type<Db>,
{
    query.push(" IN (");
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(id.to_vec());
    }
    query.push(")")
}

/// Drops dead letters that were queued before `before` (microseconds).
pub(super) async fn delete_dead(link: &mut Link<'_>, before: i64) -> Result<()> {
    each_db!(link, c => sqlx::query(DELETE_DEAD).bind(before).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Has these rows wait until `not_before`. Dead ones stay dead; that is asked in a way which leaves only the ids to search by, for a
/// database may find "all that are queued" the better way in and go through all that wait.
pub(super) async fn put_off(link: &mut Link<'_>, ids: &[RowId], not_before: i64) -> Result<()> {
    each_db!(link, c => {
        let mut query = QueryBuilder::new("UPDATE outbox SET not_before = ");
        query.push_bind(not_before).push(" WHERE state <> 'dead' AND id");
        among(&mut query, ids.iter().copied()).build().execute(&mut **c).await.map(drop)
    })?;
    Ok(())
}

/// A mail to be confirmed, with what is counted of it.
#[derive(sqlx::FromRow)]
pub(super) struct Confirmation {
    id: Vec<u8>,
    campaign_id: Vec<u8>,
    address: Vec<u8>,
    country: String,
    region: String,
    source: String,
    locale: String,
}

impl Confirmation {
    pub(super) fn id(&self) -> Result<OutboxId> {
        OutboxId::read(&self.id)
    }

    pub(super) fn campaign(&self) -> Result<CampaignId> {
        CampaignId::read(&self.campaign_id)
    }

    /// The address, under the day's key and bound to its row.
    pub(super) fn address(&self) -> &[u8] {
        &self.address
    }

    pub(super) fn facts(self) -> Facts {
        Facts { country: self.country, region: self.region, source: self.source, locale: self.locale }
    }
}

/// Those among these rows that ask to confirm a signature.
pub(super) async fn confirmations(link: &mut Link<'_>, ids: &[RowId]) -> Result<Vec<Confirmation>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(each_db!(link, c => {
        let mut query = QueryBuilder::new(
            "SELECT o.id, o.campaign_id, o.address, s.country, s.region, s.source, s.locale
            FROM outbox o JOIN signatures s ON s.id = o.signature_id WHERE o.kind = 'confirm' AND o.id",
        );
        among(&mut query, ids.iter().copied()).build_query_as().fetch_all(&mut **c).await
    })?)
}

/// Drops these rows.
pub(super) async fn delete(link: &mut Link<'_>, ids: &[RowId]) -> Result<()> {
    each_db!(link, c => {
        let mut query = QueryBuilder::new("DELETE FROM outbox WHERE id");
        among(&mut query, ids.iter().copied()).build().execute(&mut **c).await.map(drop)
    })?;
    Ok(())
}
