//! Pictures as they are stored.

use super::draw::{Drawn, widths};
use crate::store::{CampaignId, Link, Result, StoreError, TeamId, each_db};
use app::campaigns::Picture;
use app::i18n::Lang;
use app::pictures::{Alt, PictureChange, PictureFile};
use std::collections::BTreeMap;

crate::store::statements! {
    OF_CAMPAIGN = "SELECT hash, width, height, alts FROM pictures WHERE campaign_id = $1 AND public = $2";
    // The update changes nothing. It takes hold of the row, so that nobody submits the draft meanwhile.
    HOLD_DRAFT = "UPDATE drafts SET version = version WHERE id = $1 AND state = 'draft'";
    PUT = "INSERT INTO pictures (campaign_id, public, hash, width, height, alts) VALUES ($1, 0, $2, $3, $4, $5)
        ON CONFLICT (campaign_id, public) DO UPDATE
        SET hash = excluded.hash, width = excluded.width, height = excluded.height, alts = excluded.alts";
    PUT_FILE = "INSERT INTO picture_files (campaign_id, hash, width, jpeg) VALUES ($1, $2, $3, $4)
        ON CONFLICT (campaign_id, hash, width) DO NOTHING";
    DESCRIBE = "UPDATE pictures SET alts = $2 WHERE campaign_id = $1 AND public = 0";
    ADOPT = "INSERT INTO pictures (campaign_id, public, hash, width, height, alts)
        SELECT campaign_id, 0, hash, width, height, alts FROM pictures WHERE campaign_id = $1 AND public = 1
        ON CONFLICT (campaign_id, public) DO NOTHING";
    DROP_PUBLIC = "DELETE FROM pictures WHERE campaign_id = $1 AND public = 1";
    MAKE_PUBLIC = "UPDATE pictures SET public = 1 WHERE campaign_id = $1 AND public = 0";
    DROP_DRAFT = "DELETE FROM pictures WHERE campaign_id = $1 AND public = 0";
    DROP_UNUSED_FILES = "DELETE FROM picture_files WHERE campaign_id = $1
        AND hash NOT IN (SELECT p.hash FROM pictures p WHERE p.campaign_id = $1)";
    DRAFTS_OF_TEAM = "SELECT p.campaign_id FROM pictures p JOIN drafts d ON d.id = p.campaign_id WHERE p.public = 0 AND d.team_id = $1";
    FILE_OF_CAMPAIGN = "SELECT jpeg FROM picture_files WHERE campaign_id = $1 AND hash = $2 AND width = $3";
    PUBLIC_FILE = "SELECT f.jpeg FROM pictures p
        JOIN campaigns c ON c.id = p.campaign_id
        JOIN picture_files f ON f.campaign_id = p.campaign_id AND f.hash = p.hash
        WHERE p.public = 1 AND p.hash = $1 AND f.width = $2 AND c.state IN ('published', 'closed', 'archived') LIMIT 1";
    SEEN_IN_REVIEW = "SELECT (SELECT COUNT(*) FROM drafts d WHERE d.id = $1 AND d.state = 'submitted')
        + (SELECT COUNT(*) FROM pictures p JOIN campaigns c ON c.id = p.campaign_id WHERE p.campaign_id = $1 AND p.public = 1 AND p.hash = $2)";
}

#[derive(sqlx::FromRow)]
struct Row {
    hash: Vec<u8>,
    width: i64,
    height: i64,
    alts: String,
}

/// A picture that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    hash: [u8; 32],
    size: (u32, u32),
    alts: Vec<Alt>,
}

impl Shown {
    fn read(row: Row) -> Result<Self> {
        let corrupt = || StoreError::Corrupt("picture");
        let alts: BTreeMap<String, String> = serde_json::from_str(&row.alts).map_err(|_| corrupt())?;
        let alts = alts.into_iter().filter_map(|(code, text)| Some(Alt { lang: Lang::parse(&code)?, text }));
        Ok(Self {
            hash: row.hash.try_into().map_err(|_| corrupt())?,
            size: (u32::try_from(row.width).map_err(|_| corrupt())?, u32::try_from(row.height).map_err(|_| corrupt())?),
            alts: alts.collect(),
        })
    }

    /// As a page shows it that is read in `text_lang`; `path` makes the path of its files from the name of its hash.
    pub(crate) fn picture(&self, text_lang: &str, path: impl FnOnce(&str) -> String) -> Picture {
        let wanted = Lang::parse(text_lang);
        let alt = self.alts.iter().find(|alt| Some(alt.lang) == wanted).or(self.alts.first());
        Picture {
            path: path(&PictureFile::name(&self.hash)),
            widths: widths(self.size.0),
            size: self.size,
            alt: alt.map(|alt| alt.text.clone()).unwrap_or_default(),
            alt_lang: alt.map_or(text_lang, |alt| alt.lang.code()).to_owned(),
        }
    }

    /// The texts in its place.
    pub(super) fn alts(&self) -> &[Alt] {
        &self.alts
    }
}

fn alts_json(alts: &[Alt]) -> Result<String> {
    let alts = alts.iter().map(|alt| (alt.lang.code(), alt.text.as_str())).collect::<BTreeMap<_, _>>();
    serde_json::to_string(&alts).map_err(|_| StoreError::Corrupt("picture"))
}

async fn find(link: &mut Link<'_>, campaign: CampaignId, public: bool) -> Result<Option<Shown>> {
    let row: Option<Row> = each_db!(link, c => sqlx::query_as(OF_CAMPAIGN)
        .bind(campaign.bytes()).bind(i64::from(public)).fetch_optional(&mut **c).await)?;
    row.map(Shown::read).transpose()
}

/// The picture of a draft.
pub(crate) async fn of_draft(link: &mut Link<'_>, id: CampaignId) -> Result<Option<Shown>> {
    find(link, id, false).await
}

/// The picture of a campaign that is public, or was until it was hidden.
pub(crate) async fn of_public(link: &mut Link<'_>, id: CampaignId) -> Result<Option<Shown>> {
    find(link, id, true).await
}

/// The texts in the place of a draft's picture, for commands; nothing where there is none.
pub(crate) async fn texts_of_draft(link: &mut Link<'_>, id: CampaignId) -> Result<Vec<Alt>> {
    Ok(of_draft(link, id).await?.map(|shown| shown.alts).unwrap_or_default())
}

/// How a draft's picture differs from the one of its campaign that is public.
pub(crate) async fn change(link: &mut Link<'_>, id: CampaignId) -> Result<Option<PictureChange>> {
    Ok(match (of_public(link, id).await?, of_draft(link, id).await?) {
        (None, Some(_)) => Some(PictureChange::Added),
        (Some(_), None) => Some(PictureChange::Removed),
        (Some(public), Some(draft)) if public.hash != draft.hash => Some(PictureChange::Replaced),
        (Some(public), Some(draft)) if public != draft => Some(PictureChange::Described),
        (Some(_), Some(_)) | (None, None) => None,
    })
}

/// Whether the draft is being written; as long as the transaction lasts it stays so.
async fn hold(link: &mut Link<'_>, id: CampaignId) -> Result<bool> {
    let held = each_db!(link, c =>
        sqlx::query(HOLD_DRAFT).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(held == 1)
}

async fn run(link: &mut Link<'_>, sql: &'static str, id: CampaignId) -> Result<()> {
    each_db!(link, c => sqlx::query(sql).bind(id.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Puts a picture in the place of the one that a draft has. Whether the draft is being written; nothing is changed otherwise.
pub(super) async fn put(link: &mut Link<'_>, id: CampaignId, drawn: &Drawn, alts: &[Alt]) -> Result<bool> {
    if !hold(link, id).await? {
        return Ok(false);
    }
    let alts = alts_json(alts)?;
    each_db!(&mut *link, c => sqlx::query(PUT)
        .bind(id.bytes())
        .bind(&drawn.hash[..])
        .bind(i64::from(drawn.size.0))
        .bind(i64::from(drawn.size.1))
        .bind(&alts)
        .execute(&mut **c).await.map(drop))?;
    for (width, jpeg) in &drawn.files {
        each_db!(&mut *link, c => sqlx::query(PUT_FILE)
            .bind(id.bytes()).bind(&drawn.hash[..]).bind(i64::from(*width)).bind(jpeg)
            .execute(&mut **c).await.map(drop))?;
    }
    run(link, DROP_UNUSED_FILES, id).await?;
    Ok(true)
}

/// Puts other texts beside the picture of a draft. Whether the draft is being written and has one; nothing is changed otherwise.
pub(super) async fn describe(link: &mut Link<'_>, id: CampaignId, alts: &[Alt]) -> Result<bool> {
    if !hold(link, id).await? {
        return Ok(false);
    }
    let alts = alts_json(alts)?;
    let changed = each_db!(link, c => sqlx::query(DESCRIBE)
        .bind(id.bytes()).bind(&alts).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Deletes the picture of a draft that is being written. Whether it is.
pub(super) async fn remove(link: &mut Link<'_>, id: CampaignId) -> Result<bool> {
    if !hold(link, id).await? {
        return Ok(false);
    }
    drop_draft(link, id).await?;
    Ok(true)
}

/// Deletes the picture of a draft that is no more.
pub(crate) async fn drop_draft(link: &mut Link<'_>, id: CampaignId) -> Result<()> {
    run(link, DROP_DRAFT, id).await?;
    run(link, DROP_UNUSED_FILES, id).await
}

/// Deletes the pictures of all drafts of a team, which go next.
pub(crate) async fn drop_drafts_of_team(link: &mut Link<'_>, team: TeamId) -> Result<()> {
    let ids: Vec<Vec<u8>> =
        each_db!(&mut *link, c => sqlx::query_scalar(DRAFTS_OF_TEAM).bind(team.bytes()).fetch_all(&mut **c).await)?;
    for id in ids {
        drop_draft(link, CampaignId::read(&id)?).await?;
    }
    Ok(())
}

/// Gives a draft of changes the picture that is public.
pub(crate) async fn adopt(link: &mut Link<'_>, id: CampaignId) -> Result<()> {
    run(link, ADOPT, id).await
}

/// Puts a draft's picture, or none, in the place of the public one, which is deleted.
pub(crate) async fn publish(link: &mut Link<'_>, id: CampaignId) -> Result<()> {
    for sql in [DROP_PUBLIC, MAKE_PUBLIC, DROP_UNUSED_FILES] {
        run(link, sql, id).await?;
    }
    Ok(())
}

/// A file of a campaign's pictures, whoever may see it.
pub(super) async fn file(link: &mut Link<'_>, id: CampaignId, file: &PictureFile) -> Result<Option<Vec<u8>>> {
    Ok(each_db!(link, c => sqlx::query_scalar(FILE_OF_CAMPAIGN)
        .bind(id.bytes()).bind(&file.hash[..]).bind(i64::from(file.width)).fetch_optional(&mut **c).await)?)
}

/// A file of a picture that the public may see.
pub(super) async fn public_file(link: &mut Link<'_>, file: &PictureFile) -> Result<Option<Vec<u8>>> {
    Ok(each_db!(link, c => sqlx::query_scalar(PUBLIC_FILE)
        .bind(&file.hash[..]).bind(i64::from(file.width)).fetch_optional(&mut **c).await)?)
}

/// Whether moderators see this picture: that of a draft that waits, or of a campaign that is or was public.
pub(super) async fn is_in_review(link: &mut Link<'_>, id: CampaignId, file: &PictureFile) -> Result<bool> {
    let n: i64 = each_db!(link, c => sqlx::query_scalar(SEEN_IN_REVIEW)
        .bind(id.bytes()).bind(&file.hash[..]).fetch_one(&mut **c).await)?;
    Ok(n > 0)
}
