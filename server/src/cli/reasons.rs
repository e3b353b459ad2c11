//! `undersigned reasons …`.

use super::{ReasonsCommand, config::write};
use crate::campaigns::{self, Listed};
use crate::config::Config;
use crate::failure::Failure;
use crate::services::{self, Foundation};
use crate::signatures::{Reason, ReasonState, decide_reason, list_reasons};
use crate::store::{Db, SignatureId};
use std::io::Write;

/// Lists, shows or removes reasons.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(config: Config, command: ReasonsCommand) -> Result<(), Failure> {
    match command {
        ReasonsCommand::List { campaign, state } => {
            let db = services::open_db(&config).await?;
            let states = state.map_or(ReasonState::ALL.to_vec(), |state| vec![state]);
            let listed =
                campaigns::each(&db, campaign.as_deref(), async |campaign| list(&db, &campaign, &states).await);
            let listed = listed.await;
            db.close().await;
            listed
        }
        ReasonsCommand::Show { id } => decide(&config, &id, true).await,
        ReasonsCommand::Remove { id } => decide(&config, &id, false).await,
    }
}

async fn list(db: &Db, campaign: &Listed, states: &[ReasonState]) -> Result<(), Failure> {
    let id = campaign.id()?;
    for state in states {
        let mut after = None;
        loop {
            let page = list_reasons(db, id, *state, after).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.id()?);
            let lines =
                page.iter().map(|row| line(row, &campaign.slug, *state)).collect::<Result<String, Failure>>()?;
            write(|out| out.write_all(lines.as_bytes()))?;
        }
    }
    Ok(())
}

fn line(row: &Reason, slug: &str, state: ReasonState) -> Result<String, Failure> {
    let name = row.public_name.as_deref().unwrap_or("(no name)");
    let reason = row.reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(format!("{}\t{slug}\t{}\t{name}\t{reason}\n", row.id()?.hex(), state.code()))
}

async fn decide(config: &Config, id: &str, show: bool) -> Result<(), Failure> {
    let unknown = || Failure::new("There is no such reason. `undersigned reasons list` gives the numbers.");
    let id = SignatureId::parse(id).ok_or_else(unknown)?;
    let base = Foundation::for_command(config).await?;
    let decided = decide_reason(&base.writer, id, show).await;
    base.close().await;
    if decided? { Ok(()) } else { Err(unknown()) }
}
