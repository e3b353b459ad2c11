//! `undersigned review …`: what campaigners have submitted, and what becomes of it.

use super::{ReviewCommand, config::write};
use crate::clock::{SystemClock, SystemEntropy};
use crate::config::Config;
use crate::drafts::{Decision, Review, Reviewed, Submitted, find_submitted, submitted};
use crate::failure::Failure;
use crate::mail::one_line;
use crate::pictures;
use crate::services::{self, Foundation};
use crate::store::{Db, StoreError};
use app::i18n::{DraftMsg, Lang, tr};
use app::paths;
use app::pictures::Alt;
use app::typed::is_remark;
use std::io::Write;
use std::sync::Arc;

/// Lists, shows or decides.
///
/// # Errors
/// One sentence with its remedy.
pub(super) async fn run(config: Config, command: ReviewCommand) -> Result<(), Failure> {
    match command {
        ReviewCommand::List => {
            let db = services::open_db(&config).await?;
            let waiting = submitted(&db).await;
            db.close().await;
            let waiting = waiting?;
            write(|out| waiting.iter().try_for_each(|draft| out.write_all(line(draft).as_bytes())))
        }
        ReviewCommand::Show { id } => {
            let db = services::open_db(&config).await?;
            let found = with_picture(&db, &id).await;
            db.close().await;
            let (draft, alts) = found?.ok_or_else(|| unknown(&id))?;
            let link = config.public_url.join(&paths::review_case(Lang::En, &draft.name()));
            write(|out| out.write_all(whole(&draft, &alts, &link).as_bytes()))
        }
        ReviewCommand::Publish { id } => decide(&config, &id, None, "").await,
        ReviewCommand::SendBack { id, remark } => decide(&config, &id, Some(Decision::SendBack), &remark).await,
        ReviewCommand::Reject { id, remark } => decide(&config, &id, Some(Decision::Reject), &remark).await,
    }
}

fn unknown(id: &str) -> Failure {
    Failure::new(format!("No campaign {id} waits for review. `undersigned review list` names them."))
}

fn line(draft: &Submitted) -> String {
    let title = one_line(&draft.form.title);
    format!("{}\t{}\t{}\t{title}\n", draft.name(), draft.since.strftime("%Y-%m-%d %H:%M"), one_line(&draft.form.slug))
}

/// A draft that waits, with the texts in the place of its picture.
async fn with_picture(db: &Db, id: &str) -> Result<Option<(Submitted, Vec<Alt>)>, StoreError> {
    let Some(draft) = find_submitted(db, id).await? else { return Ok(None) };
    let mut conn = db.read().await?;
    let alts = pictures::texts_of_draft(&mut conn.link(), draft.id()).await?;
    Ok(Some((draft, alts)))
}

fn whole(draft: &Submitted, alts: &[Alt], link: &str) -> String {
    let form = &draft.form;
    let figures = form.facts.to_text();
    let picture = alts.iter().map(|alt| alt.text.as_str()).collect::<Vec<_>>().join("\n");
    let picture = if picture.is_empty() {
        picture
    } else {
        format!("{picture}\nIt can only be looked at in the browser: {link}")
    };
    let fields = [
        ("Title", &form.title),
        ("Address", &form.slug),
        ("Started by", &form.started_by),
        ("Language", &form.locale),
        ("Goal", &form.goal),
        ("Last day", &form.closes_on),
        ("Time zone", &form.time_zone),
        ("Who is asked", &form.targets),
        ("Demands", &form.demands),
        ("Summary", &form.summary),
        ("Story", &form.story),
        ("Figures", &figures),
        ("Picture", &picture),
        ("Sources", &form.sources),
    ];
    let plain = |text: &str| text.replace("\r\n", "\n").replace(|c: char| c.is_control() && c != '\n', " ");
    fields.iter().map(|(name, text)| format!("{name}:\n{}\n\n", plain(text))).collect()
}

async fn decide(config: &Config, id: &str, decision: Option<Decision>, remark: &str) -> Result<(), Failure> {
    let remark = remark.trim();
    if decision.is_some() && !is_remark(remark) {
        return Err(Failure::new("A remark takes 1 to 2,000 characters: say what its team should know."));
    }
    let base = Foundation::for_command(config).await?;
    let day_keys = base.day_keys(Arc::new(SystemEntropy));
    let contact = base.contact();
    let review = Review {
        db: &base.db,
        writer: &base.writer,
        contact: &contact,
        day_keys: &day_keys,
        wrapping: &base.wrapping,
        clock: &SystemClock,
        entropy: &SystemEntropy,
        by: None,
    };
    let done = async {
        let Some(draft) = find_submitted(&base.db, id).await? else { return Ok(None) };
        let done = match decision {
            None => review.publish(&draft).await,
            Some(decision) => review.decide(&draft, decision, Some(remark.to_owned()), Vec::new()).await,
        };
        done.map(Some)
    };
    let done: Result<Option<Reviewed>, StoreError> = done.await;
    base.close().await;
    match (done?.ok_or_else(|| unknown(id))?, decision) {
        (Reviewed::Unfit(errors), _) => {
            let told = errors.iter().map(|error| {
                format!("{}: {}", error.field.name(), tr(Lang::En, DraftMsg::Problem(error.field, error.problem)))
            });
            let told = told.collect::<Vec<_>>().join(" ");
            Err(Failure::new(format!("It cannot be published as it is; send it back. {told}")))
        }
        (Reviewed::Over | Reviewed::Stopped(_), _) => Err(Failure::new(
            "It no longer waits for review as it was: its team took it back or changed it, or somebody else has decided.",
        )),
        (Reviewed::Done, None) => write(|out| writeln!(out, "It is public, and its team is written to.")),
        (Reviewed::Done, Some(Decision::SendBack)) => {
            write(|out| writeln!(out, "It is back with its team, who are written to."))
        }
        (Reviewed::Done, Some(Decision::Reject)) => {
            write(|out| writeln!(out, "It is refused, and its team is written to."))
        }
    }
}
