//! Reasons of signers, over all campaigns.

use crate::store::{Link, Result, each_db};

// SQLite keeps to the order of a cross join: campaign by campaign, and never through all signatures.
crate::store::statements! {
    LIST_REASONS = "SELECT s.id, s.public_name, s.reason, s.locale, c.slug, t.title, t.locale AS text_lang
        FROM campaigns c CROSS JOIN signatures s
        JOIN revisions r ON r.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = r.id AND t.locale = r.default_locale
        WHERE s.campaign_id = c.id AND s.reason_state = $1 AND s.state = 'confirmed' AND s.reason IS NOT NULL
        AND c.state NOT IN ('hidden', 'rejected') AND c.slug LIKE $2
        ORDER BY c.published_at, c.id, s.id LIMIT $3 OFFSET $4";
    REASONS_WAIT = "SELECT COUNT(*) FROM campaigns c CROSS JOIN signatures s
        WHERE s.campaign_id = c.id AND s.reason_state = 'waiting' AND s.state = 'confirmed' AND c.state NOT IN ('hidden', 'rejected')";
}

/// A reason with its campaign.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Vec<u8>,
    pub(super) public_name: Option<String>,
    pub(super) reason: String,
    /// The language of the interface in which it was written.
    pub(super) locale: String,
    pub(super) slug: String,
    pub(super) title: String,
    /// The language of the title.
    pub(super) text_lang: String,
}

/// Reasons in this state (`waiting`, `shown`), of one campaign or of all, those of the oldest campaigns first.
pub(super) async fn list(
    link: &mut Link<'_>,
    state: &str,
    slug: Option<&str>,
    (limit, offset): (i64, i64),
) -> Result<Vec<Row>> {
    // No address has `%` or `_` in it.
    let slug = slug.unwrap_or("%");
    Ok(each_db!(link, c => sqlx::query_as(LIST_REASONS)
        .bind(state)
        .bind(slug)
        .bind(limit)
        .bind(offset)
        .fetch_all(&mut **c).await)?)
}

/// How many wait.
pub(crate) async fn how_many(link: &mut Link<'_>) -> Result<i64> {
    Ok(each_db!(link, c => sqlx::query_scalar(REASONS_WAIT).fetch_one(&mut **c).await)?)
}
