//! A rule that is broken off goes on with the next signature; two servers share it without counting anything twice.

use super::{APPLIED, Crowd, UNDONE, act, counted, crowd};
use crate::helpers::{House, On, Site};
use app::accounts::Role;
use server::store::{Db, open};
use std::path::Path;
use std::time::Duration;

const BOTS: Crowd = Crowd { n: 3_000, domain: "bots.example", country: "US", fast: true };
const PEOPLE: Crowd = Crowd { n: 300, domain: "mail.example", country: "MX", fast: false };

async fn database(folder: &Path) -> Db {
    open(&format!("sqlite:{}", folder.join("undersigned.db").display()), 2).await.unwrap()
}

async fn execute(folder: &Path, sql: &'static str) {
    let db = database(folder).await;
    let Db::Sqlite { write, .. } = &db else { panic!("the other database") };
    sqlx::query(sql).execute(write).await.unwrap();
    db.close().await;
}

async fn number(folder: &Path, sql: &'static str) -> i64 {
    let db = database(folder).await;
    let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
    let n = sqlx::query_scalar(sql).fetch_one(read).await.unwrap();
    db.close().await;
    n
}

/// What the count, the tallies and the rows say.
async fn counts(folder: &Path) -> (i64, i64, i64) {
    (
        number(folder, "SELECT COALESCE(SUM(n), 0) FROM campaign_counts").await,
        number(folder, "SELECT COALESCE(SUM(confirmed - withdrawn - invalidated + restored), 0) FROM tallies").await,
        number(folder, "SELECT count(*) FROM signatures WHERE state = 'confirmed'").await,
    )
}

/// Starts servers and kills them until a rule has come to `state`; how often it was killed on the way.
async fn through_kills(folder: &Path, changed: &'static str, done: &'static str) -> u32 {
    for kills in 0..40 {
        let house = House::start(folder, &[]);
        let enough = if kills < 3 { number(folder, changed).await + 400 } else { i64::MAX };
        for _ in 0..1_200 {
            if number(folder, changed).await >= enough || number(folder, done).await == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let is_done = number(folder, done).await == 1;
        house.kill();
        let (count, tallied, rows) = counts(folder).await;
        assert_eq!((count, tallied), (rows, rows), "after kill {kills}");
        if is_done {
            return kills;
        }
    }
    panic!("it is never done");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_in_the_middle_count_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    House::start(folder, &[]).kill();
    let db = database(folder).await;
    for people in [BOTS, PEOPLE] {
        crowd(&db, &folder.join("keys"), people).await;
    }
    db.close().await;
    execute(
        folder,
        "INSERT INTO invalidations (id, campaign_id, state, fast, flagged, reason, reason_locale, done_to, created_at, applied_at) \
         SELECT x'01010101010101010101010101010101', id, 'applying', 1, 0, 'Bots', 'en', x'', 1, 1 FROM campaigns \
         WHERE slug = 'halt-deportations'",
    )
    .await;
    let kills = through_kills(folder, "SELECT COALESCE(SUM(invalidated), 0) FROM tallies", APPLIED).await;
    assert!(kills >= 2, "{kills} kills in the middle");
    assert_eq!(counts(folder).await, (300, 300, 300));
    assert_eq!(number(folder, "SELECT invalidated FROM invalidations").await, 3_000);

    execute(folder, "UPDATE invalidations SET state = 'undoing', undone_at = 2").await;
    let kills = through_kills(folder, "SELECT COALESCE(SUM(restored), 0) FROM tallies", UNDONE).await;
    assert!(kills >= 2, "{kills} kills in the middle");
    assert_eq!(counts(folder).await, (3_300, 3_300, 3_300));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_count_nothing_twice() {
    let one = Site::open(On::Postgres).await;
    crowd(&one.db, &one.config.keys_folder(), BOTS).await;
    let mut admin = one.signed_in_as("admin@example.org", Role::Admin).await;
    let rule = counted(&one, &mut admin, &[("domain", "bots.example")]).await;
    let two = one.beside().await;
    for (action, done) in [("apply", APPLIED), ("undo", UNDONE)] {
        act(&mut admin, &rule, action).await.expect(303);
        // Leases run out all the time, so that each takes the rule from the other.
        for _ in 0..2_000 {
            one.clock.forward(jiff::Span::new().milliseconds(5_100));
            if one.number(done).await == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(one.count().await, if action == "apply" { 0 } else { 3_000 });
        one.execute("UPDATE sessions SET proved_at = 9000000000000000").await;
    }
    let tallies = one.tallies().await;
    assert_eq!((tallies.invalidated, tallies.restored), (3_000, 3_000));
    two.close().await;
    one.close().await;
}
