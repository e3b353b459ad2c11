//! A campaign's sealed data in pages, for key holders' browsers. Each page is an export of its own.

use crate::audit::{self, Action, Entry};
use crate::clock::ago;
use crate::exports::signers;
use crate::services::Common;
use crate::store::{AccountId, CampaignId, Db, Link, Result, StoreError, each_db};
use app::keys::SealedPart;
use vault::Id;
use vault::export::{EncodeError, Encoder, EpochRecord, Facts, Header, RowRecord};

/// Minutes within which further pages belong to one opening of the list.
const OPENING_MINUTES: i64 = 60;
/// Secrets of hours that are read at once, each counted once for every key.
const PAGE: i64 = 1_000;

crate::store::statements! {
    EPOCHS = "SELECT epoch, key_id, enc, wrapped FROM epoch_keys WHERE campaign_id = $1 AND epoch > $2
        ORDER BY epoch, key_id LIMIT $3";
    COUNT_OPENINGS = "SELECT COUNT(*) FROM audit_log WHERE at > $1 AND actor = $2 AND action = $3 AND object = $4";
}

#[derive(sqlx::FromRow)]
struct Row {
    epoch: Vec<u8>,
    #[sqlx(flatten)]
    key: signers::KeyRow,
}

/// Tells the log that an account opens a list: with its first page, and with any other that none came before within the hour.
pub(super) async fn note(common: &Common, account: AccountId, slug: &str, first: bool) -> Result<()> {
    let now = common.clock.now();
    let known = !first && openings(&common.db, ago(now, OPENING_MINUTES), account, slug).await? > 0;
    if known {
        return Ok(());
    }
    let entry = Entry::new(&*common.entropy, now, Some(account), Action::SignersOpened, slug, String::new());
    common.writer.job(move |tx| Box::pin(async move { audit::add(&mut tx.link(), &entry).await })).await
}

async fn openings(db: &Db, since: i64, account: AccountId, slug: &str) -> Result<i64> {
    let mut conn = db.read().await?;
    Ok(each_db!(conn.link(), c => sqlx::query_scalar(COUNT_OPENINGS)
        .bind(since)
        .bind(account.bytes())
        .bind(Action::SignersOpened.code())
        .bind(slug)
        .fetch_one(c).await)?)
}

/// The epochs or rows that follow the one of this id.
pub(super) async fn page(
    db: &Db,
    campaign: CampaignId,
    slug: &str,
    part: SealedPart,
    after: Option<Id>,
) -> Result<Vec<u8>> {
    let corrupt = |_: EncodeError| StoreError::Corrupt("sealed row");
    let mut out = Vec::new();
    let header = Header { campaign: campaign.0, slug: slug.to_owned() };
    let mut encoder = Encoder::start(&header, &mut out).map_err(corrupt)?;
    let after = after.map(Vec::from).unwrap_or_default();
    let mut conn = db.read().await?;
    let mut link = conn.link();
    match part {
        SealedPart::Epochs => {
            for epoch in epochs(&mut link, campaign, &after).await? {
                encoder.epoch(&epoch, &mut out).map_err(corrupt)?;
            }
        }
        SealedPart::Rows => {
            for row in signers::page(&mut link, campaign, &after).await? {
                // How somebody came to sign, and in which language, is for counts: no name stands beside it.
                let row = RowRecord { facts: Facts::default(), ..row.record()? };
                encoder.row(&row, &mut out).map_err(corrupt)?;
            }
        }
    }
    encoder.end(&mut out);
    Ok(out)
}

/// Epochs with all their keys.
async fn epochs(link: &mut Link<'_>, campaign: CampaignId, after: &[u8]) -> Result<Vec<EpochRecord>> {
    let rows: Vec<Row> = each_db!(link, c => sqlx::query_as(EPOCHS)
        .bind(campaign.bytes())
        .bind(after)
        .bind(PAGE)
        .fetch_all(&mut **c).await)?;
    let full = i64::try_from(rows.len()) == Ok(PAGE);
    let mut epochs = Vec::<EpochRecord>::new();
    for row in rows {
        let (epoch, key) = (signers::id(&row.epoch)?, row.key.read()?);
        match epochs.last_mut().filter(|last| last.epoch == epoch) {
            Some(last) => last.keys.push(key),
            None => epochs.push(EpochRecord { epoch, keys: vec![key] }),
        }
    }
    // The last one may go on beyond the page.
    if full && epochs.len() > 1 {
        epochs.pop();
    }
    Ok(epochs)
}
