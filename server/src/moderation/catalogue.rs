//! The catalogue of reasons for refusing and hiding, and which of them a decision had.

use crate::store::{CampaignId, Link, Result, each_db};
use app::i18n::Lang;
use app::moderation::Ground;

crate::store::statements! {
    GROUNDS = "SELECT g.code, COALESCE(t.text, e.text, g.code) AS text FROM grounds g
        LEFT JOIN ground_texts t ON t.code = g.code AND t.locale = $1
        LEFT JOIN ground_texts e ON e.code = g.code AND e.locale = 'en'
        WHERE g.retired = 0 ORDER BY g.position, g.code";
    TEXTS_OF = "SELECT COALESCE(t.text, e.text, g.code) FROM decision_grounds d
        JOIN grounds g ON g.code = d.code
        LEFT JOIN ground_texts t ON t.code = g.code AND t.locale = $2
        LEFT JOIN ground_texts e ON e.code = g.code AND e.locale = 'en'
        WHERE d.campaign_id = $1 ORDER BY g.position, g.code";
    FORGET_GROUNDS = "DELETE FROM decision_grounds WHERE campaign_id = $1";
    ADD_GROUND_OF = "INSERT INTO decision_grounds (campaign_id, code) VALUES ($1, $2)";
}

/// The reasons that can be given, in this language.
pub(super) async fn current(link: &mut Link<'_>, lang: Lang) -> Result<Vec<Ground>> {
    let rows: Vec<(String, String)> =
        each_db!(link, c => sqlx::query_as(GROUNDS).bind(lang.code()).fetch_all(&mut **c).await)?;
    Ok(rows.into_iter().map(|(code, text)| Ground { code, text }).collect())
}

/// What the public reads of why a draft was refused or a campaign is hidden.
pub(crate) async fn texts_of(link: &mut Link<'_>, campaign: CampaignId, lang: Lang) -> Result<Vec<String>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(TEXTS_OF).bind(campaign.bytes()).bind(lang.code()).fetch_all(&mut **c).await)?)
}

/// Gives a decision these reasons, each of the catalogue and once, in the place of those before.
pub(crate) async fn set_of(link: &mut Link<'_>, campaign: CampaignId, codes: &[String]) -> Result<()> {
    each_db!(&mut *link, c =>
        sqlx::query(FORGET_GROUNDS).bind(campaign.bytes()).execute(&mut **c).await.map(drop))?;
    for code in codes {
        each_db!(&mut *link, c =>
            sqlx::query(ADD_GROUND_OF).bind(campaign.bytes()).bind(code).execute(&mut **c).await.map(drop))?;
    }
    Ok(())
}

/// Those of these codes that can be given, each once.
pub(super) async fn known(link: &mut Link<'_>, codes: &[String]) -> Result<Vec<String>> {
    let grounds = current(link, Lang::En).await?;
    Ok(grounds.into_iter().map(|ground| ground.code).filter(|code| codes.contains(code)).collect())
}
