//! The settings as the running process goes by them: in memory, so that nothing asks the database for them while somebody waits.

use super::store::{self, State};
use crate::campaigns::Directory;
use crate::clock::Clock;
use crate::config::{Config, Review};
use crate::store::{Db, Result};
use app::error::AppError;
use app::settings::{Blocks, BlocksForm, HouseSettings, Public, PublicState, Switch, SwitchField, SwitchValues};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// How often the database is asked whether another process has changed them.
const EVERY: Duration = Duration::from_secs(1);

/// What is set, and what follows from it at this moment.
#[derive(Clone)]
pub struct Held {
    state: State,
    /// What is set.
    pub settings: HouseSettings,
    /// What is switched off and written for the public.
    pub switches: Arc<SwitchValues>,
    public: Arc<PublicState>,
    /// Who may not sign, as the form of it.
    pub lists: Arc<BlocksForm>,
    blocks: Arc<Blocks>,
    /// Whether the notice has had its time.
    notice_over: bool,
}

impl Held {
    /// Counts what admins have saved.
    pub fn version(&self) -> i64 {
        self.state.version
    }
}

/// What is set at the moment.
#[derive(Clone)]
pub struct Current {
    db: Db,
    clock: Arc<dyn Clock>,
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
    pub async fn open(db: Db, config: &Config, clock: Arc<dyn Clock>) -> Result<Self> {
        let without = without(config);
        let held = read(&db, &without, clock.now()).await?;
        Ok(Self { db, clock, without, review: config.review, held: Arc::new(watch::Sender::new(held)) })
    }

    /// What is set.
    pub fn get(&self) -> HouseSettings {
        self.held.borrow().settings
    }

    /// The same with all that belongs to it.
    pub fn held(&self) -> Held {
        self.held.borrow().clone()
    }

    /// Who may not sign.
    pub fn blocks(&self) -> Arc<Blocks> {
        Arc::clone(&self.held.borrow().blocks)
    }

    /// Nothing where this is not off.
    ///
    /// # Errors
    /// [`AppError::Paused`].
    pub fn check(&self, switch: Switch) -> std::result::Result<(), AppError> {
        if self.held.borrow().public.is_off(switch) { Err(AppError::Paused) } else { Ok(()) }
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

    /// Looks whether something has changed. Whether it has.
    ///
    /// # Errors
    /// When the database fails; what was read last then goes on.
    pub async fn look(&self) -> Result<bool> {
        let state = store::state(&mut self.db.read().await?.link()).await?;
        let (held, now) = (self.held(), self.clock.now());
        if state == held.state && notice_over(&held.switches, now) == held.notice_over {
            return Ok(false);
        }
        let read = read(&self.db, &self.without, now).await?;
        Ok(self.held.send_if_modified(|held| {
            let newer = read.version() >= held.version();
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

impl Public for Current {
    fn now(&self) -> Arc<PublicState> {
        Arc::clone(&self.held.borrow().public)
    }
}

/// The version first: what is read after it is of that version or newer, and a newer one is seen at the next look.
async fn read(db: &Db, without: &HouseSettings, now: Timestamp) -> Result<Held> {
    let mut conn = db.read().await?;
    let mut link = conn.link();
    let state = store::state(&mut link).await?;
    let stored = store::read(&mut link).await?;
    let switches = stored.switches(state);
    let lists = stored.blocks(state);
    let notice_over = notice_over(&switches, now);
    let mut shown = switches.clone();
    if notice_over {
        shown.retain(|field, _| !matches!(field, SwitchField::Notice(_)));
    }
    Ok(Held {
        state,
        settings: stored.settings(without),
        switches: Arc::new(switches),
        public: Arc::new(PublicState::of(shown)),
        blocks: Arc::new(lists.blocks()),
        lists: Arc::new(lists),
        notice_over,
    })
}

/// Whether the last day of the notice is over.
fn notice_over(values: &SwitchValues, now: Timestamp) -> bool {
    let until = values.get(&SwitchField::NoticeUntil).and_then(|day| day.parse::<Date>().ok());
    until.is_some_and(|until| until < now.to_zoned(TimeZone::UTC).date())
}
