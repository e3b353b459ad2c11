use crate::{
    config::{Config, Finding, Weight, keys::KEYS},
    failure::Failure,
    signatures, store,
};
use std::io::{self, Write};

pub(super) fn keys() -> Result<(), Failure> {
    write(|out| {
        for key in KEYS {
            let default = if key.default.is_empty() { "(none)" } else { key.default };
            writeln!(out, "{}\n    {}\n    default: {default}\n    variable: {}", key.name, key.about, key.variable())?;
        }
        Ok(())
    })
}

pub(super) async fn check(config: &Config) -> Result<(), Failure> {
    let mut findings = config.check();
    findings.extend(in_database(config).await);
    findings.sort_by_key(|finding| finding.weight);
    write(|out| {
        for finding in &findings {
            let word = if finding.weight == Weight::Error { "error" } else { "warning" };
            writeln!(out, "{word}: {}", finding.text)?;
        }
        if findings.is_empty() { writeln!(out, "Nothing to complain about.") } else { Ok(()) }
    })?;
    match findings.iter().filter(|finding| finding.weight == Weight::Error).count() {
        0 => Ok(()),
        1 => Err(Failure::new("One error has to be put right before the site can be served.")),
        n => Err(Failure::new(format!("{n} errors have to be put right before the site can be served."))),
    }
}

/// What the database has to say. It is neither made nor changed.
async fn in_database(config: &Config) -> Option<Finding> {
    let url = &config.database.url;
    if !store::is_there(url) {
        return None;
    }
    let looked = async {
        let db = store::open(url, 1).await?;
        let paused = signatures::mail_is_paused(&db).await;
        db.close().await;
        paused
    };
    match looked.await {
        Ok(false) => None,
        Ok(true) => Some(Finding::warning(
            "Mail is paused, so nobody can confirm a signature: run `undersigned mail resume` when mails are to go out.",
        )),
        Err(error) => Some(Finding::error(error.to_string())),
    }
}

/// A reader that has seen enough (`| head`) is no failure.
pub(super) fn write(what: impl FnOnce(&mut io::StdoutLock<'_>) -> io::Result<()>) -> Result<(), Failure> {
    match what(&mut io::stdout().lock()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("Standard output cannot be written: {error}.")))
        }
        _ => Ok(()),
    }
}
