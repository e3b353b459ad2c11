//! `undersigned export …`.

use super::open::{read_key, tell};
use super::{CountsArgs, Format, output};
use crate::campaigns::named;
use crate::config::Config;
use crate::exports::counts::{By, counts as read_counts};
use crate::exports::signers::{has_key, safe, write_opened, write_sealed};
use crate::failure::Failure;
use crate::services;
use crate::store::Db;
use serde::ser::{SerializeSeq, Serializer};
use std::io::{BufReader, BufWriter, Seek, Write};
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
    let written = output::whole(args.out.as_deref(), async |file| {
        let file = BufWriter::new(file);
        match args.format {
            Format::Csv => csv(&db, &by, args.campaign.as_deref(), file).await,
            Format::Json => json(&db, &by, args.campaign.as_deref(), file).await,
        }
    });
    let written = written.await;
    db.close().await;
    written
}

async fn csv(db: &Db, by: &[By], only: Option<&str>, file: impl Write) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(file);
    csv.write_record(["campaign"].into_iter().chain(by.iter().map(|by| by.name())).chain(["confirmed"]))
        .map_err(unwritten)?;
    read_counts(db, by, only, |row| {
        let cells = [row.campaign].into_iter().chain(row.group).map(safe).chain([row.confirmed.to_string()]);
        csv.write_record(cells).map_err(unwritten)
    })
    .await?;
    csv.flush().map_err(unwritten)
}

async fn json(db: &Db, by: &[By], only: Option<&str>, mut file: impl Write) -> Result<(), Failure> {
    let mut json = serde_json::Serializer::pretty(&mut file);
    let mut rows = json.serialize_seq(None).map_err(unwritten)?;
    read_counts(db, by, only, |row| {
        let mut object = serde_json::Map::new();
        object.insert("campaign".to_owned(), row.campaign.into());
        object.extend(by.iter().zip(row.group).map(|(by, value)| (by.name().to_owned(), value.into())));
        object.insert("confirmed".to_owned(), row.confirmed.into());
        rows.serialize_element(&object).map_err(unwritten)
    })
    .await?;
    rows.end().map_err(unwritten)?;
    writeln!(file).and_then(|()| file.flush()).map_err(unwritten)
}

fn unwritten(error: impl std::fmt::Display) -> Failure {
    Failure::new(format!("The counts cannot be written: {error}. Free some space."))
}

/// Writes a campaign's signers as they are stored.
///
/// # Errors
/// One sentence with its remedy.
pub async fn sealed(config: Config, campaign: &str, out: Option<PathBuf>) -> Result<(), Failure> {
    let db = services::open_db(&config).await?;
    let id = named(&db, campaign).await?.id()?;
    output::whole(out.as_deref(), async |file| write_sealed(&db, id, campaign, file).await).await
}

/// Writes a campaign's signers as CSV.
///
/// # Errors
/// One sentence with its remedy; a key that opens nothing leaves no file.
pub async fn signers(config: Config, campaign: &str, key: &Path, out: Option<PathBuf>) -> Result<(), Failure> {
    let key = read_key(key)?;
    let db = services::open_db(&config).await?;
    let id = named(&db, campaign).await?.id()?;
    let fits = has_key(&db, id, key.key_id()).await?;
    let mut file = output::scratch()?;
    let written = write_sealed(&db, id, campaign, &mut file).await;
    let opened = match written.and_then(|()| file.rewind().map_err(|error| Failure::new(error.to_string()))) {
        Ok(()) => {
            let csv = output::whole(out.as_deref(), async |csv| {
                let opened = write_opened(BufReader::new(&file), key, csv)?;
                // Where nobody has signed, no row can tell.
                if opened.rows == 0 && !fits {
                    Err(Failure::new(format!(
                        "This is the wrong key: it is none of {campaign}'s. Nothing was written."
                    )))
                } else {
                    Ok(opened)
                }
            });
            csv.await
        }
        Err(failure) => Err(failure),
    };
    db.close().await;
    tell(&opened?);
    Ok(())
}
