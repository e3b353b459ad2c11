use crate::{
    clock::{Clock, SystemClock, SystemEntropy, random},
    config::Config,
    failure::Failure,
    mail::{Composer, House, Leased, Letter, SendError, SmtpTransport, Transport},
};
use app::{i18n::Lang, signatures::EmailAddress};
use std::io::Write;
use tokio::time::timeout;

/// Sends a mail that says nothing but that mail works.
pub(super) async fn test(config: Config, address: &str) -> Result<(), Failure> {
    let to = EmailAddress::parse(address)
        .map_err(|_| Failure::new("That is not an e-mail address; write it as name@example.org."))?;
    let Some(smtp) = &config.mail.smtp else {
        return Err(Failure::new("No mail server is configured: set mail.smtp.host."));
    };
    let limit = config.mail.timeout();
    let transport = SmtpTransport::new(smtp, 1, limit).map_err(|error| Failure::new(error.to_string()))?;
    let house = House { name: config.name.clone(), link_hours: config.signing.pending_hours };
    let composer = Composer::new(&config.mail, house, random(&SystemEntropy))
        .map_err(|error| Failure::new(format!("{error}.")))?;
    let now = SystemClock.now();
    let leased = Leased {
        id: random(&SystemEntropy),
        attempts: 0,
        queued_at: now,
        lang: Lang::default(),
        to,
        letter: Letter::Test,
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
