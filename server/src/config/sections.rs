use serde::Deserialize;
use validator::Validate;

/// `[database]`
#[derive(Clone, Debug, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://…`. After loading never empty: `sqlite:` and `undersigned.db` in the data folder.
    pub url: String,
    /// A file that holds the URL instead, for one with a password in it.
    pub url_file: Option<std::path::PathBuf>,
    /// Connections that are kept for reading (SQLite) or in all (PostgreSQL).
    #[validate(range(min = 1, max = 200, message = "takes 1 to 200"))]
    pub connections: u32,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: String::new(), url_file: None, connections: 8 }
    }
}

/// `[proxies]`
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct Proxies {
    /// How many reverse proxies of one's own add to `X-Forwarded-For` before a request arrives. 0: the header is not read.
    #[validate(range(max = 8, message = "takes 0 to 8"))]
    pub trusted_hops: u8,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Pretty,
    /// One JSON object a line.
    Json,
}

/// `[log]`
#[derive(Clone, Debug, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// How lines are written.
    pub format: LogFormat,
    /// `error`, `warn`, `info` or `debug`: how much this program says. What its libraries say is fixed, because some of them
    /// print addresses.
    pub level: String,
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::default(), level: "info".to_owned() }
    }
}

/// `[signing]`
#[derive(Clone, Debug, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct Signing {
    /// Hours that a signature waits for its confirmation. A day key lives for four days, so no more than 72.
    #[validate(range(min = 1, max = 72, message = "takes 1 to 72"))]
    pub pending_hours: u32,
    /// Hours after a campaign's end in which waiting signatures can still be confirmed.
    #[validate(range(max = 72, message = "takes 0 to 72"))]
    pub grace_hours: u32,
    /// Minutes after which another submission with the same address brings another mail.
    #[validate(range(min = 1, max = 1_440, message = "takes 1 to 1440"))]
    pub mail_again_minutes: u32,
    /// Mails a day to one address about one campaign.
    #[validate(range(min = 1, max = 20, message = "takes 1 to 20"))]
    pub mails_a_day: u32,
    /// Mails in all to one address about one campaign.
    #[validate(range(min = 1, max = 50, message = "takes 1 to 50"))]
    pub mails_in_all: u32,
}

impl Default for Signing {
    fn default() -> Self {
        Self { pending_hours: 72, grace_hours: 24, mail_again_minutes: 10, mails_a_day: 3, mails_in_all: 5 }
    }
}

/// `[review]`
#[derive(Clone, Copy, Debug, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct Review {
    /// Days after which what waits for a moderator is due.
    #[validate(range(min = 1, max = 365, message = "takes 1 to 365"))]
    pub due_days: u32,
    /// Days after which it is overdue.
    #[validate(range(min = 1, max = 365, message = "takes 1 to 365"))]
    pub overdue_days: u32,
    /// People who have to support a campaign before it can be submitted; 0: none.
    #[validate(range(max = 20, message = "takes 0 to 20"))]
    pub supporters: u32,
}

impl Default for Review {
    fn default() -> Self {
        Self { due_days: 3, overdue_days: 7, supporters: 5 }
    }
}

/// `[metrics]`
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Metrics {
    /// Where figures for Prometheus are served, on this machine alone; without it, nowhere.
    pub listen: Option<std::net::SocketAddr>,
}

/// `[http]`
#[derive(Clone, Debug, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    /// Connections that are served at once; more wait in the operating system's queue.
    #[validate(range(min = 16, max = 100_000, message = "takes 16 to 100000"))]
    pub max_connections: u32,
    /// Requests that are worked on at once; more are answered with 503.
    #[validate(range(min = 8, max = 100_000, message = "takes 8 to 100000"))]
    pub max_requests: u32,
    /// Bytes of a request's body.
    #[validate(range(min = 4_096, max = 1_048_576, message = "takes 4096 to 1048576"))]
    pub body_limit: u32,
    /// Seconds in which a request must have been read and answered.
    #[validate(range(min = 1, max = 120, message = "takes 1 to 120"))]
    pub request_deadline_seconds: u32,
    /// Seconds in which a client must have sent a request's headers; also how long an idle connection is kept.
    #[validate(range(min = 1, max = 120, message = "takes 1 to 120"))]
    pub header_deadline_seconds: u32,
}

impl Default for Http {
    fn default() -> Self {
        Self {
            max_connections: 2_048,
            max_requests: 1_024,
            body_limit: 32_768,
            request_deadline_seconds: 10,
            header_deadline_seconds: 15,
        }
    }
}
