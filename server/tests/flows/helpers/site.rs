use super::{Browser, FakeClock, Letter, Ran, command, new_database};
use app::accounts::Role;
use axum::Router;
use server::{
    clock::{Clock, SystemEntropy},
    config::Config,
    http::{HttpOptions, router},
    mail::{MemoryOutbox, StoredMail},
    services::{self, Background},
    signatures::sweep::sweep,
    store::{Db, writer::Writer},
};
use sha2::{Digest, Sha256};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tempfile::TempDir;

/// The database of a flow.
#[derive(Clone, Copy, Debug)]
pub enum On {
    Sqlite,
    Postgres,
}

/// A running site with the demo campaigns, on a Monday morning in March 2026.
pub struct Site {
    pub clock: Arc<FakeClock>,
    pub config: Config,
    pub db: Db,
    pub writer: Writer,
    router: Router,
    outbox: Arc<MemoryOutbox>,
    /// The number of the last mail that was looked at.
    seen: AtomicU64,
    background: Background,
    folder: TempDir,
    pub database: String,
}

impl Site {
    pub async fn open(on: On) -> Self {
        Self::with(on, |_| {}).await
    }

    /// With a changed configuration.
    pub async fn with(on: On, change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config::for_folder(folder.path());
        if let On::Postgres = on {
            config.database.url = new_database().await;
        }
        // Supporters have flows of their own.
        config.review.supporters = 0;
        change(&mut config);
        Self::start(folder, config, Arc::new(FakeClock::at("2026-03-02T09:00:00Z"))).await
    }

    /// Another server of the same house: its own folder, the same database, key and clock.
    pub async fn beside(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = Config { data: folder.path().to_owned(), ..self.config.clone() };
        std::fs::create_dir(config.keys_folder()).unwrap();
        let key = |config: &Config| config.keys_folder().join("server.key");
        std::fs::copy(key(&self.config), key(&config)).unwrap();
        Self::start(folder, config, Arc::clone(&self.clock)).await
    }

    async fn start(folder: TempDir, config: Config, clock: Arc<FakeClock>) -> Self {
        let opened = services::open(&config, Arc::clone(&clock) as Arc<_>, Arc::new(SystemEntropy)).await.unwrap();
        let outbox = opened.services.outbox.clone().expect("mails are kept in memory");
        let router = router(opened.services, HttpOptions::new(&config, Arc::new(SystemEntropy)));
        Self {
            database: config.database.url.clone(),
            clock,
            config,
            db: opened.db,
            writer: opened.writer,
            router,
            outbox,
            seen: AtomicU64::new(0),
            background: opened.background,
            folder,
        }
    }

    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// What the router says of itself, with every route and its methods.
    pub fn router_text(&self) -> String {
        format!("{:?}", self.router)
    }

    /// A path in the data folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where the private key of a demo campaign lies.
    pub fn key(&self, slug: &str) -> String {
        self.path(&format!("keys/demo/{slug}.key")).into_os_string().into_string().unwrap()
    }

    /// Runs a command of the binary beside the site.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        command(self.folder.path(), Some(&self.database), arguments).output().unwrap().into()
    }

    /// How many mails have been sent since the start.
    pub fn sent(&self) -> usize {
        self.outbox.list().len()
    }

    /// The mails that have arrived since the last look, oldest first. Waits until everything that was queued has been sent.
    pub async fn mails(&self) -> Vec<Letter> {
        self.wait_for("an empty outbox", "SELECT count(*) FROM outbox", 0).await;
        let last = self.seen.load(Ordering::Relaxed);
        let mut new = self.outbox.list().into_iter().filter(|mail| mail.id > last).collect::<Vec<_>>();
        new.reverse();
        self.seen.store(new.last().map_or(last, |mail| mail.id), Ordering::Relaxed);
        let full = new.iter().filter_map(|mail| self.outbox.get(mail.id));
        let letter = |mail: StoredMail| Letter {
            to: mail.to,
            sender: mail.sender,
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            unsubscribe: mail.unsubscribe,
        };
        full.map(letter).collect()
    }

    /// The only mail that has arrived since the last look.
    pub async fn mail(&self) -> Letter {
        let mut mails = self.mails().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        mails.remove(0)
    }

    #[track_caller]
    pub fn no_mail(&self) -> impl Future<Output = ()> {
        let at = std::panic::Location::caller();
        async move {
            let mails = self.mails().await;
            assert!(mails.is_empty(), "{at}: {mails:?}");
        }
    }

    /// Signs and confirms; the confirmation mail.
    pub async fn signed_and_confirmed(&self, name: &str, email: &str) -> Letter {
        let mut browser = self.browser();
        browser.sign(name, email).await;
        let letter = self.mail().await;
        assert!(browser.press(letter.link()).await.location().ends_with("/thanks"));
        letter
    }

    /// A browser that has signed in by the mailed link.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        let form = browser.get("/en/sign-in").await.expect(200).form().set("email", email);
        browser.send(&form).await.expect(303);
        let letter = self.mail().await;
        browser.press(letter.link()).await.expect(303);
        browser
    }

    /// The same for a moderator or an admin, who has just given the second proof.
    pub async fn signed_in_as(&self, email: &str, role: Role) -> Browser {
        const PROVE: &str = "UPDATE sessions SET proved_at = $2 WHERE token_hash = $1";
        const RAISE: &str =
            "UPDATE accounts SET role = $2 WHERE id = (SELECT account_id FROM sessions WHERE token_hash = $1)";
        let browser = self.signed_in(email).await;
        let hash = Sha256::digest(browser.cookie("undersigned-session").unwrap()).to_vec();
        let (hash, now) = (&hash[..], self.clock.now().as_microsecond());
        match &self.db {
            Db::Sqlite { write, .. } => {
                sqlx::query(PROVE).bind(hash).bind(now).execute(write).await.unwrap();
                sqlx::query(RAISE).bind(hash).bind(role.code()).execute(write).await.unwrap();
            }
            Db::Postgres(pool) => {
                sqlx::query(PROVE).bind(hash).bind(now).execute(pool).await.unwrap();
                sqlx::query(RAISE).bind(hash).bind(role.code()).execute(pool).await.unwrap();
            }
        }
        browser
    }

    /// Drops what has had its time, as the server does every ten minutes.
    pub async fn sweep(&self) -> usize {
        sweep(&self.writer, self.clock.now(), 72, 0).await.unwrap()
    }

    /// The one number that a query gives.
    pub async fn number(&self, sql: &'static str) -> i64 {
        match &self.db {
            Db::Sqlite { read, .. } => sqlx::query_scalar(sql).fetch_one(read).await.unwrap(),
            Db::Postgres(pool) => sqlx::query_scalar(sql).fetch_one(pool).await.unwrap(),
        }
    }

    pub async fn execute(&self, sql: &'static str) {
        match &self.db {
            Db::Sqlite { write, .. } => sqlx::query(sql).execute(write).await.map(drop).unwrap(),
            Db::Postgres(pool) => sqlx::query(sql).execute(pool).await.map(drop).unwrap(),
        }
    }

    pub async fn wait_for(&self, what: &str, sql: &'static str, number: i64) {
        for _ in 0..1_000 {
            if self.number(sql).await == number {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("waited in vain for {what}");
    }

    /// Pending and confirmed rows.
    pub async fn rows(&self) -> (i64, i64) {
        let pending = self.number("SELECT count(*) FROM signatures WHERE state = 'pending'").await;
        (pending, self.number("SELECT count(*) FROM signatures WHERE state = 'confirmed'").await)
    }

    /// The count of all campaigns, after holding it against rows and tallies.
    pub async fn count(&self) -> i64 {
        let count = self.number("SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM campaign_counts").await;
        let (pending, confirmed) = self.rows().await;
        let tallies = self.tallies().await;
        assert_eq!(confirmed, count, "rows and count");
        assert_eq!(
            tallies.confirmed - tallies.withdrawn - tallies.invalidated + tallies.restored,
            count,
            "tallies and count"
        );
        let bounced = self.number("SELECT CAST(COALESCE(SUM(bounced), 0) AS BIGINT) FROM tallies").await;
        assert_eq!(tallies.signed - tallies.confirmed - tallies.expired - bounced, pending, "tallies and pending rows");
        count
    }

    pub async fn tallies(&self) -> Tallies {
        Tallies {
            signed: self.number("SELECT CAST(COALESCE(SUM(signed), 0) AS BIGINT) FROM tallies").await,
            confirmed: self.number("SELECT CAST(COALESCE(SUM(confirmed), 0) AS BIGINT) FROM tallies").await,
            expired: self.number("SELECT CAST(COALESCE(SUM(expired), 0) AS BIGINT) FROM tallies").await,
            withdrawn: self.number("SELECT CAST(COALESCE(SUM(withdrawn), 0) AS BIGINT) FROM tallies").await,
            invalidated: self.number("SELECT CAST(COALESCE(SUM(invalidated), 0) AS BIGINT) FROM tallies").await,
            restored: self.number("SELECT CAST(COALESCE(SUM(restored), 0) AS BIGINT) FROM tallies").await,
        }
    }

    /// Ends it as the server ends.
    pub async fn close(self) {
        self.background.shutdown().await;
    }
}

/// All events, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tallies {
    pub signed: i64,
    pub confirmed: i64,
    pub expired: i64,
    pub withdrawn: i64,
    pub invalidated: i64,
    pub restored: i64,
}
