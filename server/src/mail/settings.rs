use super::ReturnAddress;
use lettre::message::Mailbox;
use secrecy::SecretString;
use serde::Deserialize;
use std::{path::PathBuf, time::Duration};

/// The `[mail]` section of the configuration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Who the mails come from: an address, or `Name <address>`. Without a name it is the house's.
    pub from: String,
    /// Where answers go; without it, to `from`.
    pub reply_to: Option<String>,
    /// What becomes of mails that come back.
    pub bounces: Bounces,
    /// The mail server. Without it mails stay in memory and nothing is sent.
    pub smtp: Option<SmtpSettings>,
    /// How many mails are sent at the same time (and how many connections are held at most).
    pub concurrency: usize,
    /// Seconds that one mail may take, from connecting to the last answer.
    pub timeout_seconds: u64,
}

/// The `[mail.bounces]` section.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bounces {
    /// The mailbox that reports of mails which come back go to. Each mail gets `+` and a tag of its own in it. Without it, the mail server
    /// is given `from` as the sender, and reports are not taken in.
    pub address: Option<String>,
    /// The Maildir in which that mailbox is kept, if the server is to look into it itself.
    pub maildir: Option<PathBuf>,
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
    /// A file whose first line is the password instead.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// A file with certificates (PEM) to trust beside those of the web's authorities, for a server with a certificate of one's own.
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
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
            from: "no-reply@undersigned.example".to_owned(),
            reply_to: None,
            bounces: Bounces::default(),
            smtp: None,
            concurrency: 16,
            timeout_seconds: 30,
        }
    }
}

impl Settings {
    /// The longest time that a mail may take: three rounds of it fit into a lease.
    const MAX_TIMEOUT: u64 = 60;

    /// `timeout_seconds` as a duration.
    pub fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds)
    }

    /// What is wrong with these settings: a sentence each, with the remedy.
    pub fn check(&self) -> Vec<String> {
        let mut problems = Vec::new();
        match self.from.parse::<Mailbox>() {
            Err(_) => problems
                .push("mail.from is not an e-mail address: write it as `address` or `Name <address>`.".to_owned()),
            Ok(from) if self.smtp.is_some() && !can_be_answered(from.email.domain()) => problems.push(format!(
                "mail.from is at {}, which no mail can come from: set it to an address of a domain of yours, whose SPF and DKIM records \
                 name the mail server.",
                from.email.domain()
            )),
            Ok(_) => {}
        }
        if self.reply_to.as_deref().is_some_and(|text| text.parse::<Mailbox>().is_err()) {
            problems.push(
                "mail.reply_to is not an e-mail address: write it as `address` or `Name <address>`, or leave it out."
                    .to_owned(),
            );
        }
        problems.extend(self.bounces.check());
        if !(1..=200).contains(&self.concurrency) {
            problems.push(format!("mail.concurrency is {}: give it a number from 1 to 200.", self.concurrency));
        }
        if !(1..=Self::MAX_TIMEOUT).contains(&self.timeout_seconds) {
            problems.push(format!("mail.timeout_seconds is {}: give it a number from 1 to 60.", self.timeout_seconds));
        }
        if let Some(smtp) = &self.smtp {
            problems.extend(smtp.check());
        }
        problems
    }
}

impl Bounces {
    fn check(&self) -> Vec<String> {
        let mut problems = Vec::new();
        match &self.address {
            Some(address) if ReturnAddress::parse(address).is_none() => problems.push(
                "mail.bounces.address cannot bear tags: write an address alone with at most eleven letters before the @, such as \
                 b@sign.example.org."
                    .to_owned(),
            ),
            None if self.maildir.is_some() => problems.push(
                "mail.bounces.maildir is set and no mail comes back there: set mail.bounces.address too, or neither.".to_owned(),
            ),
            _ => {}
        }
        problems
    }
}

impl SmtpSettings {
    /// A server without user and password.
    pub fn new(host: impl Into<String>, tls: Tls) -> Self {
        Self { host: host.into(), port: None, tls, user: None, password: None, password_file: None, ca_file: None }
    }

    /// The port, or the usual one.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            Tls::Implicit => 465,
            Tls::StartTls => 587,
            Tls::None => 25,
        })
    }

    /// Whether what is said to the host stays on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        let bare = self.host.trim_start_matches('[').trim_end_matches(']');
        bare.eq_ignore_ascii_case("localhost") || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    fn check(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if self.host.is_empty() || self.host.contains(|c: char| c.is_whitespace() || c.is_control() || c == '/') {
            problems
                .push("mail.smtp.host is not a host name: write the name alone, such as smtp.example.org.".to_owned());
        }
        if self.tls == Tls::None && !self.is_loopback() {
            problems.push(format!(
                "mail.smtp.tls is \"none\", so everyone on the way to {} could read who signs: set it to \"starttls\" or \"implicit\".",
                self.host
            ));
        }
        let has_password = self.password.is_some() || self.password_file.is_some();
        if self.user.is_some() != has_password {
            problems.push(
                "mail.smtp has a user without a password or the other way round: set user and password_file, or neither.".to_owned(),
            );
        }
        if self.password.is_some() && self.password_file.is_some() {
            problems.push("mail.smtp has both password and password_file: keep password_file.".to_owned());
        }
        problems
    }
}

/// Names that RFC 2606 and RFC 6761 keep out of the world's DNS.
fn can_be_answered(domain: &str) -> bool {
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && !["example", "invalid", "test", "localhost", "local"].contains(&top.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Settings {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn an_empty_section_is_sound() {
        let settings = parse("");
        assert_eq!((settings.concurrency, settings.timeout()), (16, Duration::from_secs(30)));
        assert!(settings.smtp.is_none());
        assert_eq!(settings.check(), Vec::<String>::new());
    }

    #[test]
    fn a_server_needs_little() {
        let settings = parse(
            "from = \"House <no-reply@example.org>\"\n[smtp]\nhost = \"smtp.example.org\"\nuser = \"u\"\npassword_file = \"/run/secret\"",
        );
        assert_eq!(settings.check(), Vec::<String>::new());
        let smtp = settings.smtp.unwrap();
        assert_eq!((smtp.tls, smtp.port()), (Tls::StartTls, 587));
        assert_eq!(SmtpSettings::new("a", Tls::Implicit).port(), 465);
        assert!(toml::from_str::<Settings>("[smtp]\nhost = \"a\"\nprot = 5").is_err());
    }

    #[test]
    fn each_problem_is_a_sentence_with_its_remedy() {
        let settings = parse(
            "from = \"x\"\nreply_to = \"y\"\nconcurrency = 0\ntimeout_seconds = 0\n\
             [smtp]\nhost = \"mail.example.org\"\ntls = \"none\"\nuser = \"u\"",
        );
        let problems = settings.check();
        for start in [
            "mail.from",
            "mail.reply_to",
            "mail.concurrency",
            "mail.timeout_seconds",
            "mail.smtp.tls",
            "mail.smtp has a user",
        ] {
            assert!(
                problems.iter().any(|p| p.starts_with(start) && p.contains(": ") && p.ends_with('.')),
                "{start}: {problems:?}"
            );
        }
        assert_eq!(problems.len(), 6);
    }

    #[test]
    fn tags_need_room() {
        let problems = |text: &str| parse(text).check();
        assert!(problems("[bounces]\naddress = \"b@sign.example.org\"\nmaildir = \"/var/mail/b\"").is_empty());
        for wrong in [
            "address = \"House <b@example.org>\"",
            "address = \"no-reply-to-us@example.org\"",
            "maildir = \"/var/mail/b\"",
        ] {
            let problems = problems(&format!("[bounces]\n{wrong}"));
            assert!(problems.len() == 1 && problems[0].starts_with("mail.bounces."), "{wrong}: {problems:?}");
        }
    }

    #[test]
    fn the_example_sender_is_no_sender() {
        let problems = parse("[smtp]\nhost = \"smtp.example.org\"").check();
        assert!(problems.len() == 1 && problems[0].contains("undersigned.example"), "{problems:?}");
    }

    #[test]
    fn plain_text_is_for_this_machine() {
        for host in ["localhost", "127.0.0.1", "[::1]", "127.8.9.1"] {
            assert!(SmtpSettings::new(host, Tls::None).check().is_empty(), "{host}");
        }
        for host in ["10.0.0.1", "localhost.example.org", "::2"] {
            assert_eq!(SmtpSettings::new(host, Tls::None).check().len(), 1, "{host}");
        }
    }

    #[test]
    fn a_password_is_not_printed() {
        let settings = parse("[smtp]\nhost = \"a\"\nuser = \"u\"\npassword = \"hunter2\"");
        assert!(!format!("{settings:?}").contains("hunter2"));
    }
}
