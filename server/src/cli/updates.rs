//! `undersigned updates …`: what teams have submitted to be told to signers, and what becomes of it.

use super::{UpdatesCommand, config::write};
use crate::clock::{SystemClock, SystemEntropy};
use crate::config::Config;
use crate::failure::Failure;
use crate::mail::one_line;
use crate::services::{self, Foundation};
use crate::updates::{Review, Waiting, waiting, waiting_one};
use app::typed::is_remark;
use app::updates::UpdateDecision;
use std::io::Write;
use std::sync::Arc;

/// Lists, shows or decides.
///
/// # Errors
/// One sentence with its remedy.
pub(super) async fn run(config: Config, command: UpdatesCommand) -> Result<(), Failure> {
    match command {
        UpdatesCommand::List => {
            let db = services::open_db(&config).await?;
            let found = waiting(&db).await;
            db.close().await;
            let found = found?;
            write(|out| found.iter().try_for_each(|update| out.write_all(line(update).as_bytes())))
        }
        UpdatesCommand::Show { id } => {
            let db = services::open_db(&config).await?;
            let found = waiting_one(&db, &id).await;
            db.close().await;
            let found = found?.ok_or_else(|| unknown(&id))?;
            write(|out| out.write_all(whole(&found).as_bytes()))
        }
        UpdatesCommand::Approve { id } => decide(&config, &id, UpdateDecision::Approve, "").await,
        UpdatesCommand::SendBack { id, remark } => {
            let remark = remark.trim();
            if !is_remark(remark) {
                return Err(Failure::new("A remark takes 1 to 2,000 characters: say what its team should know."));
            }
            decide(&config, &id, UpdateDecision::SendBack, remark).await
        }
    }
}

fn unknown(id: &str) -> Failure {
    Failure::new(format!("No update {} waits for review. `undersigned updates list` names them.", one_line(id)))
}

fn line(update: &Waiting) -> String {
    let since = update.since.strftime("%Y-%m-%d %H:%M");
    format!("{}\t{since}\t{}\t{}\n", update.name(), update.slug, one_line(&update.form.title))
}

fn whole(update: &Waiting) -> String {
    let plain = |text: &str| text.replace("\r\n", "\n").replace(|c: char| c.is_control() && c != '\n', " ");
    let form = &update.form;
    [("Campaign", &update.slug), ("Title", &form.title), ("Language", &form.locale), ("Text", &form.text)]
        .iter()
        .map(|(name, text)| format!("{name}:\n{}\n\n", plain(text)))
        .collect()
}

async fn decide(config: &Config, id: &str, decision: UpdateDecision, remark: &str) -> Result<(), Failure> {
    let base = Foundation::for_command(config).await?;
    let day_keys = base.day_keys(Arc::new(SystemEntropy));
    let contact = base.contact();
    let review = Review {
        db: &base.db,
        writer: &base.writer,
        contact: &contact,
        day_keys: &day_keys,
        clock: &SystemClock,
        entropy: &SystemEntropy,
        actor: None,
    };
    let decided = async {
        match waiting_one(&base.db, id).await? {
            Some(update) => Ok::<_, Failure>(review.decide(&update, decision, remark).await?),
            None => Ok(false),
        }
    };
    let decided = decided.await;
    base.close().await;
    if !decided? {
        return Err(unknown(id));
    }
    match decision {
        UpdateDecision::Approve => write(|out| writeln!(out, "It is public, and its team is written to.")),
        UpdateDecision::SendBack => write(|out| writeln!(out, "It is back with its team, who are written to.")),
    }
}
