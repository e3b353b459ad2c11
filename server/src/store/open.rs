use super::{Conn, Db, Link, Result, StoreError, each_db};
use crate::signatures::mail_waits;
use sqlx::migrate::Migrator;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;
use tokio::time::sleep;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// SQLite before this can damage a database in WAL mode (fixed in 3.51.3).
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

const MIGRATION_TRIES: u32 = 5;

/// Opens the database that `url` names: `sqlite:PATH` or `postgres://…`. A SQLite file is made if it is not there.
///
/// # Errors
/// With a sentence that names the remedy.
pub async fn open(url: &str, connections: u32) -> Result<Db> {
    if let Some(path) = sqlite_path(url) {
        open_sqlite(path, connections).await
    } else if is_postgres(url) {
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(5))
            .connect(url)
            .await;
        let pool = pool.map_err(|error| {
            StoreError::Refused(format!(
                "PostgreSQL cannot be reached: {error}. Check database.url and that the server runs."
            ))
        })?;
        Ok(Db::Postgres(pool))
    } else {
        Err(StoreError::Refused("database.url must begin with sqlite: or postgres://.".to_owned()))
    }
}

/// The file of a SQLite database.
pub(crate) fn sqlite_path(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(|path| Path::new(path.trim_start_matches("//")))
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// Whether opening this database would find it, not make it. Of PostgreSQL only opening can tell.
pub fn is_there(url: &str) -> bool {
    sqlite_path(url).map_or(is_postgres(url), Path::exists)
}

async fn open_sqlite(path: &Path, connections: u32) -> Result<Db> {
    let refused = |error: sqlx::Error| {
        let remedy = match error.as_database_error().and_then(|error| error.code()).as_deref() {
            Some("26") => "Move that file away, or put the right one in its place.",
            _ => "Check that its folder exists, can be written to and is not full.",
        };
        StoreError::Refused(format!("The database {} cannot be opened: {error}. {remedy}", path.display()))
    };
    let options = SqliteConnectOptions::from_str("sqlite:")?
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("secure_delete", "ON")
        .pragma("cache_size", "-65536")
        // 32 MB of log, not 4: pages that many transactions change are copied back once, not for each few. Commits are as durable.
        .pragma("wal_autocheckpoint", "8000")
        .pragma("temp_store", "MEMORY");
    create_private(path).map_err(|error| refused(error.into()))?;
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .after_release(|conn, _| Box::pin(ended(conn)))
        .connect_with(options.clone())
        .await
        .map_err(refused)?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&write).await?;
    check_version(&version)?;
    let readers = options.pragma("query_only", "ON");
    let read = SqlitePoolOptions::new().max_connections(connections).connect_with(readers).await.map_err(refused)?;
    Ok(Db::Sqlite { read, write })
}

/// Whether a connection's last transaction has ended. Where the disk is full, SQLite ends it itself; sqlx then fails to roll it back,
/// goes on counting it, and would refuse every later one or run it inside of none: such a connection is replaced.
async fn ended(conn: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if conn.is_in_transaction() {
        // A rollback may still be under way.
        conn.ping().await?;
    }
    Ok(!conn.is_in_transaction())
}

/// Makes a database that is not there yet, for this user alone; SQLite gives its log and shared memory the same permissions. One that
/// is there is not even opened: closing it would drop the locks that this process holds on it (POSIX).
fn create_private(path: &Path) -> std::io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn check_version(version: &str) -> Result<()> {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) >= OLDEST_SQLITE {
        return Ok(());
    }
    Err(StoreError::Refused(format!(
        "SQLite {version} can damage a database in WAL mode. Build with SQLite 3.51.3 or newer (the bundled one is)."
    )))
}

/// Brings the tables up to date. Safe to run beside a running server of the same version.
///
/// # Errors
/// When a migration fails; the database is then as before it.
pub async fn migrate(db: &Db) -> Result<()> {
    match db {
        Db::Postgres(pool) => POSTGRES.run(pool).await?,
        // Two processes may come at once, and SQLite has no lock that both wait for: one of them fails, and finds it done.
        Db::Sqlite { write, .. } => {
            let mut tries = 1;
            while let Err(error) = SQLITE.run(write).await {
                if tries == MIGRATION_TRIES {
                    return Err(error.into());
                }
                tries += 1;
                sleep(Duration::from_millis(200)).await;
            }
        }
    }
    Ok(())
}

crate::store::statements! {
    ANY_CAMPAIGN = "SELECT count(*) FROM (SELECT 1 FROM campaigns LIMIT 1) AS found";
    FORGET_MAILS = "DELETE FROM outbox";
    FORGET_DAY_KEYS = "DELETE FROM day_keys";
    PAUSE_MAILINGS = "UPDATE mailings SET state = 'paused' WHERE state IN ('queued', 'running')";
    FORGET_SIGN_INS = "DELETE FROM sign_ins";
    FORGET_SESSIONS = "DELETE FROM sessions";
    FORGET_CHALLENGES = "DELETE FROM passkey_challenges";
}

/// Whether there is no campaign yet.
///
/// # Errors
/// When the database fails.
pub async fn is_empty(conn: &mut Conn) -> Result<bool> {
    let n: i64 = each_db!(conn.link(), c => sqlx::query_scalar(ANY_CAMPAIGN).fetch_one(c).await)?;
    Ok(n == 0)
}

/// Writes a consistent copy of a SQLite database to `file` while the server runs. Mails that wait, the keys of their addresses
/// and sessions stay out: a copy must not send them again, nor make them readable for longer than they live, nor sign anyone in. Whoever opens it sends no mail until told to.
///
/// # Errors
/// On PostgreSQL, with the name of the tool to use there; when `file` exists or cannot be written.
pub async fn snapshot(db: &Db, file: &Path) -> Result<()> {
    // Not over a reader's connection: `query_only` holds for the copy too.
    let Db::Sqlite { write, .. } = db else {
        return Err(StoreError::Refused("This database is PostgreSQL: back it up with pg_dump.".to_owned()));
    };
    let name = file.to_str().ok_or_else(|| StoreError::Refused("The file's name must be valid UTF-8.".to_owned()))?;
    if file.exists() {
        return Err(StoreError::Refused(format!("{name} exists already. Choose another name or remove it.")));
    }
    sqlx::query("VACUUM INTO $1").bind(name).execute(write).await?;
    let copy =
        SqlitePoolOptions::new().max_connections(1).connect_with(SqliteConnectOptions::new().filename(file)).await?;
    for sql in
        [FORGET_MAILS, PAUSE_MAILINGS, FORGET_DAY_KEYS, FORGET_SIGN_INS, FORGET_SESSIONS, FORGET_CHALLENGES, "VACUUM"]
    {
        sqlx::query(sql).execute(&copy).await?;
    }
    mail_waits::pause(&mut Link::Sqlite(&mut *copy.acquire().await?)).await?;
    copy.close().await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[tokio::test]
    async fn what_is_made_is_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&format!("sqlite:{}", folder.path().join("a.db").display()), 2).await.unwrap();
        migrate(&db).await.unwrap();
        // All three are there while it is open.
        for name in ["a.db", "a.db-wal", "a.db-shm"] {
            let mode = std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
        db.close().await;
    }

    #[tokio::test]
    async fn a_migration_that_found_no_room_is_not_taken_for_done() {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&format!("sqlite:{}", folder.path().join("a.db").display()), 2).await.unwrap();
        let Db::Sqlite { write, .. } = &db else { panic!("the other database") };
        sqlx::query("PRAGMA max_page_count = 8").execute(write).await.unwrap();
        assert!(migrate(&db).await.unwrap_err().is_full());
        sqlx::query("PRAGMA max_page_count = 1000").execute(write).await.unwrap();
        migrate(&db).await.unwrap();
        assert!(is_empty(&mut db.read().await.unwrap()).await.unwrap());
        db.close().await;
    }

    #[tokio::test]
    async fn a_folder_that_is_not_there_is_told_with_its_remedy() {
        let Err(error) = open("sqlite:/nowhere/at/all/a.db", 2).await else { panic!("it was opened") };
        assert!(error.to_string().contains("Check that its folder exists"), "{error}");
    }

    #[test]
    fn refuses_the_sqlite_that_damages_databases() {
        assert!(check_version("3.51.3").is_ok());
        assert!(check_version("4.0").is_ok());
        assert!(check_version("3.51.2").unwrap_err().to_string().contains("3.51.3 or newer"));
    }
}
