use super::{
    Mail, SendError, SmtpSettings, Status, Tls, Transport, Trouble,
    conversation::{Server, begin, deliver},
};
use async_trait::async_trait;
use lettre::transport::smtp::{
    client::{AsyncSmtpConnection, Certificate, TlsParameters},
    commands::Rset,
};
use secrecy::SecretString;
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::{Instant, timeout, timeout_at};

/// Hands mails to a mail server, over connections that are kept open for the next ones.
///
/// It keeps them itself instead of using lettre's pool: that one takes back a connection whose send was cancelled half-way, by a
/// timeout say, and from then on every answer is read as that to the next question; a mail that was refused passes for sent. Here a
/// connection goes back only after its last answer was read. And only with the steps in hand can a login that fails be told from
/// a recipient who does not exist: both are answered with 5xx.
pub struct SmtpTransport {
    server: Server,
    timeout: Duration,
    keep: usize,
    resting: Mutex<Vec<Resting>>,
}

struct Resting {
    connection: AsyncSmtpConnection,
    since: Instant,
}

/// Why the mail server's settings cannot be used: a sentence with the remedy.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct SetupError(String);

/// Servers hang up on clients that rest for minutes (RFC 5321 asks them to wait five).
const LONGEST_REST: Duration = Duration::from_secs(60);
/// A connection that rested may be dead without anyone having said so.
const PATIENCE_WITH_RESTED: Duration = Duration::from_secs(5);
const PATIENCE_WITH_GOODBYES: Duration = Duration::from_secs(1);

impl SmtpTransport {
    /// A transport for this server; connects with the first mail. `keep` is how many connections are kept at most, `timeout` what one
    /// mail may take in all.
    ///
    /// # Errors
    /// [`SetupError`] when TLS is off for a host that is not this machine, or a file cannot be read.
    pub fn new(settings: &SmtpSettings, keep: usize, timeout: Duration) -> Result<Self, SetupError> {
        if settings.tls == Tls::None && !settings.is_loopback() {
            return Err(SetupError(format!(
                "mail.smtp.tls is \"none\" and {} is not this machine: set it to \"starttls\" or \"implicit\".",
                settings.host
            )));
        }
        let host = settings.host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let tls = match settings.tls {
            Tls::None => None,
            tls => Some((tls, tls_parameters(&host, settings.ca_file.as_deref())?)),
        };
        let login = match &settings.user {
            Some(user) => Some((user.clone(), password(settings)?)),
            None => None,
        };
        let server = Server { host, port: settings.port(), tls, login };
        Ok(Self { server, timeout, keep, resting: Mutex::default() })
    }

    /// A connection on which our sender was accepted.
    async fn ready(&self, mail: &Mail) -> Result<AsyncSmtpConnection, SendError> {
        while let Some(mut connection) = self.rested() {
            // Nothing of the mail has been said yet, so that a fresh connection can take over.
            if let Ok(Ok(())) = timeout(PATIENCE_WITH_RESTED, begin(&mut connection, mail)).await {
                return Ok(connection);
            }
        }
        let mut connection = self.server.connect(self.timeout).await?;
        begin(&mut connection, mail).await?;
        Ok(connection)
    }

    fn rested(&self) -> Option<AsyncSmtpConnection> {
        let mut resting = self.resting();
        resting.retain(|resting| resting.since.elapsed() < LONGEST_REST);
        resting.pop().map(|resting| resting.connection)
    }

    fn rest(&self, connection: AsyncSmtpConnection) {
        let mut resting = self.resting();
        if resting.len() < self.keep {
            resting.push(Resting { connection, since: Instant::now() });
        }
    }

    // A panic elsewhere leaves the list as good as it was.
    fn resting(&self) -> MutexGuard<'_, Vec<Resting>> {
        self.resting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Transport for SmtpTransport {
    async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        let deadline = Instant::now() + self.timeout;
        let no_answer = Status::default();
        let mut connection = timeout_at(deadline, self.ready(mail))
            .await
            .unwrap_or(Err(SendError::Unavailable(Trouble::Unreachable, no_answer)))?;
        // Where the time is up, the connection is dropped in whatever state it is.
        let result =
            timeout_at(deadline, deliver(&mut connection, mail)).await.map_err(|_| SendError::Temporary(no_answer))?;
        let in_order = match result {
            Ok(()) => true,
            // After 421 the server hangs up; without a code it has.
            Err(SendError::Temporary(Status { code: None | Some(421), .. })) => false,
            Err(_) => matches!(timeout(PATIENCE_WITH_GOODBYES, connection.command(Rset)).await, Ok(Ok(_))),
        };
        if in_order {
            self.rest(connection);
        }
        result
    }

    fn name(&self) -> String {
        format!("the mail server {}:{}", self.server.host, self.server.port)
    }

    async fn close(&self) {
        let resting = std::mem::take(&mut *self.resting());
        let goodbyes = resting.into_iter().map(|mut resting| async move {
            // Whether the server answers makes no difference any more.
            drop(resting.connection.quit().await);
        });
        drop(timeout(PATIENCE_WITH_GOODBYES, futures::future::join_all(goodbyes)).await);
    }
}

fn tls_parameters(host: &str, ca_file: Option<&Path>) -> Result<TlsParameters, SetupError> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(path) = ca_file {
        let problem = |what: &dyn std::fmt::Display| {
            SetupError(format!(
                "mail.smtp.ca_file, {}, cannot be used ({what}): name a file with certificates in PEM form that this user may read.",
                path.display()
            ))
        };
        let pem = std::fs::read(path).map_err(|error| problem(&error))?;
        builder =
            builder.add_root_certificate(Certificate::from_pem(&pem).map_err(|_| problem(&"no certificate in it"))?);
    }
    builder.build().map_err(|_| {
        SetupError(format!(
            "mail.smtp.host, {host}, is no name that a certificate can bear: write the server's host name."
        ))
    })
}

fn password(settings: &SmtpSettings) -> Result<SecretString, SetupError> {
    let Some(path) = &settings.password_file else {
        return settings.password.clone().ok_or_else(|| {
            SetupError("mail.smtp.user is set without a password: set mail.smtp.password_file.".to_owned())
        });
    };
    let text = std::fs::read_to_string(path).map_err(|error| {
        SetupError(format!(
            "mail.smtp.password_file, {}, cannot be read ({error}): name a file that this user may read.",
            path.display()
        ))
    })?;
    Ok(SecretString::from(text.lines().next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn refusal(settings: &SmtpSettings) -> String {
        SmtpTransport::new(settings, 1, Duration::from_secs(1)).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn no_mail_leaves_the_machine_in_plain_text() {
        assert!(refusal(&SmtpSettings::new("mail.example.org", Tls::None)).contains("starttls"));
        assert_eq!(refusal(&SmtpSettings::new("127.0.0.1", Tls::None)), "");
        assert_eq!(refusal(&SmtpSettings::new("mail.example.org", Tls::StartTls)), "");
    }

    #[test]
    fn files_that_cannot_be_read_are_named() {
        let missing = Some(PathBuf::from("/nowhere/secret"));
        let mut settings = SmtpSettings::new("mail.example.org", Tls::Implicit);
        settings.user = Some("u".to_owned());
        assert!(refusal(&settings).contains("password_file"));
        settings.password_file = missing.clone();
        assert!(refusal(&settings).contains("/nowhere/secret"));
        settings.user = None;
        settings.ca_file = missing;
        assert!(refusal(&settings).starts_with("mail.smtp.ca_file, /nowhere/secret,"));
        settings.ca_file = None;
        settings.host = "not a name".to_owned();
        // rustls checks the name when it connects; either place is early enough to send nothing.
        assert!(!refusal(&settings).contains("secret"));
    }

    #[test]
    fn a_password_is_the_first_line_of_its_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "hunter2\nnote\n").unwrap();
        let mut settings = SmtpSettings::new("mail.example.org", Tls::Implicit);
        settings.password_file = Some(file.path().to_owned());
        use secrecy::ExposeSecret;
        assert_eq!(password(&settings).unwrap().expose_secret(), "hunter2");
    }
}
