//! What the public is told of rules.

use crate::campaigns::day_text;
use crate::store::{CampaignId, Link, Result, each_db};
use app::campaigns::Removal;
use app::i18n::Lang;
use app::invalidation::Met;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Rules that a campaign's page tells of.
const SHOWN: i64 = 10;

crate::store::statements! {
    PUBLIC_RULES = "SELECT i.invalidated, i.reason, i.reason_locale, i.applied_at, i.undone_at FROM invalidations i
        WHERE i.campaign_id = $1 AND i.applied_at IS NOT NULL AND i.state IN ('applied', 'undoing', 'undone') AND i.invalidated > 0
        ORDER BY i.applied_at DESC LIMIT $2";
}

/// A rule that was applied.
#[derive(sqlx::FromRow)]
pub(crate) struct PublicRemoval {
    invalidated: i64,
    reason: String,
    reason_locale: String,
    applied_at: i64,
    undone_at: Option<i64>,
}

impl PublicRemoval {
    /// As a page shows it.
    pub(crate) fn shown(&self, zone: &TimeZone, lang: Lang) -> Option<Removal> {
        let day = |at| {
            let at = Timestamp::from_microsecond(at).ok()?;
            day_text(at.to_zoned(zone.clone()).date(), lang)
        };
        Some(Removal {
            n: match Met::of(self.invalidated) {
                Met::Few => None,
                Met::Exactly(n) => Some(n),
            },
            day: day(self.applied_at)?,
            reason: self.reason.clone(),
            reason_lang: self.reason_locale.clone(),
            restored: self.undone_at.and_then(day),
        })
    }
}

/// The rules that a campaign's page tells of, the newest first. The number is that of the day: it does not move when some of those
/// signers withdraw.
pub(crate) async fn public(link: &mut Link<'_>, campaign: CampaignId) -> Result<Vec<PublicRemoval>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(PUBLIC_RULES).bind(campaign.bytes()).bind(SHOWN).fetch_all(&mut **c).await)?)
}
