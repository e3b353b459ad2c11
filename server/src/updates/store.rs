//! Updates as they are stored.

use crate::campaigns::day_text;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, UpdateId, each_db};
use app::campaigns::ShownUpdate;
use app::i18n::Lang;
use app::updates::{UpdateForm, UpdateState, update_limits};
use jiff::Timestamp;
use jiff::tz::TimeZone;

crate::store::statements! {
    OWN_CONTACT = "SELECT contact FROM accounts WHERE id = $1";
    LIST_UPDATES = "SELECT u.id, u.state, u.title, u.remark, u.approved_at, m.state AS mailing
        FROM updates u LEFT JOIN mailings m ON m.update_id = u.id
        WHERE u.campaign_id = $1 ORDER BY u.created_at DESC, u.id LIMIT 500";
    ONE_UPDATE = "SELECT state, title, body, locale, version, remark, created_at, approved_at
        FROM updates WHERE campaign_id = $1 AND id = $2";
    COUNT_UNPUBLISHED = "SELECT COUNT(*) FROM updates WHERE campaign_id = $1 AND state <> 'approved'";
    ADD_UPDATE = "INSERT INTO updates (id, campaign_id, state, title, body, locale, version, created_at)
        VALUES ($1, $2, 'draft', '', '', $3, 1, $4)";
    SAVE_UPDATE = "UPDATE updates SET title = $3, body = $4, locale = $5, version = version + 1, state = $6, submitted_at = $7,
        remark = CASE WHEN $6 = 'submitted' THEN NULL ELSE remark END
        WHERE id = $1 AND version = $2 AND state = 'draft'";
    TAKE_UPDATE_BACK = "UPDATE updates SET state = 'draft', submitted_at = NULL WHERE id = $1 AND state = 'submitted'";
    DELETE_UPDATE = "DELETE FROM updates WHERE id = $1 AND state = 'draft'";
    COUNT_TEST = "UPDATE updates SET tests = tests + 1 WHERE id = $1 AND tests < $2";
    PUBLIC_UPDATES = "SELECT id, title, html, locale, approved_at FROM updates
        WHERE campaign_id = $1 AND state = 'approved' ORDER BY approved_at DESC, id LIMIT $2 OFFSET $3";
}

pub(super) fn time(stored: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(stored).map_err(|_| StoreError::Corrupt("time"))
}

pub(super) fn state(stored: &str) -> Result<UpdateState> {
    match stored {
        "draft" => Ok(UpdateState::Draft),
        "submitted" => Ok(UpdateState::Submitted),
        "approved" => Ok(UpdateState::Approved),
        _ => Err(StoreError::Corrupt("update")),
    }
}

/// An update in its team's list.
#[derive(sqlx::FromRow)]
pub(super) struct Listed {
    pub(super) id: Vec<u8>,
    pub(super) state: String,
    pub(super) title: String,
    pub(super) remark: Option<String>,
    pub(super) approved_at: Option<i64>,
    pub(super) mailing: Option<String>,
}

/// An update.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    state: String,
    title: String,
    body: String,
    locale: String,
    pub(super) version: i64,
    pub(super) remark: Option<String>,
    pub(super) created_at: i64,
    pub(super) approved_at: Option<i64>,
}

impl Row {
    pub(super) fn state(&self) -> Result<UpdateState> {
        state(&self.state)
    }

    pub(super) fn form(&self) -> UpdateForm {
        UpdateForm { title: self.title.clone(), locale: self.locale.clone(), text: self.body.clone() }
    }
}

/// An account's address, encrypted.
pub(super) async fn contact(link: &mut Link<'_>, account: AccountId) -> Result<Option<Vec<u8>>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(OWN_CONTACT).bind(account.bytes()).fetch_optional(&mut **c).await)?)
}

/// All of a campaign, the newest first.
pub(super) async fn list(link: &mut Link<'_>, campaign: CampaignId) -> Result<Vec<Listed>> {
    Ok(each_db!(link, c => sqlx::query_as(LIST_UPDATES).bind(campaign.bytes()).fetch_all(&mut **c).await)?)
}

/// One of a campaign.
pub(super) async fn find(link: &mut Link<'_>, campaign: CampaignId, id: UpdateId) -> Result<Option<Row>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(ONE_UPDATE).bind(campaign.bytes()).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// Adds one, unless as many are being written or wait as there may be. Whether it was added.
pub(super) async fn add(
    link: &mut Link<'_>,
    campaign: CampaignId,
    id: UpdateId,
    locale: &str,
    now: Timestamp,
) -> Result<bool> {
    let unpublished: i64 = each_db!(&mut *link, c =>
        sqlx::query_scalar(COUNT_UNPUBLISHED).bind(campaign.bytes()).fetch_one(&mut **c).await)?;
    if unpublished >= i64::from(update_limits::UNPUBLISHED_MAX) {
        return Ok(false);
    }
    each_db!(link, c => sqlx::query(ADD_UPDATE)
        .bind(id.bytes())
        .bind(campaign.bytes())
        .bind(locale)
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    Ok(true)
}

/// Saves over `version`, submitted at `submitted` or not. Whether that was the version, and still being written.
pub(super) async fn save(
    link: &mut Link<'_>,
    id: UpdateId,
    version: i64,
    form: &UpdateForm,
    submitted: Option<Timestamp>,
) -> Result<bool> {
    let state = if submitted.is_some() { "submitted" } else { "draft" };
    let changed = each_db!(link, c => sqlx::query(SAVE_UPDATE)
        .bind(id.bytes())
        .bind(version)
        .bind(&form.title)
        .bind(&form.text)
        .bind(&form.locale)
        .bind(state)
        .bind(submitted.map(Timestamp::as_microsecond))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Makes a submitted one one that is being written. One that does not wait stays as it is.
pub(super) async fn take_back(link: &mut Link<'_>, id: UpdateId) -> Result<()> {
    each_db!(link, c => sqlx::query(TAKE_UPDATE_BACK).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Deletes one that is being written. Another stays as it is.
pub(super) async fn delete(link: &mut Link<'_>, id: UpdateId) -> Result<()> {
    each_db!(link, c => sqlx::query(DELETE_UPDATE).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Counts a test mail. `false` if there may be no more.
pub(super) async fn count_test(link: &mut Link<'_>, id: UpdateId) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(COUNT_TEST)
        .bind(id.bytes())
        .bind(i64::from(update_limits::TESTS_MAX))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

#[derive(sqlx::FromRow)]
struct PublicRow {
    id: Vec<u8>,
    title: String,
    html: Option<String>,
    locale: String,
    approved_at: Option<i64>,
}

/// A public update.
pub struct PublicUpdate {
    id: UpdateId,
    title: String,
    /// Sanitised.
    html: String,
    locale: String,
    since: Timestamp,
}

impl PublicUpdate {
    fn read(row: PublicRow) -> Result<Self> {
        let corrupt = StoreError::Corrupt("update");
        let (Some(html), Some(since)) = (row.html, row.approved_at) else { return Err(corrupt) };
        Ok(Self { id: UpdateId::read(&row.id)?, title: row.title, html, locale: row.locale, since: time(since)? })
    }

    /// As pages show it, with its day in this time zone.
    pub(crate) fn shown(&self, zone: &TimeZone, lang: Lang) -> ShownUpdate {
        ShownUpdate {
            id: self.id.hex(),
            title: self.title.clone(),
            html: self.html.clone(),
            lang: self.locale.clone(),
            day: day_text(self.since.to_zoned(zone.clone()).date(), lang).unwrap_or_default(),
        }
    }
}

/// Public updates of a campaign, the newest first.
pub(crate) async fn public(
    link: &mut Link<'_>,
    campaign: CampaignId,
    limit: u32,
    offset: u32,
) -> Result<Vec<PublicUpdate>> {
    let rows: Vec<PublicRow> = each_db!(link, c => sqlx::query_as(PUBLIC_UPDATES)
        .bind(campaign.bytes())
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .fetch_all(&mut **c).await)?;
    rows.into_iter().map(PublicUpdate::read).collect()
}
