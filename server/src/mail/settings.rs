use secrecy::SecretString;
use serde::{Deserialize, Deserializer};
use std::time::Duration;

/// The `[mail]` section of the configuration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Who the mails come from: `Name <address>`. The name is how the house introduces itself in subject and first line.
    pub from: String,
    /// Where answers go; without it, to `from`.
    pub reply_to: Option<String>,
    /// The mail server. Without it mails stay in memory and nothing is sent.
    pub smtp: Option<SmtpSettings>,
    /// How many mails are sent at the same time (and how many connections are held at most).
    pub concurrency: usize,
    /// How long one mail may take, from connecting to the last answer. In the file: `timeout`, whole seconds.
    #[serde(deserialize_with = "seconds")]
    pub timeout: Duration,
}

/// The `[mail.smtp]` section.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// Host name; the certificate has to bear it.
    pub host: String,
    /// Port; without it, the usual one for `tls`: 465, 587 or 25.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the connection is encrypted.
    #[serde(default)]
    pub tls: Tls,
    /// User name, if the server wants one.
    #[serde(default)]
    pub user: Option<String>,
    /// The user's password.
    #[serde(default)]
    pub password: Option<SecretString>,
}

/// How a connection to the mail server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// From the first byte (port 465, RFC 8314).
    Implicit,
    /// Upgraded before anything is said (port 587); a server that cannot do it gets no mail.
    #[default]
    StartTls,
    /// Not at all. Only for a server on this machine.
    None,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            from: "Undersigned <no-reply@undersigned.example>".to_owned(),
            reply_to: None,
            smtp: None,
            concurrency: 16,
            timeout: Duration::from_secs(30),
        }
    }
}

fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    u64::deserialize(deserializer).map(Duration::from_secs)
}
