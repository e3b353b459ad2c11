//! The signers of a campaign: sealed as they are stored, and opened with a key holder's private key.

use super::opened::Opened;
use crate::failure::Failure;
use crate::store::{CampaignId, Db, Link, Result, StoreError, each_db};
use std::collections::HashSet;
use std::io::{Read, Write};
use vault::export::{Decoder, Encoder, EpochRecord, Facts, Header, Opener, RowRecord};
use vault::{Id, KeyId, PrivateKey, SealedEpoch};

/// Rows that are read at once.
const PAGE: i64 = 1_000;

crate::store::statements! {
    ROWS = "SELECT id, epoch, sealed, country, region, source, locale FROM signatures
        WHERE campaign_id = $1 AND state = 'confirmed' AND sealed IS NOT NULL AND id > $2 ORDER BY id LIMIT $3";
    COUNT_KEYS = "SELECT count(*) FROM campaign_keys WHERE campaign_id = $1 AND key_id = $2";
    EPOCH_KEYS = "SELECT key_id, enc, wrapped FROM epoch_keys WHERE epoch = $1 AND campaign_id = $2 ORDER BY key_id";
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Vec<u8>,
    epoch: Vec<u8>,
    sealed: Vec<u8>,
    country: String,
    region: String,
    source: String,
    locale: String,
}

impl Row {
    /// As an export holds it.
    pub(crate) fn record(self) -> Result<RowRecord> {
        let facts = Facts { country: self.country, region: self.region, source: self.source, locale: self.locale };
        Ok(RowRecord { epoch: id(&self.epoch)?, row: id(&self.id)?, sealed: self.sealed, facts })
    }
}

/// Confirmed signers who were told that they may be read, after the one of this id.
pub(crate) async fn page(link: &mut Link<'_>, campaign: CampaignId, after: &[u8]) -> Result<Vec<Row>> {
    Ok(each_db!(link, c =>
        sqlx::query_as(ROWS).bind(campaign.bytes()).bind(after).bind(PAGE).fetch_all(&mut **c).await)?)
}

/// Whether a key is one of the campaign's.
///
/// # Errors
/// When the database fails.
pub async fn has_key(db: &Db, campaign: CampaignId, key: KeyId) -> Result<bool> {
    let mut conn = db.read().await?;
    let keys: i64 = each_db!(conn.link(), c =>
        sqlx::query_scalar(COUNT_KEYS).bind(campaign.bytes()).bind(&key.as_bytes()[..]).fetch_one(c).await)?;
    Ok(keys > 0)
}

/// Writes a campaign's confirmed signers, sealed, page by page.
///
/// # Errors
/// One sentence with its remedy.
pub async fn write_sealed(db: &Db, campaign: CampaignId, slug: &str, out: &mut impl Write) -> Result<(), Failure> {
    let corrupt = |_| Failure::new("A sealed row is damaged in the database. Restore it from a backup.");
    let mut buffer = Vec::new();
    let header = Header { campaign: campaign.0, slug: slug.to_owned() };
    let mut encoder = Encoder::start(&header, &mut buffer).map_err(corrupt)?;
    let (mut after, mut written) = (Vec::new(), HashSet::<Id>::new());
    loop {
        let mut conn = db.read().await?;
        let rows = page(&mut conn.link(), campaign, &after).await?;
        let Some(last) = rows.last() else { break };
        after.clone_from(&last.id);
        for row in rows {
            let epoch = id(&row.epoch)?;
            if written.insert(epoch) {
                let keys = epoch_keys(&mut conn.link(), campaign, &epoch).await?;
                encoder.epoch(&EpochRecord { epoch, keys }, &mut buffer).map_err(corrupt)?;
            }
            encoder.row(&row.record()?, &mut buffer).map_err(corrupt)?;
        }
        flush(&mut buffer, out)?;
    }
    encoder.end(&mut buffer);
    flush(&mut buffer, out)
}

pub(crate) fn id(bytes: &[u8]) -> Result<Id> {
    bytes.try_into().map_err(|_| StoreError::Corrupt("id"))
}

fn flush(buffer: &mut Vec<u8>, out: &mut impl Write) -> Result<(), Failure> {
    out.write_all(buffer).map_err(unwritten)?;
    buffer.clear();
    Ok(())
}

fn unwritten(error: impl std::fmt::Display) -> Failure {
    let temporary = std::env::temp_dir();
    Failure::new(format!(
        "The export cannot be written: {error}. Free some space, there and in {}, or name another place by --out.",
        temporary.display()
    ))
}

#[derive(sqlx::FromRow)]
pub(crate) struct KeyRow {
    key_id: Vec<u8>,
    enc: Vec<u8>,
    wrapped: Vec<u8>,
}

impl KeyRow {
    /// An hour's secret as it is sealed for this key.
    pub(crate) fn read(&self) -> Result<SealedEpoch> {
        let key = <[u8; 8]>::try_from(self.key_id.as_slice()).map_err(|_| StoreError::Corrupt("key id"))?;
        SealedEpoch::from_parts(KeyId::from_bytes(key), &self.enc, &self.wrapped)
            .map_err(|_| StoreError::Corrupt("epoch key"))
    }
}

async fn epoch_keys(link: &mut Link<'_>, campaign: CampaignId, epoch: &Id) -> Result<Vec<SealedEpoch>> {
    let rows: Vec<KeyRow> = each_db!(link, c =>
        sqlx::query_as(EPOCH_KEYS).bind(&epoch[..]).bind(campaign.bytes()).fetch_all(&mut **c).await)?;
    rows.iter().map(KeyRow::read).collect()
}

/// Opens a sealed export and writes its signers as CSV. Rows that do not open are left out and counted: those of hours before a key
/// holder was added, and damaged ones.
///
/// # Errors
/// One sentence with its remedy: when the file is not whole, and when there are rows and none opens.
pub fn write_opened(sealed: impl Read, key: PrivateKey, out: impl Write) -> Result<Opened, Failure> {
    let mut opener = Opener::new(key);
    let mut opened = Opened::default();
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["name", "email", "country", "postcode", "region", "source", "locale"]).map_err(unwritten)?;
    for record in Decoder::new(sealed) {
        let record = record.map_err(|error| Failure::new(format!("The sealed export cannot be read: {error}.")))?;
        let row = match opener.open(record) {
            Ok(Some(row)) => row,
            Ok(None) => continue,
            Err(error) => {
                opened.leave_out(error)?;
                continue;
            }
        };
        opened.rows += 1;
        let cell = |text: Option<String>| safe(text.unwrap_or_default());
        let data = row.data;
        let cells = [
            cell(data.name),
            cell(data.email),
            cell(data.country.or(Some(row.facts.country))),
            cell(data.postcode),
            safe(row.facts.region),
            safe(row.facts.source),
            safe(row.facts.locale),
        ];
        csv.write_record(cells).map_err(unwritten)?;
    }
    csv.flush().map_err(unwritten)?;
    opened.check()
}

/// A cell that no spreadsheet takes for a formula.
pub fn safe(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn formulas_are_made_text() {
        assert_eq!(safe("=1+1".to_owned()), "'=1+1");
        assert_eq!(safe("@x".to_owned()), "'@x");
        assert_eq!(safe("Ana".to_owned()), "Ana");
    }
}
