//! Rules as they are stored.

use crate::store::{CampaignId, InvalidationId, Link, Result, StoreError, each_db};
use app::invalidation::{InvalidationState, Rule, RuleInput};
use jiff::Timestamp;

crate::store::statements! {
    ADD_RULE = "INSERT INTO invalidations (id, campaign_id, state, domain, country, region, source, locale, fast, flagged, reason,
        reason_locale, done_to, created_at) VALUES ($1, $2, 'counting', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    FIND_RULE = "SELECT i.id, i.campaign_id, c.slug, i.state, i.domain, i.country, i.region, i.source, i.locale, i.fast, i.flagged, i.reason,
        i.reason_locale, i.done_to, i.met, i.invalidated, i.created_at
        FROM invalidations i JOIN campaigns c ON c.id = i.campaign_id WHERE i.id = $1";
    NEWEST_RULES = "SELECT i.id, i.campaign_id, c.slug, i.state, i.domain, i.country, i.region, i.source, i.locale, i.fast, i.flagged, i.reason,
        i.reason_locale, i.done_to, i.met, i.invalidated, i.created_at
        FROM invalidations i JOIN campaigns c ON c.id = i.campaign_id ORDER BY i.created_at DESC LIMIT 50";
    APPLY_RULE = "UPDATE invalidations SET state = 'applying', done_to = $2, applied_at = $3, leased_until = 0
        WHERE id = $1 AND state = 'counted'";
    UNDO_RULE = "UPDATE invalidations SET state = 'undoing', done_to = $2, undone_at = $3, leased_until = 0
        WHERE id = $1 AND state IN ('applying', 'applied')";
    DROP_RULE = "DELETE FROM invalidations WHERE id = $1 AND state IN ('counting', 'counted')";
}

/// A rule.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Vec<u8>,
    pub(super) campaign_id: Vec<u8>,
    pub(super) slug: String,
    state: String,
    domain: Option<String>,
    country: Option<String>,
    region: Option<String>,
    source: Option<String>,
    locale: Option<String>,
    fast: i64,
    flagged: i64,
    pub(super) reason: String,
    pub(super) reason_locale: String,
    pub(super) done_to: Vec<u8>,
    pub(super) met: i64,
    pub(super) invalidated: i64,
    pub(super) created_at: i64,
}

impl Row {
    pub(super) fn state(&self) -> Result<InvalidationState> {
        state(&self.state)
    }

    pub(super) fn rule(&self) -> Rule {
        Rule {
            domain: self.domain.clone(),
            country: self.country.clone(),
            region: self.region.clone(),
            source: self.source.clone(),
            locale: self.locale.clone(),
            fast: self.fast != 0,
            flagged: self.flagged != 0,
        }
    }
}

/// Reads what is stored.
pub(super) fn state(stored: &str) -> Result<InvalidationState> {
    use InvalidationState as S;
    let all = [S::Counting, S::Counted, S::Applying, S::Applied, S::Undoing, S::Undone];
    all.into_iter().find(|state| code(*state) == stored).ok_or(StoreError::Corrupt("invalidation"))
}

/// As it is stored.
pub(super) const fn code(state: InvalidationState) -> &'static str {
    use InvalidationState as S;
    match state {
        S::Counting => "counting",
        S::Counted => "counted",
        S::Applying => "applying",
        S::Applied => "applied",
        S::Undoing => "undoing",
        S::Undone => "undone",
    }
}

pub(super) async fn add(
    link: &mut Link<'_>,
    id: InvalidationId,
    campaign: CampaignId,
    input: &RuleInput,
    reason_locale: &str,
    now: Timestamp,
) -> Result<()> {
    let RuleInput { rule, reason, .. } = input;
    each_db!(link, c => sqlx::query(ADD_RULE)
        .bind(id.bytes())
        .bind(campaign.bytes())
        .bind(&rule.domain)
        .bind(&rule.country)
        .bind(&rule.region)
        .bind(&rule.source)
        .bind(&rule.locale)
        .bind(i64::from(rule.fast))
        .bind(i64::from(rule.flagged))
        .bind(reason)
        .bind(reason_locale)
        .bind(Vec::<u8>::new())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(drop))?;
    Ok(())
}

pub(super) async fn find(link: &mut Link<'_>, id: InvalidationId) -> Result<Option<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(FIND_RULE).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// The newest fifty.
pub(super) async fn newest(link: &mut Link<'_>) -> Result<Vec<Row>> {
    Ok(each_db!(link, c => sqlx::query_as(NEWEST_RULES).fetch_all(&mut **c).await)?)
}

/// Begins to take off what agrees. Whether the rule was counted and not applied.
pub(super) async fn apply(link: &mut Link<'_>, id: InvalidationId, now: Timestamp) -> Result<bool> {
    begin(link, APPLY_RULE, id, now).await
}

/// Begins to put back what was taken off. Whether something was, or is being.
pub(super) async fn undo(link: &mut Link<'_>, id: InvalidationId, now: Timestamp) -> Result<bool> {
    begin(link, UNDO_RULE, id, now).await
}

async fn begin(link: &mut Link<'_>, sql: &'static str, id: InvalidationId, now: Timestamp) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(sql)
        .bind(id.bytes())
        .bind(Vec::<u8>::new())
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Forgets a rule that was not applied. Whether there was one.
pub(super) async fn forget(link: &mut Link<'_>, id: InvalidationId) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(DROP_RULE).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}
