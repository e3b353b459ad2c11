//! `undersigned export …`.

use super::open::{read_key, tell};
use super::{CountsArgs, Format, output};
use crate::campaigns::named;
use crate::clock::{Clock, SystemClock};
use crate::config::Config;
use crate::exports::signers::{has_key, write_opened, write_sealed};
use crate::exports::{Counts, Encoder, Wanted, notes};
use crate::failure::Failure;
use crate::services;
use app::campaigns::Slug;
use app::exports::{self, Column, CountsProblem, CountsQuery, Dimension};
use std::io::{BufReader, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

/// Writes exact counts.
///
/// # Errors
/// One sentence with its remedy.
pub async fn counts(config: Config, args: CountsArgs) -> Result<(), Failure> {
    let wanted = wanted(&args)?;
    let format = match args.format {
        Format::Csv => exports::Format::Csv,
        Format::Json => exports::Format::Json,
        Format::Xlsx => exports::Format::Xlsx,
    };
    let db = services::open_db(&config).await?;
    let written = output::whole(args.out.as_deref(), async |file| {
        let (counts, now) = (Counts::of(db.clone()), SystemClock.now());
        let mut file = BufWriter::new(file);
        let mut encoder = Encoder::new(format, &wanted, &notes(&wanted, now)).map_err(unwritten)?;
        let mut rows = 0_usize;
        let told = counts.rows(&wanted, now, true, |row| {
            encoder.row(row).map_err(unwritten)?;
            rows += 1;
            if rows.is_multiple_of(1_000) {
                encoder.take().and_then(|bytes| file.write_all(&bytes)).map_err(unwritten)?;
            }
            Ok::<_, Failure>(())
        });
        told.await?;
        encoder.write_end(&mut file).map_err(unwritten)
    });
    let written = written.await;
    db.close().await;
    written
}

/// What is asked for; whoever names a dimension or an event twice gets it once.
fn wanted(args: &CountsArgs) -> Result<Wanted, Failure> {
    let slug = args.campaign.as_deref().map(|slug| {
        Slug::parse(slug).ok_or_else(|| {
            Failure::new(format!("There is no campaign {slug}. `undersigned campaign list` names them."))
        })
    });
    let query = CountsQuery {
        campaigns: slug.transpose()?.into_iter().collect(),
        from: args.from.clone().unwrap_or_default(),
        to: args.to.clone().unwrap_or_default(),
        by: Dimension::ALL.into_iter().filter(|by| args.by.contains(by)).collect(),
        columns: Column::ALL.into_iter().filter(|column| args.events.contains(column)).collect(),
        exact: true,
    };
    Wanted::new(query).map_err(|errors| {
        let day_and_hour = errors.iter().any(|(_, problem)| *problem == CountsProblem::DayAndHour);
        Failure::new(if day_and_hour {
            "Days and hours cannot be told at once: an hour names its day. Leave one of them out of --by."
        } else {
            "--from and --to are days such as 2026-03-01, the first not after the last."
        })
    })
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
