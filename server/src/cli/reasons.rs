//! `undersigned reasons …`.

use super::{ReasonsCommand, config::write};
use crate::campaigns::{all_ids, find_id};
use crate::config::Config;
use crate::failure::Failure;
use crate::services::{self, Foundation};
use crate::signatures::{decide_reason, list_reasons};
use crate::store::{Db, SignatureId};
use std::io::Write;

/// Lists, shows or removes reasons.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(config: Config, command: ReasonsCommand) -> Result<(), Failure> {
    match command {
        ReasonsCommand::List { campaign } => {
            let db = services::open_db(&config).await?;
            let listed = list(&db, campaign.as_deref()).await;
            db.close().await;
            let text = listed?;
            write(|out| out.write_all(text.as_bytes()))
        }
        ReasonsCommand::Show { id } => decide(&config, &id, true).await,
        ReasonsCommand::Remove { id } => decide(&config, &id, false).await,
    }
}

async fn list(db: &Db, only: Option<&str>) -> Result<String, Failure> {
    let mut text = String::new();
    let campaigns = match only {
        Some(slug) => match find_id(db, slug).await? {
            Some(id) => vec![id],
            None => {
                return Err(Failure::new(format!(
                    "There is no campaign {slug}. `undersigned campaign list` names them."
                )));
            }
        },
        None => all_ids(db).await?,
    };
    for campaign in campaigns {
        let mut after = None;
        loop {
            let page = list_reasons(db, campaign, after).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.id()?);
            for row in page.iter().filter(|row| row.reason_state == "waiting") {
                let id = u128::from_be_bytes(row.id()?.0);
                let name = row.public_name.as_deref().unwrap_or("(no name)");
                let reason = row.reason.as_deref().unwrap_or_default().replace('\n', " ");
                text.push_str(&format!("{id:032x}\t{name}\t{reason}\n"));
            }
        }
    }
    Ok(text)
}

async fn decide(config: &Config, id: &str, show: bool) -> Result<(), Failure> {
    let unknown = || Failure::new("There is no such reason. `undersigned reasons list` gives the numbers.");
    let number = u128::from_str_radix(id, 16).map_err(|_| unknown())?;
    let base = Foundation::for_command(config).await?;
    let decided = decide_reason(&base.writer, SignatureId(number.to_be_bytes()), show).await;
    base.close().await;
    if decided? { Ok(()) } else { Err(unknown()) }
}
