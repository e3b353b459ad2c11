//! The steps of SMTP (RFC 5321), each with the meaning of its failures.

use super::{Mail, SendError, Status, Tls, Trouble};
use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, TlsParameters},
    commands::{Data, Mail as MailFrom, Rcpt},
    extension::ClientId,
};
use secrecy::{ExposeSecret, SecretString};
use std::{error::Error as _, time::Duration};

/// How to reach a mail server.
pub(super) struct Server {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Option<(Tls, TlsParameters)>,
    pub(super) login: Option<(String, SecretString)>,
}

impl Server {
    /// Connects, encrypts and logs in. Whatever fails here says nothing of any mail.
    pub(super) async fn connect(&self, timeout: Duration) -> Result<AsyncSmtpConnection, SendError> {
        let hello = ClientId::default();
        let implicit = match &self.tls {
            Some((Tls::Implicit, parameters)) => Some(parameters.clone()),
            _ => None,
        };
        let address = (self.host.as_str(), self.port);
        let mut connection = AsyncSmtpConnection::connect_tokio1(address, Some(timeout), &hello, implicit, None)
            .await
            .map_err(|error| unavailable(greeting_trouble(&error), &error))?;
        if let Some((Tls::StartTls, parameters)) = &self.tls {
            connection.starttls(parameters.clone(), &hello).await.map_err(|error| unavailable(Trouble::Tls, &error))?;
        }
        if let Some((user, password)) = &self.login {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            connection
                .auth(DEFAULT_MECHANISMS, &credentials)
                .await
                .map_err(|error| unavailable(Trouble::Login, &error))?;
        }
        Ok(connection)
    }
}

/// Names the sender, which is the same for all mails: a refusal is about us, not about this mail.
pub(super) async fn begin(connection: &mut AsyncSmtpConnection, mail: &Mail) -> Result<(), SendError> {
    let sender = mail.message.envelope().from().cloned();
    match connection.command(MailFrom::new(sender, Vec::new())).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let trouble = match status(&error).code {
                // RFC 4954, section 6.
                Some(530 | 534 | 535 | 538) => Trouble::Login,
                Some(code) if code >= 500 => Trouble::Sender,
                _ => Trouble::Closed,
            };
            Err(unavailable(trouble, &error))
        }
    }
}

/// Names the recipient and hands over the content. Failures are about this mail; the status is without a code where the connection broke.
pub(super) async fn deliver(connection: &mut AsyncSmtpConnection, mail: &Mail) -> Result<(), SendError> {
    async {
        for recipient in mail.message.envelope().to() {
            connection.command(Rcpt::new(recipient.clone(), Vec::new())).await?;
        }
        connection.command(Data).await?;
        connection.message(&mail.message.formatted()).await
    }
    .await
    .map(drop)
    .map_err(|error: Error| {
        let status = status(&error);
        if error.is_permanent() { SendError::Permanent(status) } else { SendError::Temporary(status) }
    })
}

fn greeting_trouble(error: &Error) -> Trouble {
    if error.is_tls() {
        Trouble::Tls
    } else if error.status().is_some() {
        Trouble::Closed
    } else {
        Trouble::Unreachable
    }
}

fn unavailable(trouble: Trouble, error: &Error) -> SendError {
    SendError::Unavailable(trouble, status(error))
}

/// The numbers of an answer; its text can repeat the address and is dropped here.
fn status(error: &Error) -> Status {
    let code = error.status().map(u16::from);
    let enhanced = code.and_then(|code| enhanced(code, &error.source()?.to_string()));
    Status { code, enhanced }
}

/// The enhanced code that a text begins with, if its class fits the reply code (RFC 2034).
fn enhanced(code: u16, text: &str) -> Option<(u8, u16, u16)> {
    let mut parts =
        text.split_whitespace().next()?.split('.').map(|part| part.parse::<u16>().ok().filter(|n| *n < 1_000));
    let (class, subject, detail) = (parts.next()??, parts.next()??, parts.next()??);
    (parts.next().is_none() && class == code / 100).then_some((u8::try_from(class).ok()?, subject, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_numbers_of_an_answer_are_read() {
        assert_eq!(enhanced(550, "5.1.1 <ana@example.org> unknown"), Some((5, 1, 1)));
        for text in ["4.1.1 x", "5.1 x", "5.1.1.1 x", "ana@example.org 5.1.1", "", "5.1.99999 x", "5..1 x"] {
            assert_eq!(enhanced(550, text), None, "{text}");
        }
    }
}
