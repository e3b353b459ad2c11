//! Opens what the router serves: database, keys, the writer and the mail worker.

mod common;

pub use common::Common;

use crate::accounts::{self, Sessions};
use crate::audit;
use crate::bounces::{Maildir, Receiver};
use crate::campaigns::import::Import;
use crate::campaigns::{self, Directory};
use crate::clock::{Clock, Entropy, SystemClock, SystemEntropy};
use crate::config::Config;
use crate::drafts;
use crate::exports;
use crate::failure::Failure;
use crate::house::{self, Gauge};
use crate::http::{Health, Services};
use crate::invalidation::{self, Invalidator};
use crate::keys;
use crate::limits::{AddressLimits, NetworkLimits};
use crate::mail::{self, Composer, House, MemoryOutbox, SmtpTransport, Transport, Worker};
use crate::moderation;
use crate::pictures;
use crate::privacy::{CookieSealer, DayKeys, SecretBox, ServerKeys, Tokens, day_of};
use crate::reports;
use crate::running::{self, milestones};
use crate::settings::{self, Current};
use crate::signatures::{self, Epochs, Outbox, batch::Batcher, recount, sweep};
use crate::staff;
use crate::store::nodes::{Node, Slot};
use crate::store::writer::Writer;
use crate::store::{self, Db, StoreError};
use crate::supporters;
use crate::teams;
use crate::updates::{self, Mailer};
use async_trait::async_trait;
use sqlx::migrate::MigrateError;
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// How often what has had its time is dropped.
const SWEEP: Duration = Duration::from_secs(600);
/// How often it is looked at what campaigns have reached.
const NOTE: Duration = Duration::from_secs(60);
/// How long it counts that the writer has come through.
const LATELY: Duration = Duration::from_secs(1);
const DEMO: [&str; 3] = [
    include_str!("../demo/safe-crossing.toml"),
    include_str!("../demo/library-sundays.toml"),
    include_str!("../demo/halt-deportations.toml"),
];

/// What was opened.
pub struct Opened {
    /// What the router serves.
    pub services: Services,
    /// What works behind it.
    pub background: Background,
    /// How the house is doing.
    pub gauge: Gauge,
    /// The database, for commands and tests that look behind the scenes.
    pub db: Db,
    /// The writer.
    pub writer: Writer,
}

/// The tasks behind the router.
pub struct Background {
    db: Db,
    others: CancellationToken,
    writing: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
    writer: JoinHandle<()>,
}

impl Background {
    /// Drains the writer and stops the mail worker. Called once no request is being answered any more.
    pub async fn shutdown(self) {
        self.others.cancel();
        for task in self.tasks {
            // A task that has panicked has nothing left to drain.
            let _ = task.await;
        }
        self.writing.cancel();
        let _ = self.writer.await;
        self.db.close().await;
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(match &error {
            _ if error.is_full() => "The database's disk is full: free some space, then try again.".to_owned(),
            StoreError::Migration(MigrateError::VersionMissing(number)) => format!(
                "The database was brought up to a newer version of Undersigned (its migration {number} is unknown here): run that \
                 version, or put back a backup of before."
            ),
            StoreError::Database(error) => {
                format!("The database failed: {error}. See that it can be reached and written to, then try again.")
            }
            _ => error.to_string(),
        })
    }
}

/// Opens the database and brings it up to this version.
///
/// # Errors
/// One sentence with its remedy.
pub async fn open_db(config: &Config) -> Result<Db, Failure> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&config.data).map_err(|error| {
        let folder = config.data.display();
        Failure::new(format!(
            "The data folder {folder} cannot be made: {error}. Make it writable or name another by --data."
        ))
    })?;
    let db = store::open(&config.database.url, config.database.connections).await?;
    store::migrate(&db).await?;
    Ok(db)
}

/// The server's keys. They are made where the database is empty: one that is not was begun with keys that nothing replaces.
async fn server_keys(db: &Db, folder: &Path, entropy: &dyn Entropy) -> Result<ServerKeys, Failure> {
    let mut conn = db.read().await?;
    let mut keys = ServerKeys::find(folder).map_err(Failure::new)?;
    if keys.is_none() {
        // Another process may make both, keys and campaigns, between the two looks.
        keys = if store::is_empty(&mut conn).await? {
            Some(ServerKeys::create(folder, entropy).map_err(Failure::new)?)
        } else {
            ServerKeys::find(folder).map_err(Failure::new)?
        };
    }
    let keys = keys.ok_or_else(|| {
        Failure::new(format!(
            "The server key is missing in {}, but this database was begun with one: put server.key back from its backup, for without it \
             neither the links in mails nor who has signed before can be checked.",
            folder.display()
        ))
    })?;
    if campaigns::opens_digest_keys(&mut conn, &keys.wrapping()).await? {
        return Ok(keys);
    }
    Err(Failure::new(format!(
        "The server key in {} is not the one with which this database was begun: put the right server.key there, from its backup or from \
         another server of this house.",
        folder.display()
    )))
}

/// What every process that writes needs.
pub struct Foundation {
    /// The database.
    pub db: Db,
    /// The writer.
    pub writer: Writer,
    /// What is set for the whole house.
    pub settings: Current,
    /// Wraps the keys that are stored.
    pub wrapping: SecretBox,
    keys: ServerKeys,
    tokens: Tokens,
    mail: mail::Handle,
    slot: Slot,
    writing: CancellationToken,
    task: JoinHandle<()>,
}

impl Foundation {
    /// Opens database, keys and writer.
    ///
    /// # Errors
    /// One sentence with its remedy.
    pub async fn open(config: &Config, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<Self, Failure> {
        let db = open_db(config).await?;
        let keys = server_keys(&db, &config.keys_folder(), &*entropy).await?;
        let tokens = Tokens::new(keys.tokens());
        let settings = Current::open(db.clone(), config, Arc::clone(&clock)).await?;
        let limits = AddressLimits::new(config.limits.unanswered_mails_per_day, config.limits.table_entries, &*entropy);
        let (mail, slot) = (mail::Handle::default(), Slot::default());
        let batcher = Batcher {
            clock,
            tokens: tokens.clone(),
            contact: keys.contact(),
            entropy,
            limits: Arc::new(limits),
            rules: config.signing.clone(),
            settings: settings.clone(),
            slot: slot.clone(),
            mail: mail.clone(),
        };
        let writing = CancellationToken::new();
        let (writer, task) = Writer::start(db.clone(), batcher, writing.clone());
        Ok(Self { db, writer, settings, wrapping: keys.wrapping(), keys, tokens, mail, slot, writing, task })
    }

    /// The same for a command, over the machine's clock.
    ///
    /// # Errors
    /// As [`Foundation::open`].
    pub async fn for_command(config: &Config) -> Result<Self, Failure> {
        Self::open(config, Arc::new(SystemClock), Arc::new(SystemEntropy)).await
    }

    /// Encrypts the addresses of mails that wait.
    pub fn day_keys(&self, entropy: Arc<dyn Entropy>) -> DayKeys {
        DayKeys::new(self.db.clone(), self.writer.clone(), self.wrapping.clone(), entropy)
    }

    /// Encrypts addresses that are kept for longer.
    pub fn contact(&self) -> SecretBox {
        self.keys.contact()
    }

    /// Where this process counts.
    pub fn slot(&self) -> Slot {
        self.slot.clone()
    }

    /// For fingerprints of the addresses of accounts.
    pub fn account_digests(&self) -> [u8; 32] {
        self.keys.accounts()
    }

    /// Ends the writer and closes the database.
    pub async fn close(self) {
        self.writing.cancel();
        let _ = self.task.await;
        self.db.close().await;
    }
}

/// Opens everything over the data folder. An empty database on one's own machine gets the demo campaigns.
///
/// # Errors
/// One sentence with its remedy.
pub async fn open(config: &Config, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Result<Opened, Failure> {
    let base = Foundation::open(config, clock.clone(), entropy.clone()).await?;
    let origin = config.public_url.origin();
    let others = CancellationToken::new();
    if config.is_local() {
        import_demo(config, &base, &*clock, &*entropy).await?;
    }
    let directory = Arc::new(Directory::new(base.db.clone(), base.wrapping.clone(), base.settings.clone()));
    let day_keys = Arc::new(base.day_keys(Arc::clone(&entropy)));
    let common = Common {
        db: base.db.clone(),
        writer: base.writer.clone(),
        sessions: Sessions { db: base.db.clone(), writer: base.writer.clone(), clock: Arc::clone(&clock) },
        directory: Arc::clone(&directory),
        clock: Arc::clone(&clock),
        entropy: Arc::clone(&entropy),
        contact: base.keys.contact(),
        day_keys: Arc::clone(&day_keys),
        settings: base.settings.clone(),
        mail: base.mail.clone(),
    };
    let epochs = Arc::new(Epochs::new(Arc::clone(&entropy)));
    let (outbox, transport) = transport(config)?;
    let house = House { name: config.name.clone(), link_hours: config.signing.pending_hours };
    let composer =
        Composer::new(&config.mail, house, base.keys.message_ids()).map_err(|error| Failure::new(error.to_string()))?;
    let composer = composer.tagging(base.keys.return_tags());
    let mut tasks = vec![tokio::spawn(base.settings.clone().run(Arc::clone(&directory), others.clone()))];
    if let Db::Postgres(_) = &base.db {
        let node = Node::join(base.writer.clone(), base.slot.clone(), Arc::clone(&clock), &*entropy).await?;
        tasks.push(tokio::spawn(node.run(others.clone())));
    }
    if let Some(transport) = transport {
        let store = Outbox {
            db: base.db.clone(),
            writer: base.writer.clone(),
            clock: Arc::clone(&clock),
            day_keys: Arc::clone(&day_keys),
            tokens: base.tokens.clone(),
            origin: origin.clone(),
            slot: base.slot.clone(),
        };
        let worker =
            Worker::new(Arc::new(store), transport, composer, clock.clone(), entropy.clone(), config.mail.concurrency);
        tasks.push(tokio::spawn(worker.woken_by(base.mail.clone()).run(others.clone())));
        tasks.push(tokio::spawn(Mailer(common.clone()).run(others.clone())));
    }
    let receiver = Receiver::new(config, base.keys.return_tags(), Arc::clone(&clock));
    let takes_bounces = receiver.is_some();
    if let (Some(receiver), Some(folder)) = (receiver, config.mail.bounces.maildir.clone()) {
        let maildir = Maildir { folder, receiver, writer: base.writer.clone(), slot: base.slot.clone() };
        tasks.push(tokio::spawn(maildir.run(others.clone())));
    }
    let sweeping = Sweeping {
        db: base.db.clone(),
        writer: base.writer.clone(),
        day_keys: Arc::clone(&day_keys),
        epochs: Arc::clone(&epochs),
        clock: Arc::clone(&clock),
        pending_hours: i64::from(config.signing.pending_hours),
        slot: base.slot.clone(),
    };
    tasks.push(tokio::spawn(sweeping.run(others.clone())));
    let invalidator = Invalidator { common: common.clone(), slot: base.slot.clone() };
    tasks.push(tokio::spawn(invalidator.run(others.clone())));
    tasks.push(tokio::spawn(note_milestones(common.clone(), others.clone())));
    let counts = Arc::new(exports::Service::new(common.clone()));
    let gauge = Gauge {
        db: base.db.clone(),
        clock: Arc::clone(&clock),
        folder: match store::sqlite_path(&config.database.url).and_then(Path::parent) {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => config.data.clone(),
        },
        file: store::sqlite_path(&config.database.url).map(Path::to_owned),
        takes_bounces,
    };
    let cookies = || CookieSealer::new(base.keys.cookie(), config.public_url.is_https());
    let limits = || NetworkLimits::new(&config.limits, &*entropy);
    let digest_key = base.keys.accounts();
    Ok(Opened {
        services: Services {
            campaigns: Arc::new(campaigns::Service {
                directory,
                settings: base.settings.clone(),
                clock,
                origin: origin.clone(),
            }),
            signatures: Arc::new(signatures::Service {
                common: common.clone(),
                tokens: base.tokens.clone(),
                cookies: cookies(),
                epochs,
                limits: limits(),
                grace_hours: config.signing.grace_hours,
                origin: origin.clone(),
            }),
            accounts: Arc::new(accounts::Service {
                common: common.clone(),
                tokens: base.tokens.clone(),
                cookies: cookies(),
                digest_key,
                limits: limits(),
            }),
            proofs: Arc::new(accounts::proof::Service {
                common: common.clone(),
                secrets: base.keys.second_proof(),
                house: config.name.clone(),
            }),
            passkeys: Arc::new(accounts::passkeys::Service {
                common: common.clone(),
                cookies: cookies(),
                limits: limits(),
                checker: accounts::passkeys::checker(&config.public_url, &config.name),
            }),
            audit: Arc::new(audit::Service { common: common.clone(), digest_key }),
            staff: Arc::new(staff::Service { common: common.clone(), digest_key }),
            public: Arc::new(base.settings.clone()),
            settings: Arc::new(settings::Service { common: common.clone(), digest_key }),
            house: Arc::new(house::Service { common: common.clone(), gauge: gauge.clone() }),
            drafts: Arc::new(drafts::Service {
                common: common.clone(),
                wrapping: base.wrapping.clone(),
                origin: origin.clone(),
                supporters: config.review.supporters,
            }),
            supporters: Arc::new(supporters::Service {
                common: common.clone(),
                tokens: base.tokens.clone(),
                digest_key,
                limits: limits(),
                origin: origin.clone(),
                needed: config.review.supporters,
            }),
            moderation: Arc::new(moderation::Service {
                common: common.clone(),
                wrapping: base.wrapping.clone(),
                origin,
            }),
            pictures: Arc::new(pictures::Service::new(common.clone())),
            invalidation: Arc::new(invalidation::Service(common.clone())),
            reports: Arc::new(reports::Service { common: common.clone(), limits: limits() }),
            running: Arc::new(running::Service(common.clone())),
            keys: Arc::new(keys::Service(common.clone())),
            teams: Arc::new(teams::Service { common: common.clone(), tokens: base.tokens.clone(), digest_key }),
            updates: Arc::new(updates::Service(common)),
            exports: Arc::clone(&counts) as Arc<_>,
            files: counts,
            health: Arc::new(Ready { db: base.db.clone(), writer: base.writer.clone(), last: Mutex::default() }),
            outbox,
        },
        gauge,
        background: Background { db: base.db.clone(), others, writing: base.writing, tasks, writer: base.task },
        db: base.db,
        writer: base.writer,
    })
}

type Transports = (Option<Arc<MemoryOutbox>>, Option<Arc<dyn Transport>>);

fn transport(config: &Config) -> Result<Transports, Failure> {
    if config.keeps_mails_in_memory() {
        let memory = Arc::new(MemoryOutbox::new());
        return Ok((Some(Arc::clone(&memory)), Some(memory)));
    }
    let Some(smtp) = &config.mail.smtp else { return Ok((None, None)) };
    let transport = SmtpTransport::new(smtp, config.mail.concurrency, config.mail.timeout());
    Ok((None, Some(Arc::new(transport.map_err(|error| Failure::new(error.to_string()))?))))
}

async fn import_demo(
    config: &Config,
    base: &Foundation,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
) -> Result<(), Failure> {
    if !store::is_empty(&mut base.db.read().await?).await? {
        return Ok(());
    }
    let folder = config.keys_folder().join("demo");
    let imports = DEMO.map(|text| Import::read(text, entropy)).into_iter().collect::<Result<Vec<_>, _>>();
    let imports = imports.map_err(Failure::new)?;
    let mut written = Vec::new();
    let keys = imports.iter().try_for_each(|import| {
        let path = folder.join(format!("{}.key", import.slug().as_str()));
        write_key(&path, &import.key_text())?;
        written.push(path);
        Ok(())
    });
    let stored = match keys {
        Ok(()) => {
            Import::store(imports, &base.writer, &base.wrapping, entropy, clock.now()).await.map_err(Failure::from)
        }
        Err(failure) => Err(failure),
    };
    if stored.is_err() {
        // The next start finds neither campaigns nor keys, and makes both anew.
        written.iter().for_each(|path| drop(std::fs::remove_file(path)));
    }
    stored?;
    tracing::warn!(
        "Three demo campaigns were imported. Their private keys lie in {}: fit for trying things out, never for real signers.",
        folder.display()
    );
    Ok(())
}

/// Writes a campaign's private key, readable by this user alone.
///
/// # Errors
/// One sentence with its remedy; a file that exists is never overwritten, and none is left that is not whole.
pub fn write_key(path: &Path, text: &str) -> Result<(), Failure> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let failed = |error: std::io::Error| {
        let path = path.display();
        Failure::new(match error.kind() {
            ErrorKind::AlreadyExists => {
                format!("{path} exists already, and a private key is never overwritten: move it or name another file.")
            }
            ErrorKind::StorageFull => {
                format!(
                    "The private key cannot be written to {path}, for the disk is full: free some space, then try again."
                )
            }
            _ => format!("The private key cannot be written to {path}: {error}. Name a new file in a folder of yours."),
        })
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        let _ = std::fs::remove_file(path);
        failed(error)
    })
}

/// Writes down what campaigns have reached, once a minute.
async fn note_milestones(common: Common, stop: CancellationToken) {
    let mails = common.team_mails();
    loop {
        match milestones::note(&mails, &common.writer, common.clock.now()).await {
            Ok(0) => {}
            Ok(_) => common.mail.wake(),
            Err(error) => tracing::error!(%error, "what campaigns have reached could not be written down"),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(NOTE) => {}
        }
    }
}

struct Sweeping {
    db: Db,
    writer: Writer,
    day_keys: Arc<DayKeys>,
    epochs: Arc<Epochs>,
    clock: Arc<dyn Clock>,
    pending_hours: i64,
    slot: Slot,
}

impl Sweeping {
    async fn run(self, stop: CancellationToken) {
        loop {
            let now = self.clock.now();
            if let Err(error) = sweep::sweep(&self.writer, now, self.pending_hours, self.slot.get()).await {
                tracing::error!(%error, "what has expired could not be dropped");
            }
            if let Err(error) = accounts::sweep(&self.writer, now).await {
                tracing::error!(%error, "old sign-ins could not be dropped");
            }
            if let Err(error) = moderation::sweep(&self.writer, now).await {
                tracing::error!(%error, "what review does not need any more could not be dropped");
            }
            if let Err(error) = reports::sweep(&self.writer, day_of(now)).await {
                tracing::error!(%error, "old reports could not be dropped");
            }
            if let Err(error) = teams::sweep(&self.writer, now).await {
                tracing::error!(%error, "old invitations could not be dropped");
            }
            if let Err(error) = supporters::sweep(&self.writer, now).await {
                tracing::error!(%error, "addresses of supporters that nobody has proved could not be dropped");
            }
            if let Err(error) = invalidation::sweep(&self.writer, now).await {
                tracing::error!(%error, "old rules could not be dropped");
            }
            if let Err(error) = self.day_keys.destroy_old(now).await {
                tracing::error!(%error, "old day keys could not be destroyed");
            }
            self.epochs.forget_past(now);
            if let Err(error) = recount::recount(&self.db, &self.writer, now).await {
                tracing::error!(%error, "the signatures could not be counted anew");
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(SWEEP) => {}
            }
        }
    }
}

struct Ready {
    db: Db,
    writer: Writer,
    /// When the writer last came through, so that whoever asks all the time does not keep it from its work.
    last: Mutex<Option<Instant>>,
}

#[async_trait]
impl Health for Ready {
    async fn ready(&self) -> bool {
        let mut last = self.last.lock().await;
        if !self.writer.is_running() {
            return false;
        }
        if last.is_some_and(|last| last.elapsed() < LATELY) {
            return true;
        }
        *last = None;
        let reads = async { store::is_empty(&mut self.db.read().await?).await };
        // A transaction that changes nothing: it is begun once what is before it has been written.
        let ready = reads.await.is_ok() && self.writer.job(|_| Box::pin(async { Ok(()) })).await.is_ok();
        *last = ready.then(Instant::now);
        ready
    }
}
