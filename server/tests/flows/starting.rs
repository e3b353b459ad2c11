//! What a server does not start with.

use crate::helpers::{House, On, Ran, Site, bounded, command};
use server::{
    clock::{SystemClock, SystemEntropy},
    config::Config,
    services::Foundation,
    store::{Db, open},
};
use std::{fs, os::unix::fs::PermissionsExt, path::Path, sync::Arc};

/// Settings of a house that others can reach, through a proxy.
const PUBLIC: [(&str, &str); 5] = [
    ("UNDERSIGNED_PUBLIC_URL", "https://sign.example.org"),
    ("UNDERSIGNED_MAIL_FROM", "no-reply@sign.example.org"),
    ("UNDERSIGNED_MAIL_SMTP_HOST", "localhost"),
    ("UNDERSIGNED_MAIL_SMTP_TLS", "none"),
    ("UNDERSIGNED_PROXIES_TRUSTED_HOPS", "1"),
];
const SERVE: [&str; 3] = ["serve", "--addr", "127.0.0.1:0"];

fn run(data: &Path, arguments: &[&str]) -> Ran {
    bounded(data, arguments).envs(PUBLIC).output().unwrap().into()
}

#[test]
fn no_public_server_starts_over_a_campaigns_private_key() {
    let folder = tempfile::tempdir().unwrap();
    House::start(folder.path(), &[]).kill();
    let keys = folder.path().join("keys/demo");
    fs::remove_file(keys.join("halt-deportations.key")).unwrap();
    fs::remove_file(keys.join("safe-crossing.key")).unwrap();

    let refused = run(folder.path(), &SERVE);
    assert_eq!(refused.code, Some(1), "{}", refused.err);
    let lines = refused.err.lines().collect::<Vec<_>>();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("keys/demo/library-sundays.key is a campaign's private key"), "{lines:?}");
    assert!(lines[0].ends_with("Move it to its holder's own machine."), "{lines:?}");
    let checked = run(folder.path(), &["config", "check"]);
    assert_eq!(checked.code, Some(1));
    assert!(checked.out.contains("error: ") && checked.out.contains("library-sundays.key"), "{}", checked.out);

    fs::remove_file(keys.join("library-sundays.key")).unwrap();
    assert_eq!(run(folder.path(), &["config", "check"]).code, Some(0));
    House::start(folder.path(), &PUBLIC).kill();
}

#[test]
fn a_file_where_the_data_or_the_database_should_be_is_told_with_its_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("undersigned.db");
    fs::write(
        &file,
        "Not a database, and longer than the head of one, which has a hundred bytes and begins with its name.",
    )
    .unwrap();
    for (data, remedy) in [(file.as_path(), "name one by --data."), (folder.path(), "put the right one in its place.")]
    {
        let refused = Ran::from(bounded(data, &["migrate"]).current_dir(folder.path()).output().unwrap()).fails();
        assert!(refused.err.trim_end().ends_with(remedy), "{}", refused.err);
        assert_eq!(refused.err.lines().count(), 1, "{}", refused.err);
    }
}

/// What opening the database of this configuration says.
async fn opening(config: &Config) -> Result<(), String> {
    let opened = Foundation::open(config, Arc::new(SystemClock), Arc::new(SystemEntropy)).await;
    match opened {
        Ok(base) => {
            base.close().await;
            Ok(())
        }
        Err(failure) => Err(failure.to_string()),
    }
}

async fn a_database_is_not_opened_without_the_key_it_was_begun_with(on: On) {
    let site = Site::open(on).await;
    let config = site.config.clone();
    let key = config.keys_folder().join("server.key");
    let kept = fs::read(&key).unwrap();
    assert_eq!(opening(&config).await, Ok(()));

    fs::remove_file(&key).unwrap();
    let missing = opening(&config).await.unwrap_err();
    assert!(missing.contains("put server.key back from its backup"), "{missing}");
    assert!(!key.exists(), "none is made in its place");

    // That of another house.
    let other = Site::open(On::Sqlite).await;
    fs::copy(other.config.keys_folder().join("server.key"), &key).unwrap();
    let wrong = opening(&config).await.unwrap_err();
    assert!(wrong.contains("is not the one with which this database was begun"), "{wrong}");

    fs::write(&key, kept).unwrap();
    assert_eq!(opening(&config).await, Ok(()));
    other.close().await;
    site.close().await;
}

#[tokio::test]
async fn what_is_made_is_closed_to_others() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::for_folder(folder.path().join("new/data"));
    assert_eq!(opening(&config).await, Ok(()));
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&config.data), mode(&config.data.join("undersigned.db"))), (0o700, 0o600));
    assert_eq!(mode(&config.keys_folder().join("server.key")), 0o600);
}

/// Two processes at their first start, over one folder and one empty database, end with one key.
async fn two_first_starts_at_once_share_a_key(on: On) {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::for_folder(folder.path());
    if let On::Postgres = on {
        config.database.url = crate::helpers::new_database().await;
    }
    for _ in 0..10 {
        let (one, two) = tokio::join!(opening(&config), opening(&config));
        assert_eq!((one, two), (Ok(()), Ok(())));
        fs::remove_dir_all(config.keys_folder()).unwrap();
    }
}

/// The check looks into the database too, and makes neither one nor tables in one that it does not know yet.
async fn a_check_before_the_first_start_makes_nothing(on: On) {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::for_folder(folder.path());
    if let On::Postgres = on {
        config.database.url = crate::helpers::new_database().await;
    }
    let checked =
        || Ran::from(command(folder.path(), Some(&config.database.url), &["config", "check"]).output().unwrap());
    checked().succeeds();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let db = open(&config.database.url, 1).await.unwrap();
    checked().succeeds();
    let tables: i64 = match &db {
        Db::Sqlite { read, .. } => sqlx::query_scalar("SELECT count(*) FROM sqlite_master").fetch_one(read).await,
        Db::Postgres(pool) => {
            sqlx::query_scalar("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetch_one(pool).await
        }
    }
    .unwrap();
    assert_eq!(tables, 0);
    db.close().await;
}

#[tokio::test]
async fn a_check_tells_of_a_database_that_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("undersigned.db"), "no database at all, but long enough to look like one".repeat(99))
        .unwrap();
    let checked: Ran = bounded(folder.path(), &["config", "check"]).output().unwrap().into();
    assert_eq!(checked.code, Some(1), "{checked:?}");
    assert!(checked.out.contains("error: The database") && checked.out.contains("cannot be opened"), "{checked:?}");
}

flows!(
    a_check_before_the_first_start_makes_nothing,
    a_database_is_not_opened_without_the_key_it_was_begun_with,
    two_first_starts_at_once_share_a_key,
);
