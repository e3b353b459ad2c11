//! `undersigned mail …`.

use super::{MailCommand, config::write};
use crate::{
    clock::{Clock, SystemClock, SystemEntropy, random},
    config::Config,
    failure::Failure,
    mail::{Composer, House, Leased, Letter, SendError, SmtpTransport, Transport},
    privacy::{Concern, ServerKeys},
    services::{self, Foundation},
    signatures::{Retried, mail_status, pause_mail, resume_mail, retry_dead_letters},
};
use app::{i18n::Lang, signatures::EmailAddress};
use std::{io::Write, sync::Arc};
use tokio::time::timeout;

/// Tries the mail server, or looks after the outbox.
pub(super) async fn run(config: Config, command: MailCommand) -> Result<(), Failure> {
    match command {
        MailCommand::Test { address } => test(config, &address).await,
        MailCommand::Status => status(&config).await,
        MailCommand::Pause => pause(&config).await,
        MailCommand::Resume => resume(&config).await,
        MailCommand::Retry => retry(&config).await,
    }
}

async fn status(config: &Config) -> Result<(), Failure> {
    let db = services::open_db(config).await?;
    let status = mail_status(&db).await;
    db.close().await;
    let status = status?;
    let pause =
        if status.paused { "Mail is paused; `undersigned mail resume` ends that." } else { "Mail is not paused." };
    let remedy = if status.given_up > 0 { "; `undersigned mail retry` puts them back" } else { "" };
    let (waiting, given_up) = (status.waiting, status.given_up);
    write(|out| {
        writeln!(out, "{pause}\nMails that wait to be sent: {waiting}\nMails that were given up: {given_up}{remedy}")
    })
}

async fn pause(config: &Config) -> Result<(), Failure> {
    let base = Foundation::for_command(config).await?;
    let paused = pause_mail(&base.writer).await;
    base.close().await;
    paused?;
    let hours = config.signing.pending_hours;
    write(|out| {
        writeln!(
            out,
            "Mail is paused: within two seconds no more mails are begun. People can sign, and their mails wait for `undersigned mail \
             resume`; what nobody has confirmed after {hours} hours expires all the same."
        )
    })
}

async fn resume(config: &Config) -> Result<(), Failure> {
    let base = Foundation::for_command(config).await?;
    let before = resume_mail(&base.writer).await;
    base.close().await;
    let before = before?;
    let told = if before.paused { "Mail goes out again" } else { "Mail was not paused" };
    write(|out| writeln!(out, "{told}. Mails that wait to be sent: {}", before.waiting))
}

async fn retry(config: &Config) -> Result<(), Failure> {
    let base = Foundation::for_command(config).await?;
    let day_keys = base.day_keys(Arc::new(SystemEntropy));
    let retried = async {
        let retried = retry_dead_letters(&base.db, &base.writer, &day_keys).await?;
        Ok::<_, Failure>((retried, mail_status(&base.db).await?.paused))
    };
    let retried = retried.await;
    base.close().await;
    let (Retried { queued, lost }, paused) = retried?;
    write(|out| {
        writeln!(out, "Mails that go back into the outbox: {queued}")?;
        if lost > 0 {
            writeln!(
                out,
                "Mails whose address can no longer be read, the day's key being destroyed: {lost}. They were removed."
            )?;
        }
        if paused && queued > 0 {
            writeln!(out, "Mail is paused: they wait for `undersigned mail resume`.")
        } else {
            Ok(())
        }
    })
}

/// Sends a mail that says nothing but that mail works.
async fn test(config: Config, address: &str) -> Result<(), Failure> {
    let to = EmailAddress::parse(address)
        .map_err(|_| Failure::new("That is not an e-mail address; write it as name@example.org."))?;
    let Some(smtp) = &config.mail.smtp else {
        return Err(Failure::new("No mail server is configured: set mail.smtp.host."));
    };
    let limit = config.mail.timeout();
    let transport = SmtpTransport::new(smtp, 1, limit).map_err(|error| Failure::new(error.to_string()))?;
    let house = House { name: config.name.clone(), link_hours: config.signing.pending_hours };
    let mut composer = Composer::new(&config.mail, house, random(&SystemEntropy))
        .map_err(|error| Failure::new(format!("{error}.")))?;
    // With the sender address of all others, for a mail server may refuse that one.
    if let Some(keys) = ServerKeys::find(&config.keys_folder()).map_err(Failure::new)? {
        composer = composer.tagging(keys.return_tags());
    }
    let now = SystemClock.now();
    let id = random(&SystemEntropy);
    let leased = Leased {
        id,
        attempts: 0,
        queued_at: now,
        lang: Lang::default(),
        to,
        letter: Letter::Test,
        concern: Concern::Nothing(id),
    };
    let mail = composer.compose(&leased, now).map_err(|error| Failure::new(format!("{error}.")))?;
    let server = transport.name();
    match timeout(limit, transport.send(&mail)).await {
        Ok(Ok(())) => {
            // The mail is on its way whether or not anyone reads this.
            let _ = writeln!(
                std::io::stdout(),
                "{server} has taken the mail. Look whether it arrives, and whether as spam."
            );
            Ok(())
        }
        Ok(Err(error)) => Err(Failure::new(told(&server, error))),
        Err(_) => Err(Failure::new(format!(
            "{server} did not answer in {} seconds: check mail.smtp.host and mail.smtp.port.",
            limit.as_secs()
        ))),
    }
}

fn told(server: &str, error: SendError) -> String {
    match error {
        SendError::Temporary(status) => {
            format!("{server} does not take the mail at the moment ({status}): try again in some minutes.")
        }
        SendError::Permanent(status) => {
            format!("{server} refuses the mail ({status}): check the address, and mail.from.")
        }
        SendError::Unavailable(trouble, status) => format!("{server} {} ({status}).", trouble.remedy()),
    }
}
