//! `undersigned export …`.

use super::{CountsArgs, Format, open::read_key, output};
use crate::campaigns::find_id;
use crate::config::Config;
use crate::exports::counts::{By, Count, counts as read_counts};
use crate::exports::signers::{safe, write_opened, write_sealed};
use crate::failure::Failure;
use crate::services;
use crate::store::{CampaignId, Db};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

/// Writes exact counts.
///
/// # Errors
/// One sentence with its remedy.
pub async fn counts(config: Config, args: CountsArgs) -> Result<(), Failure> {
    // Whoever names one twice gets it once.
    let by = args.by.iter().fold(Vec::new(), |mut seen, by| {
        if !seen.contains(by) {
            seen.push(*by);
        }
        seen
    });
    let db = services::open_db(&config).await?;
    let rows = read_counts(&db, &by, args.campaign.as_deref()).await;
    db.close().await;
    let rows = rows?;
    output::whole(args.out.as_deref(), async |file| {
        let written = match args.format {
            Format::Csv => csv(&by, rows, file),
            Format::Json => json(&by, rows, file),
        };
        written.map_err(|error| Failure::new(format!("The counts cannot be written: {error}. Free some space.")))
    })
    .await
}

fn csv(by: &[By], rows: Vec<Count>, file: &mut impl Write) -> std::io::Result<()> {
    let mut csv = csv::Writer::from_writer(file);
    csv.write_record(["campaign"].into_iter().chain(by.iter().map(|by| by.name())).chain(["confirmed"]))?;
    for row in rows {
        let cells = [row.campaign].into_iter().chain(row.group).map(safe).chain([row.confirmed.to_string()]);
        csv.write_record(cells)?;
    }
    csv.flush()
}

fn json(by: &[By], rows: Vec<Count>, file: &mut impl Write) -> std::io::Result<()> {
    let rows = rows.into_iter().map(|row| {
        let mut object = serde_json::Map::new();
        object.insert("campaign".to_owned(), row.campaign.into());
        object.extend(by.iter().zip(row.group).map(|(by, value)| (by.name().to_owned(), value.into())));
        object.insert("confirmed".to_owned(), row.confirmed.into());
        serde_json::Value::Object(object)
    });
    serde_json::to_writer_pretty(&mut *file, &rows.collect::<Vec<_>>())?;
    writeln!(file)
}

/// Writes a campaign's signers as they are stored.
///
/// # Errors
/// One sentence with its remedy.
pub async fn sealed(config: Config, campaign: &str, out: Option<PathBuf>) -> Result<(), Failure> {
    let db = services::open_db(&config).await?;
    let id = find(&db, campaign).await?;
    output::whole(out.as_deref(), async |file| write_sealed(&db, id, campaign, file).await).await
}

/// Writes a campaign's signers as CSV.
///
/// # Errors
/// One sentence with its remedy; a key that does not fit leaves no file.
pub async fn signers(config: Config, campaign: &str, key: &Path, out: Option<PathBuf>) -> Result<(), Failure> {
    let key = read_key(key)?;
    let db = services::open_db(&config).await?;
    let id = find(&db, campaign).await?;
    let mut file = output::scratch()?;
    let written = write_sealed(&db, id, campaign, &mut file).await;
    let opened = match written.and_then(|()| file.rewind().map_err(|error| Failure::new(error.to_string()))) {
        Ok(()) => {
            let opened =
                output::whole(out.as_deref(), async |csv| write_opened(std::io::BufReader::new(&file), key, csv));
            opened.await
        }
        Err(failure) => Err(failure),
    };
    db.close().await;
    opened
}

async fn find(db: &Db, slug: &str) -> Result<CampaignId, Failure> {
    find_id(db, slug)
        .await?
        .ok_or_else(|| Failure::new(format!("There is no campaign {slug}. `undersigned campaign list` names them.")))
}
