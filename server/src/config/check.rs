use super::{Config, keys_check};
use crate::mail::SmtpTransport;
use validator::{Validate, ValidationErrors};

/// Characters of the house's name: with it a subject stays readable in a list of mails.
const LONGEST_NAME: usize = 60;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// `serve` does not start with it.
    Error,
    /// Works, but somebody should know.
    Warning,
}

/// Something about a configuration that its operator should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub weight: Weight,
    /// One sentence, remedy included.
    pub text: String,
}

impl Finding {
    pub(crate) fn error(text: impl Into<String>) -> Self {
        Self { weight: Weight::Error, text: text.into() }
    }

    pub(crate) fn warning(text: impl Into<String>) -> Self {
        Self { weight: Weight::Warning, text: text.into() }
    }
}

impl Config {
    /// What is wrong with this configuration, the grave things first. Looks at the data folder and the files that are named, but at no network.
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = self.ranges();
        findings.extend(self.mail_server().into_iter().chain(self.limits.check()).map(Finding::error));
        findings.extend(self.public_face());
        findings.extend(keys_check::findings(self));
        findings.sort_by_key(|finding| finding.weight);
        findings
    }

    /// What is wrong with the settings of mail; where they agree with each other, whether the files that they name can be used.
    fn mail_server(&self) -> Vec<String> {
        let problems = self.mail.check();
        match &self.mail.smtp {
            Some(smtp) if problems.is_empty() => SmtpTransport::new(smtp, 1, self.mail.timeout())
                .err()
                .map(|error| error.to_string())
                .into_iter()
                .collect(),
            _ => problems,
        }
    }

    fn ranges(&self) -> Vec<Finding> {
        let sections: [(&str, Result<(), ValidationErrors>); 5] = [
            ("database", self.database.validate()),
            ("proxies", self.proxies.validate()),
            ("signing", self.signing.validate()),
            ("review", self.review.validate()),
            ("http", self.http.validate()),
        ];
        let mut findings = Vec::new();
        for (section, errors) in sections.iter().filter_map(|(section, result)| Some((section, result.as_ref().err()?)))
        {
            for (field, errors) in errors.field_errors() {
                let message = errors.iter().find_map(|error| error.message.as_deref()).unwrap_or("is out of range");
                findings.push(Finding::error(format!(
                    "{section}.{field} {message}; `undersigned config keys` tells its default."
                )));
            }
        }
        if self.review.overdue_days < self.review.due_days {
            findings.push(Finding::error(
                "review.overdue_days is less than review.due_days: what is overdue has been due before.".to_owned(),
            ));
        }
        if self.metrics.listen.is_some_and(|address| !address.ip().is_loopback()) {
            findings.push(Finding::error(
                "metrics.listen is an address that others could reach: write one of this machine, as 127.0.0.1:9464, or leave it out.",
            ));
        }
        if crate::logging::level(&self.log.level).is_none() {
            findings.push(Finding::error(format!(
                "log.level is \"{}\": write error, warn, info or debug.",
                self.log.level
            )));
        }
        let name = self.name.chars().count();
        if self.name.trim().is_empty() || name > LONGEST_NAME || self.name.chars().any(char::is_control) {
            findings.push(Finding::error(format!(
                "name is to begin the subject of every mail, so it takes 1 to {LONGEST_NAME} characters in one line: shorten it, or leave \
                 it out."
            )));
        }
        if self.contact.as_deref().is_some_and(|contact| app::signatures::EmailAddress::parse(contact).is_err()) {
            findings.push(Finding::error(
                "contact is not a mail address: write one that readers can write to, or leave it out.",
            ));
        }
        if self
            .database
            .url
            .split_once(':')
            .is_none_or(|(scheme, _)| !["sqlite", "postgres", "postgresql"].contains(&scheme))
        {
            findings.push(Finding::error(
                "database.url begins with neither sqlite: nor postgres://: write one of the two.",
            ));
        }
        findings
    }

    fn public_face(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if !self.source_url.is_empty()
            && !["https://", "http://"].iter().any(|scheme| self.source_url.starts_with(scheme))
        {
            findings.push(Finding::error("source_url is not a web address: write one that begins with https://."));
        }
        if !self.site_root().join("pkg").is_dir() {
            findings.push(Finding::warning(format!(
                "There are no style sheets and scripts in {}, so pages come without them: put `site` and hash.txt beside the binary, as \
                 `make build` leaves them, or set site_root.",
                self.site_root().display()
            )));
        }
        if self.mail.smtp.is_none() && !self.keeps_mails_in_memory() {
            findings.push(Finding::error(
                "No mail server is configured, so nobody could confirm a signature: set mail.smtp.host (and mail.from to an address of yours).",
            ));
        }
        if self.is_local() {
            return findings;
        }
        let public = &self.public_url;
        if public.is_loopback() {
            findings.push(Finding::error(format!(
                "The server listens on {}, but public_url is {public}, which only this machine can reach: set public_url to the address \
                 that readers use, or listen on 127.0.0.1.",
                self.listen
            )));
        } else if !public.is_https() {
            findings.push(Finding::error(format!(
                "public_url is {public}, so everyone on the way could read who signs: put a reverse proxy with a certificate in front and \
                 set public_url to its https:// address."
            )));
        }
        if public.is_https() && self.proxies.trusted_hops == 0 {
            findings.push(Finding::warning(
                "public_url is https, so a proxy stands in front, but proxies.trusted_hops is 0: all readers count as one network and run \
                 into its limits. Set it to the number of your proxies.",
            ));
        }
        if !self.listen.ip().is_loopback() && self.proxies.trusted_hops > 0 {
            findings.push(Finding::warning(format!(
                "proxies.trusted_hops is {}, and {} can perhaps be reached past the proxy, with any address in X-Forwarded-For: listen on \
                 127.0.0.1, or let a firewall pass the proxy alone.",
                self.proxies.trusted_hops, self.listen
            )));
        }
        if self.source_url.is_empty() {
            findings.push(Finding::warning(
                "source_url is not set: the licence (AGPL-3.0, section 13) asks you to tell readers where the source code of the running \
                 version is to be had.",
            ));
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::PublicUrl;
    use crate::mail::{SmtpSettings, Tls};

    fn public() -> Config {
        let mut config = Config::for_folder("nowhere/at/all");
        config.public_url = PublicUrl::parse("https://sign.example.org").unwrap();
        config.source_url = "https://example.org/source".to_owned();
        config.mail.smtp = Some(SmtpSettings::new("smtp.example.org", Tls::StartTls));
        config.mail.from = "no-reply@example.org".to_owned();
        config.proxies.trusted_hops = 1;
        config
    }

    fn errors(config: &Config) -> Vec<String> {
        config.check().into_iter().filter(|f| f.weight == Weight::Error).map(|f| f.text).collect()
    }

    #[test]
    fn what_is_built_in_and_what_is_recommended_has_no_errors() {
        assert_eq!(errors(&Config::for_folder("nowhere/at/all")), Vec::<String>::new());
        assert_eq!(errors(&public()), Vec::<String>::new());
    }

    #[test]
    fn each_problem_is_told_with_its_remedy() {
        let problem = |change: fn(&mut Config)| {
            let mut config = public();
            change(&mut config);
            config.check().into_iter().map(|f| f.text).collect::<Vec<_>>().join("\n")
        };
        let http = problem(|config| config.public_url = PublicUrl::parse("http://sign.example.org").unwrap());
        assert!(http.contains("set public_url to its https:// address"), "{http}");
        let local = problem(|config| {
            config.public_url = PublicUrl::parse("http://localhost:3000").unwrap();
            config.listen = "0.0.0.0:3000".parse().unwrap();
        });
        assert!(local.contains("which only this machine can reach"), "{local}");
        assert!(problem(|config| config.mail.smtp = None).contains("set mail.smtp.host"));
        let behind_a_proxy = problem(|config| {
            *config = Config::for_folder("nowhere/at/all");
            config.proxies.trusted_hops = 1;
        });
        assert!(behind_a_proxy.contains("set mail.smtp.host"), "mails are neither sent nor kept: {behind_a_proxy}");
        let no_password = problem(|config| {
            let mut smtp = SmtpSettings::new("smtp.example.org", Tls::StartTls);
            (smtp.user, smtp.password_file) = (Some("u".to_owned()), Some("nowhere/at/all".into()));
            config.mail.smtp = Some(smtp);
        });
        assert!(no_password.contains("mail.smtp.password_file, nowhere/at/all, cannot be read"), "{no_password}");
        let bare = problem(|config| config.site_root = Some("nowhere/at/all".into()));
        assert!(bare.contains("no style sheets and scripts in nowhere/at/all"), "{bare}");
        assert!(problem(|config| config.proxies.trusted_hops = 0).contains("Set it to the number of your proxies"));
        assert!(problem(|config| config.proxies.trusted_hops = 9).contains("proxies.trusted_hops takes 0 to 8"));
        assert!(problem(|config| config.signing.pending_hours = 100).contains("signing.pending_hours takes 1 to 72"));
        assert!(problem(|config| config.http.body_limit = 1).contains("http.body_limit takes 4096 to 1048576"));
        let metrics = problem(|config| config.metrics.listen = Some("0.0.0.0:9464".parse().unwrap()));
        assert!(metrics.contains("metrics.listen is an address that others could reach"), "{metrics}");
        assert!(problem(|config| config.log.level = "loud".into()).contains("log.level is \"loud\""));
        assert!(problem(|config| config.source_url.clear()).contains("section 13"));
        assert!(
            problem(|config| config.source_url = "javascript:alert(1)".into())
                .contains("source_url is not a web address")
        );
        assert!(problem(|config| config.database.url = "mysql://x".into()).contains("neither sqlite: nor postgres://"));
        assert!(problem(|config| config.name = " ".into()).contains("name is to begin"));
        assert!(problem(|config| config.name = "x".repeat(61)).contains("name is to begin"));
        assert!(problem(|config| config.contact = Some("nobody".into())).contains("contact is not a mail address"));
    }
}
