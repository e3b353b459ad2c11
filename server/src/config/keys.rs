//! Every setting in one table: what `config keys` prints, how variables find their key, and what the handbook lists.

/// How a setting's value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text; in TOML in quotes.
    Text,
    /// A whole number.
    Number,
}

/// One setting.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name in `undersigned.toml`; the part before the last dot is the section.
    pub name: &'static str,
    /// How its value is written.
    pub kind: Kind,
    /// The built-in value, as it would be written; empty for none.
    pub default: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
}

impl Key {
    /// The environment variable that sets it: `mail.smtp.host` is `UNDERSIGNED_MAIL_SMTP_HOST`.
    pub fn variable(&self) -> String {
        format!("UNDERSIGNED_{}", self.name.replace('.', "_").to_ascii_uppercase())
    }
}

const fn text(name: &'static str, default: &'static str, about: &'static str) -> Key {
    Key { name, kind: Kind::Text, default, about }
}

const fn number(name: &'static str, default: &'static str, about: &'static str) -> Key {
    Key { name, kind: Kind::Number, default, about }
}

/// All settings, in the order in which they are explained.
pub const KEYS: &[Key] = &[
    text(
        "public_url",
        "http:// and `listen`",
        "Where readers find the site: scheme, host and perhaps a port. https, except on this machine alone.",
    ),
    text("listen", "127.0.0.1:3000", "The address and port to listen on; `serve --addr` wins over it."),
    text("data", "data", "The folder of the database and the keys; `--data` wins over it."),
    text("name", "Undersigned", "The name of the house: what mails begin with."),
    text("contact", "", "A mail address that readers can write to; shown on every page."),
    text(
        "source_url",
        "",
        "Where the source code of the running version is to be had; the licence (AGPL-3.0, section 13) asks for it.",
    ),
    text("site_root", "beside the binary", "The folder with the built style sheets, scripts and public files."),
    text("database.url", "sqlite:DATA/undersigned.db", "`sqlite:PATH` or `postgres://USER@HOST/NAME`."),
    text("database.url_file", "", "A file whose first line is the database's URL, for one with a password in it."),
    number("database.connections", "8", "Connections kept for reading (SQLite) or in all (PostgreSQL)."),
    number(
        "proxies.trusted_hops",
        "0",
        "How many reverse proxies of one's own add to X-Forwarded-For. 0: the header is not read.",
    ),
    text("log.format", "pretty", "`pretty` for people, `json` for programs."),
    text("log.level", "info", "`error`, `warn`, `info` or `debug`."),
    text(
        "mail.from",
        "no-reply@undersigned.example",
        "Sender of every mail, `address` or `Name <address>`; without a name it is the house's.",
    ),
    text("mail.reply_to", "", "Where answers to mails go; without it, to the sender."),
    text(
        "mail.bounces.address",
        "",
        "The mailbox that reports of mails which come back go to, each with a tag behind a `+`; at most eleven letters before the @. \
         Without it, to the sender, and none is taken in.",
    ),
    text(
        "mail.bounces.maildir",
        "",
        "The Maildir of that mailbox, if the server is to look into it itself rather than being given each report by `undersigned bounce`.",
    ),
    number("mail.concurrency", "16", "Mails that are sent at the same time."),
    number("mail.timeout_seconds", "30", "Seconds that one mail may take."),
    text(
        "mail.smtp.host",
        "",
        "The mail server. Without it mails stay in memory and nothing is sent (on this machine alone).",
    ),
    number("mail.smtp.port", "587, 465 or 25", "Its port; without it, the usual one for `mail.smtp.tls`."),
    text("mail.smtp.tls", "starttls", "`starttls`, `implicit`, or `none` for a server on this machine."),
    text("mail.smtp.user", "", "User name, if the server wants one."),
    text("mail.smtp.password", "", "The user's password; better kept in a file."),
    text("mail.smtp.password_file", "", "A file whose first line is the user's password."),
    text("mail.smtp.ca_file", "", "A file with certificates (PEM) to trust as well, for a server with one of its own."),
    number("limits.burst", "30", "Signatures that one network may send at once to one campaign."),
    number("limits.per_minute", "10", "Signatures of one network to one campaign in a minute, after those."),
    number("limits.per_hour", "120", "Signatures of one network to all campaigns in an hour."),
    number(
        "limits.unanswered_mails_per_day",
        "10",
        "Mails a day to one address over all campaigns that no confirmation answered.",
    ),
    number("limits.table_entries", "100000", "Entries that each table of limits holds at most."),
    number("signing.pending_hours", "72", "Hours that a signature waits for its confirmation."),
    number(
        "signing.grace_hours",
        "24",
        "Hours after a campaign's end in which waiting signatures can still be confirmed.",
    ),
    number(
        "signing.mail_again_minutes",
        "10",
        "Minutes until another submission with the same address brings another mail.",
    ),
    number("signing.mails_a_day", "3", "Mails a day to one address about one campaign."),
    number("signing.mails_in_all", "5", "Mails in all to one address about one campaign."),
    number("review.due_days", "3", "Days after which a campaign that waits for a moderator is due."),
    number("review.overdue_days", "7", "Days after which it is overdue."),
    number(
        "review.supporters",
        "5",
        "People who have to support a campaign, by its private link, before it can be submitted; 0: none.",
    ),
    text(
        "metrics.listen",
        "",
        "The address on which figures for Prometheus are served, at /metrics: one of this machine alone, as 127.0.0.1:9464. Without it, none.",
    ),
    number("http.max_connections", "2048", "Connections served at once; more wait."),
    number("http.max_requests", "1024", "Requests worked on at once; more are answered with 503."),
    number("http.body_limit", "32768", "Bytes of a request's body."),
    number("http.request_deadline_seconds", "10", "Seconds in which a request must have been read and answered."),
    number(
        "http.header_deadline_seconds",
        "15",
        "Seconds in which a client must have sent its headers; also how long an idle connection is kept.",
    ),
];
