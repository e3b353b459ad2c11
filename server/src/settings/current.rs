//! The settings as the running process goes by them: in memory, so that nothing asks the database for them while somebody waits.

use super::store;
use crate::campaigns::Directory;
use crate::config::{Config, Review};
use crate::store::{Db, Result};
use app::settings::HouseSettings;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// How often the database is asked whether another process has changed them.
const EVERY: Duration = Duration::from_secs(1);

/// Settings of a version.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// Counts changes.
    pub version: i64,
    /// What is set.
    pub settings: HouseSettings,
}

/// What is set at the moment.
#[derive(Clone)]
pub struct Current {
    db: Db,
    without: HouseSettings,
    review: Review,
    held: Arc<watch::Sender<Held>>,
}

/// What holds where nobody has set anything.
fn without(config: &Config) -> HouseSettings {
    HouseSettings {
        due_days: config.review.due_days,
        overdue_days: config.review.overdue_days,
        forms_an_hour: config.limits.per_hour,
        ..HouseSettings::default()
    }
}

impl Current {
    /// Reads them for the first time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(db: Db, config: &Config) -> Result<Self> {
        let without = without(config);
        let held = Arc::new(watch::Sender::new(read(&db, &without).await?));
        Ok(Self { db, without, review: config.review, held })
    }

    /// What is set.
    pub fn get(&self) -> HouseSettings {
        self.held.borrow().settings
    }

    /// The same with its version.
    pub fn held(&self) -> Held {
        *self.held.borrow()
    }

    /// What holds where nobody has set anything.
    pub fn without(&self) -> &HouseSettings {
        &self.without
    }

    /// When what waits for a moderator is due.
    pub fn review(&self) -> Review {
        let HouseSettings { due_days, overdue_days, .. } = self.get();
        Review { due_days, overdue_days, ..self.review }
    }

    /// Looks whether they were changed. Whether they were.
    ///
    /// # Errors
    /// When the database fails; what was read last then goes on.
    pub async fn look(&self) -> Result<bool> {
        let version = store::version(&mut self.db.read().await?.link()).await?;
        if version == self.held().version {
            return Ok(false);
        }
        let read = read(&self.db, &self.without).await?;
        Ok(self.held.send_if_modified(|held| {
            let newer = read.version > held.version;
            if newer {
                *held = read;
            }
            newer
        }))
    }

    /// Looks once a second. What is held of campaigns is forgotten with each change, for it is made under the settings.
    pub async fn run(self, directory: Arc<Directory>, stop: CancellationToken) {
        let mut failed = false;
        loop {
            match self.look().await {
                Ok(changed) => {
                    failed = false;
                    if changed {
                        directory.forget_all();
                    }
                }
                // Once for each time that it begins: others tell of a database that is away for longer.
                Err(error) if !failed => {
                    failed = true;
                    tracing::error!(%error, "the house's settings could not be looked at");
                }
                Err(_) => {}
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }
}

/// The version first: what is read after it is of that version or newer, and a newer one is seen at the next look.
async fn read(db: &Db, without: &HouseSettings) -> Result<Held> {
    let mut conn = db.read().await?;
    let mut link = conn.link();
    let version = store::version(&mut link).await?;
    Ok(Held { version, settings: store::read(&mut link, without).await? })
}
