use super::{Config, Database, Http, Log, Proxies, PublicUrl, Signing, variables};
use crate::{failure::Failure, limits, mail};
use serde::Deserialize;
use std::{fs, io, net::SocketAddr, path::{Path, PathBuf}};
use toml::{Table, Value};

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
        let variables = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
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
    contact: Option<String>,
    source_url: String,
    site_root: Option<PathBuf>,
    database: Database,
    proxies: Proxies,
    log: Log,
    mail: mail::Settings,
    limits: limits::Settings,
    signing: Signing,
    http: Http,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            public_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            data: PathBuf::from("data"),
            contact: None,
            source_url: String::new(),
            site_root: None,
            database: Database::default(),
            proxies: Proxies::default(),
            log: Log::default(),
            mail: mail::Settings::default(),
            limits: limits::Settings::default(),
            signing: Signing::default(),
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
            site_root: self.site_root,
            log: self.log,
            mail: self.mail,
            limits: self.limits,
            signing: self.signing,
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
                Failure::new(format!("There is no configuration file at {}; name the right one by --config.", path.display()))
            })?,
            None => {
                let default = Raw::default().data;
                read(&folder.as_ref().unwrap_or(&default).join("undersigned.toml"))?.unwrap_or_default()
            }
        };
        variables::apply(&mut table, &sources.variables)?;
        read_password(&mut table)?;
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
pub(super) fn secret(path: &Path, key: &str) -> Result<String, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        Failure::new(format!("{key}: {} cannot be read ({error}); make the file readable for this user.", path.display()))
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
        Err(error) => {
            return Err(Failure::new(format!("The configuration file {} cannot be read: {error}.", path.display())));
        }
    };
    // Only from the text itself do errors know their line. There `password_file`, which mail knows nothing of, passes for `password`.
    let checked = toml::from_str::<Raw>(&text.replace("password_file", "password     "));
    let table = checked.and_then(|_| toml::from_str::<Table>(&text));
    table.map(Some).map_err(|error| {
        let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        Failure::new(format!("{}, line {line}: {}.", path.display(), one_line(error.message())))
    })
}

/// Puts the content of the file that `mail.smtp.password_file` names in its place.
fn read_password(table: &mut Table) -> Result<(), Failure> {
    let smtp = table.get_mut("mail").and_then(|mail| mail.get_mut("smtp")).and_then(Value::as_table_mut);
    let Some((smtp, path)) = smtp.and_then(|smtp| smtp.remove("password_file").map(|path| (smtp, path))) else { return Ok(()) };
    let path = path.as_str().unwrap_or_default();
    smtp.insert("password".to_owned(), Value::String(secret(Path::new(path), "mail.smtp.password_file")?));
    Ok(())
}

fn one_line(message: &str) -> String {
    message.trim().replace('\n', " ")
}
