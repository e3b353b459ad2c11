use super::{Config, Database, Http, Log, Metrics, Proxies, PublicUrl, Review, Signing, variables};
use crate::{failure::Failure, limits, mail};
use serde::Deserialize;
use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use toml::Table;

/// Where a configuration comes from, besides the built-in values.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// `--data`: wins over every other way of naming the folder.
    pub data: Option<PathBuf>,
    /// `--config`: without it, `undersigned.toml` in the data folder is read if it is there.
    pub config: Option<PathBuf>,
    /// `--addr` of `serve`.
    pub listen: Option<SocketAddr>,
    /// The process's environment; see [`Sources::from_environment`].
    pub variables: Vec<(String, String)>,
}

impl Sources {
    /// The `UNDERSIGNED_*` variables of this process; those that are not UTF-8 are left out.
    pub fn from_environment() -> Self {
        let variables =
            std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self { variables: variables.filter(|(name, _)| name.starts_with("UNDERSIGNED_")).collect(), ..Self::default() }
    }

    fn variable(&self, name: &str) -> Option<PathBuf> {
        self.variables.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, value)| PathBuf::from(value))
    }
}

/// The configuration as files spell it.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Raw {
    public_url: Option<PublicUrl>,
    listen: SocketAddr,
    data: PathBuf,
    name: String,
    contact: Option<String>,
    source_url: String,
    site_root: Option<PathBuf>,
    database: Database,
    proxies: Proxies,
    log: Log,
    mail: mail::Settings,
    limits: limits::Settings,
    signing: Signing,
    review: Review,
    metrics: Metrics,
    http: Http,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            public_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            data: PathBuf::from("data"),
            name: "Undersigned".to_owned(),
            contact: None,
            source_url: String::new(),
            site_root: None,
            database: Database::default(),
            proxies: Proxies::default(),
            log: Log::default(),
            mail: mail::Settings::default(),
            limits: limits::Settings::default(),
            signing: Signing::default(),
            review: Review::default(),
            metrics: Metrics::default(),
            http: Http::default(),
        }
    }
}

impl Raw {
    pub(super) fn resolve(self, data: PathBuf) -> Config {
        let mut database = self.database;
        if database.url.is_empty() {
            database.url = format!("sqlite:{}", data.join("undersigned.db").display());
        }
        let public_url = self.public_url.unwrap_or_else(|| PublicUrl::of_listener(self.listen));
        Config {
            public_url,
            listen: self.listen,
            data,
            database,
            proxies: self.proxies,
            source_url: self.source_url,
            contact: self.contact,
            name: self.name,
            site_root: self.site_root,
            log: self.log,
            mail: self.mail,
            limits: self.limits,
            signing: self.signing,
            review: self.review,
            metrics: self.metrics,
            http: self.http,
        }
    }
}

impl Config {
    /// Reads the configuration. Says nothing of whether its values go together: that is [`Config::check`].
    ///
    /// # Errors
    /// A sentence that names the file and line, or the variable.
    pub fn load(sources: &Sources) -> Result<Self, Failure> {
        let folder = sources.data.clone().or_else(|| sources.variable("UNDERSIGNED_DATA"));
        let mut table = match sources.config.clone().or_else(|| sources.variable("UNDERSIGNED_CONFIG")) {
            Some(path) => read(&path)?.ok_or_else(|| {
                Failure::new(format!(
                    "There is no configuration file at {}; name the right one by --config.",
                    path.display()
                ))
            })?,
            None => {
                let default = Raw::default().data;
                read(&folder.as_ref().unwrap_or(&default).join("undersigned.toml"))?.unwrap_or_default()
            }
        };
        variables::apply(&mut table, &sources.variables)?;
        let mut raw = table.try_into::<Raw>().map_err(|error| {
            Failure::new(format!("A variable UNDERSIGNED_… does not fit: {}.", one_line(&error.to_string())))
        })?;
        if let Some(listen) = sources.listen {
            raw.listen = listen;
        }
        let data = folder.unwrap_or_else(|| raw.data.clone());
        let mut config = raw.resolve(data);
        if let Some(path) = &config.database.url_file {
            config.database.url = secret(path, "database.url_file")?;
        }
        Ok(config)
    }
}

/// The first line of a file that holds a secret.
fn secret(path: &Path, key: &str) -> Result<String, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        Failure::new(format!(
            "{key}: {} cannot be read ({error}); make the file readable for this user.",
            path.display()
        ))
    })?;
    match text.lines().next().map(str::trim) {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => Err(Failure::new(format!("{key}: {} is empty; its first line has to hold the value.", path.display()))),
    }
}

fn read(path: &Path) -> Result<Option<Table>, Failure> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let folder = path.parent().unwrap_or(path).display();
            return Err(Failure::new(format!("{folder} is not a folder: name one by --data.")));
        }
        Err(error) => {
            return Err(Failure::new(format!(
                "The configuration file {} cannot be read: {error}. Make it a file of text that this user can read, or name another by --config.",
                path.display()
            )));
        }
    };
    // Read twice: only from the text itself do errors know their line.
    let table = toml::from_str::<Raw>(&text).and_then(|_| toml::from_str::<Table>(&text));
    table.map(Some).map_err(|error| {
        let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        Failure::new(format!("{}, line {line}: {}.", path.display(), one_line(error.message())))
    })
}

fn one_line(message: &str) -> String {
    message.trim().replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{LogFormat, keys};

    fn load(text: &str, variables: &[(&str, &str)]) -> Result<Config, String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("undersigned.toml"), text).unwrap();
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let sources = Sources { data: Some(folder.path().to_owned()), variables, ..Sources::default() };
        Config::load(&sources).map_err(|failure| failure.to_string())
    }

    #[test]
    fn variables_win_over_the_file_and_the_file_over_what_is_built_in() {
        let text = "[log]\nformat = \"json\"\nlevel = \"warn\"\n[mail.smtp]\nhost = \"mail.example.org\"\n";
        let variables =
            [("UNDERSIGNED_LOG_LEVEL", "debug"), ("UNDERSIGNED_MAIL_SMTP_PORT", "2525"), ("UNDERSIGNED_NAME", "")];
        let config = load(text, &variables).unwrap();
        assert_eq!((config.log.format, config.log.level.as_str()), (LogFormat::Json, "debug"));
        assert_eq!(config.mail.smtp.unwrap().port, Some(2525));
        assert_eq!((config.name.as_str(), config.signing.pending_hours), ("Undersigned", 72));
        assert!(config.database.url.ends_with("/undersigned.db") && config.database.url.starts_with("sqlite:"));
    }

    #[test]
    fn a_mistake_is_told_with_its_line_or_its_variable() {
        let unknown = load("listen = \"127.0.0.1:1\"\n\n[mial]\nfrom = \"x\"", &[]).unwrap_err();
        assert!(unknown.contains("undersigned.toml, line 3: unknown field `mial`"), "{unknown}");
        let deeper = load("[log]\nformat = \"json\"\nlevle = \"x\"", &[]).unwrap_err();
        assert!(deeper.contains("line 3") && deeper.contains("`levle`"), "{deeper}");
        let syntax = load("a = = 1\nb = 2", &[]).unwrap_err();
        assert!(syntax.contains("undersigned.toml, line 1: "), "{syntax}");
        let variable = load("", &[("UNDERSIGNED_MAIL_SMPT_HOST", "x")]).unwrap_err();
        assert!(variable.starts_with("UNDERSIGNED_MAIL_SMPT_HOST names no setting"), "{variable}");
        let number = load("", &[("UNDERSIGNED_HTTP_BODY_LIMIT", "much")]).unwrap_err();
        assert!(number.starts_with("UNDERSIGNED_HTTP_BODY_LIMIT has to be a whole number"), "{number}");
        let format = load("", &[("UNDERSIGNED_LOG_FORMAT", "xml")]).unwrap_err();
        assert!(format.contains("log.format") && format.contains("pretty"), "{format}");
        let url = load("public_url = \"example.org\"", &[]).unwrap_err();
        assert!(url.contains("line 1: a public URL begins with https://"), "{url}");
    }

    #[test]
    fn a_password_in_the_database_url_can_stay_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("url");
        fs::write(&file, "postgres://me:secret@db/undersigned\n").unwrap();
        let config = load(&format!("[database]\nurl_file = {file:?}"), &[]).unwrap();
        assert_eq!(config.database.url, "postgres://me:secret@db/undersigned");
        let missing = load("[database]\nurl_file = \"/nowhere/at/all\"", &[]).unwrap_err();
        assert!(missing.starts_with("database.url_file: /nowhere/at/all cannot be read"), "{missing}");
    }

    /// The table of settings is what operators read: a setting that is missing there, or there alone, is a mistake.
    #[test]
    fn the_table_of_settings_is_complete_and_nothing_in_it_is_made_up() {
        let sections = keys::KEYS.iter().map(|key| key.name.rsplit_once('.').map_or("", |(section, _)| section));
        for section in sections.collect::<std::collections::BTreeSet<_>>() {
            let nested = section.split('.').filter(|part| !part.is_empty()).rev();
            let inner = Table::from_iter([("no_such_setting".to_owned(), toml::Value::Boolean(true))]);
            let table =
                nested.fold(inner, |inner, part| Table::from_iter([(part.to_owned(), toml::Value::Table(inner))]));
            let message = table.try_into::<Raw>().unwrap_err().message().to_owned();
            let expected = message.split("expected ").nth(1).unwrap_or_default();
            let known = expected.split('`').skip(1).step_by(2).map(|name| match section {
                "" => name.to_owned(),
                _ => format!("{section}.{name}"),
            });
            for name in known {
                let listed = keys::KEYS.iter().any(|key| key.name == name || key.name.starts_with(&format!("{name}.")));
                assert!(listed, "{name} is not in the table");
            }
            for key in
                keys::KEYS.iter().filter(|key| key.name.rsplit_once('.').map_or("", |(section, _)| section) == section)
            {
                let last = key.name.rsplit('.').next().unwrap();
                assert!(expected.contains(&format!("`{last}`")), "{} is not a setting: {message}", key.name);
            }
        }
    }
}
