//! The catalogue of reasons for refusing and hiding, and which of them a decision had.

use crate::store::{CampaignId, Link, Result, each_db};
use app::i18n::Lang;
use app::moderation::{Ground, GroundRow};

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
    TEXT_OF = "SELECT COALESCE(t.text, e.text, g.code) FROM grounds g
        LEFT JOIN ground_texts t ON t.code = g.code AND t.locale = $2
        LEFT JOIN ground_texts e ON e.code = g.code AND e.locale = 'en'
        WHERE g.code = $1";
    FORGET_GROUNDS = "DELETE FROM decision_grounds WHERE campaign_id = $1";
    ALL_GROUNDS = "SELECT g.code, g.retired, t.locale, t.text FROM grounds g LEFT JOIN ground_texts t ON t.code = g.code
        ORDER BY g.position, g.code, t.locale";
    ADD_GROUND = "INSERT INTO grounds (code, position, retired)
        SELECT $1, CAST(COALESCE(MAX(position), 0) + 1 AS BIGINT), 0 FROM grounds WHERE 1 = 1
        ON CONFLICT (code) DO NOTHING";
    HAS_GROUND = "SELECT COUNT(*) FROM grounds WHERE code = $1";
    SET_GROUND_TEXT = "INSERT INTO ground_texts (code, locale, text) VALUES ($1, $2, $3)
        ON CONFLICT (code, locale) DO UPDATE SET text = $3";
    RETIRE_GROUND = "UPDATE grounds SET retired = $2 WHERE code = $1";
    ADD_GROUND_OF = "INSERT INTO decision_grounds (campaign_id, code) VALUES ($1, $2)";
}

/// The reasons that can be given, in this language.
pub(super) async fn current(link: &mut Link<'_>, lang: Lang) -> Result<Vec<Ground>> {
    let rows: Vec<(String, String)> =
        each_db!(link, c => sqlx::query_as(GROUNDS).bind(lang.code()).fetch_all(&mut **c).await)?;
    Ok(rows.into_iter().map(|(code, text)| Ground { code, text }).collect())
}

/// What the public reads of why a campaign is hidden.
pub(crate) async fn texts_of(link: &mut Link<'_>, campaign: CampaignId, lang: Lang) -> Result<Vec<String>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(TEXTS_OF).bind(campaign.bytes()).bind(lang.code()).fetch_all(&mut **c).await)?)
}

/// What the public reads of a reason; `None` for one that is not in the catalogue.
pub(crate) async fn text_of(link: &mut Link<'_>, code: &str, lang: Lang) -> Result<Option<String>> {
    Ok(each_db!(link, c => sqlx::query_scalar(TEXT_OF).bind(code).bind(lang.code()).fetch_optional(&mut **c).await)?)
}

/// Gives a decision these reasons, each of the catalogue and once, in the place of those before.
pub(super) async fn set_of(link: &mut Link<'_>, campaign: CampaignId, codes: &[String]) -> Result<()> {
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

/// A reason as it is stored, once for each language.
type Stored = (String, i64, Option<String>, Option<String>);

/// The whole catalogue, in its order.
pub(super) async fn all(link: &mut Link<'_>) -> Result<Vec<GroundRow>> {
    let rows: Vec<Stored> = each_db!(link, c => sqlx::query_as(ALL_GROUNDS).fetch_all(&mut **c).await)?;
    let mut grounds: Vec<GroundRow> = Vec::new();
    for (code, retired, locale, text) in rows {
        if grounds.last().is_none_or(|last| last.code != code) {
            grounds.push(GroundRow { code, retired: retired != 0, texts: Vec::new() });
        }
        let lang = locale.and_then(|locale| Lang::ALL.into_iter().find(|lang| lang.code() == locale));
        if let (Some(ground), Some(lang), Some(text)) = (grounds.last_mut(), lang, text) {
            ground.texts.push((lang, text));
        }
    }
    Ok(grounds)
}

/// Adds a reason behind the others. `false` if there is one of this name.
pub(super) async fn add(link: &mut Link<'_>, code: &str, texts: &[(Lang, String)]) -> Result<bool> {
    let added = each_db!(&mut *link, c =>
        sqlx::query(ADD_GROUND).bind(code).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    if added == 1 {
        set_texts(link, code, texts).await?;
    }
    Ok(added == 1)
}

/// Gives a reason these texts. `false` if there is none of this name.
pub(super) async fn change(link: &mut Link<'_>, code: &str, texts: &[(Lang, String)]) -> Result<bool> {
    let there: i64 = each_db!(&mut *link, c => sqlx::query_scalar(HAS_GROUND).bind(code).fetch_one(&mut **c).await)?;
    if there == 1 {
        set_texts(link, code, texts).await?;
    }
    Ok(there == 1)
}

async fn set_texts(link: &mut Link<'_>, code: &str, texts: &[(Lang, String)]) -> Result<()> {
    for (lang, text) in texts {
        each_db!(&mut *link, c => sqlx::query(SET_GROUND_TEXT)
            .bind(code)
            .bind(lang.code())
            .bind(text)
            .execute(&mut **c).await.map(drop))?;
    }
    Ok(())
}

/// Retires a reason, or brings it back. `false` if there is none of this name.
pub(super) async fn retire(link: &mut Link<'_>, code: &str, retired: bool) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(RETIRE_GROUND)
        .bind(code)
        .bind(i64::from(retired))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}
