//! A full disk: signing goes on once there is room.

use crate::helpers::{On, Site};
use server::store::Db;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_goes_on_once_there_is_room() {
    let site = Site::with(On::Sqlite, |config| {
        (config.limits.burst, config.limits.per_minute, config.limits.per_hour) = (10_000, 10_000, 10_000);
    })
    .await;
    let Db::Sqlite { write, .. } = &site.db else { panic!("the other database") };
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;

    // The file may not grow: for SQLite the disk is full then. It holds for this connection, so the next one has room.
    let full: i64 = sqlx::query_scalar("PRAGMA max_page_count = 1").fetch_one(write).await.unwrap();
    let mut signed = 1;
    while sqlx::query_scalar::<_, i64>("PRAGMA max_page_count").fetch_one(write).await.unwrap() == full {
        browser.sign("Ben", &format!("ben{signed}@example.org")).await;
        signed += 1;
        assert!(signed < 500, "the disk is never full");
    }

    browser.sign("Cleo", "cleo@example.org").await;
    assert_eq!(site.rows().await, (signed + 1, 0));
    site.close().await;
}
