//! `undersigned review …`: what campaigners have submitted, and what becomes of it.

use super::{ReviewCommand, config::write};
use crate::clock::{SystemClock, SystemEntropy};
use crate::config::Config;
use crate::drafts::{Decision, Review, Reviewed, Submitted, read_submitted, submitted};
use crate::failure::Failure;
use crate::mail::one_line;
use crate::services::{self, Foundation};
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
            let draft = read_submitted(&db, &id).await;
            db.close().await;
            let draft = draft?;
            write(|out| out.write_all(whole(&draft).as_bytes()))
        }
        ReviewCommand::Publish { id } => decide(&config, &id, None, "").await,
        ReviewCommand::SendBack { id, remark } => decide(&config, &id, Some(Decision::SendBack), &remark).await,
        ReviewCommand::Reject { id, remark } => decide(&config, &id, Some(Decision::Reject), &remark).await,
    }
}

fn line(draft: &Submitted) -> String {
    let title = one_line(&draft.form.title);
    format!("{}\t{}\t{}\t{title}\n", draft.name(), draft.since.strftime("%Y-%m-%d %H:%M"), one_line(&draft.form.slug))
}

fn whole(draft: &Submitted) -> String {
    let form = &draft.form;
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
    ];
    let plain = |text: &str| text.replace("\r\n", "\n").replace(|c: char| c.is_control() && c != '\n', " ");
    fields.iter().map(|(name, text)| format!("{name}:\n{}\n\n", plain(text))).collect()
}

async fn decide(config: &Config, id: &str, decision: Option<Decision>, remark: &str) -> Result<(), Failure> {
    let remark = remark.trim();
    if decision.is_some() && !(1..=2_000).contains(&remark.chars().count()) {
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
    };
    let done = async {
        let draft = read_submitted(&base.db, id).await?;
        match decision {
            None => review.publish(&draft).await,
            Some(decision) => review.decide(&draft, decision, remark).await.map(|()| Reviewed::Done),
        }
    };
    let done = done.await;
    base.close().await;
    match (done?, decision) {
        (Reviewed::Unfit(problems), _) => {
            Err(Failure::new(format!("It cannot be published as it is; send it back. {}", problems.join(" "))))
        }
        (Reviewed::Done, None) => write(|out| writeln!(out, "It is public, and its team is written to.")),
        (Reviewed::Done, Some(Decision::SendBack)) => {
            write(|out| writeln!(out, "It is back with its team, who are written to."))
        }
        (Reviewed::Done, Some(Decision::Reject)) => {
            write(|out| writeln!(out, "It is refused, and its team is written to."))
        }
    }
}
