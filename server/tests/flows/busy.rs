//! More than the server can take is refused at once, and nothing of what was typed is lost.

use crate::helpers::{On, Site};
use app::signatures::EmailAddress;
use futures::FutureExt;
use server::{
    signatures::act::Act,
    store::{CampaignId, Db, StoreError},
};
use std::time::Duration;

/// Keeps the writer from writing, as a database does that is slow.
enum Held {
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

impl Held {
    async fn new(site: &Site) -> Self {
        match &site.db {
            Db::Sqlite { .. } => {
                let file = sqlx::sqlite::SqliteConnectOptions::new().filename(site.path("undersigned.db"));
                let pool = sqlx::SqlitePool::connect_with(file).await.unwrap();
                Self::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await.unwrap())
            }
            Db::Postgres(pool) => {
                let mut tx = pool.begin().await.unwrap();
                // Readers read on.
                sqlx::query("LOCK TABLE signatures IN EXCLUSIVE MODE").execute(&mut *tx).await.unwrap();
                Self::Postgres(tx)
            }
        }
    }

    async fn release(self) {
        match self {
            Self::Sqlite(tx) => tx.rollback().await.unwrap(),
            Self::Postgres(tx) => tx.rollback().await.unwrap(),
        }
    }
}

/// Fills the writer's queue with codes that fit nothing; how many there was room for.
fn fill(site: &Site) -> u32 {
    let address = EmailAddress::parse("nobody@example.org").unwrap();
    for n in 0..100_000 {
        let (campaign, address) = (CampaignId([0; 16]), address.clone());
        let code = Act::Code { campaign, digest: [0; 32], code: *b"00000000", address };
        match site.writer.act(code).now_or_never() {
            None => {}
            Some(Err(StoreError::Full)) => return n,
            Some(answer) => panic!("{answer:?}"),
        }
    }
    panic!("the queue has no end");
}

async fn a_full_queue_asks_to_come_back_and_keeps_the_form(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    // Once through, so that the day has its key: drawing one would wait for the writer as well.
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let confirm = browser.get(letter.link()).await.form();
    let form = browser.sign_form("Ben Núñez", "ben@example.org").await;
    let form = form.set("reason", "Kept \"as it was\".").set("show_reason", "on");

    let held = Held::new(&site).await;
    // The writer takes a batch out before it waits for the database, so once is not enough.
    let mut full = 0;
    while full < 3 {
        full = if fill(&site) == 0 { full + 1 } else { 0 };
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    let refused = browser.send(&form).await.expect(503);
    assert_eq!(refused.header("retry-after"), Some("2"));
    let back = refused.form();
    for (name, typed) in [
        ("name", "Ben Núñez"),
        ("email", "ben@example.org"),
        ("country", "US"),
        ("reason", "Kept \"as it was\"."),
        ("show_reason", "on"),
    ] {
        assert_eq!(back.value(name), typed, "{name}");
    }
    // So does whoever confirms, and readers read on.
    let refused = browser.send(&confirm).await.expect(503);
    assert_eq!((refused.header("retry-after"), refused.forms().len()), (Some("2"), 1));
    browser.get(crate::helpers::CAMPAIGN).await.expect(200);
    browser.get("/readyz").await.expect(503);
    browser.get("/healthz").await.expect(200);

    held.release().await;
    while browser.get("/readyz").await.status != 200 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    browser.send(&back).await.expect(303);
    browser.send(&confirm).await.expect(303);
    assert_eq!((site.rows().await, site.count().await), ((1, 1), 1));
    site.close().await;
}

async fn a_writer_that_is_stuck_is_not_ready(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let form = browser.sign_form("Ben", "ben@example.org").await;
    browser.get("/readyz").await.expect(200);

    let held = Held::new(&site).await;
    // One that was ready counts as such for a second.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let signing = tokio::spawn(async move { browser.send(&form).await.status });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut other = site.browser();
    other.get("/readyz").await.expect(503);
    other.get("/healthz").await.expect(200);

    held.release().await;
    assert_eq!(signing.await.unwrap(), 303);
    other.get("/readyz").await.expect(200);
    assert_eq!(site.rows().await, (2, 0));
    site.close().await;
}

async fn a_database_that_is_slow_does_not_cost_what_was_typed(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let form = browser.sign_form("Ben", "ben@example.org").await;
    let held = Held::new(&site).await;
    let refused = browser.send(&form).await.expect(503);
    assert_eq!((refused.header("retry-after"), refused.form().value("email")), (Some("5"), "ben@example.org"));
    held.release().await;
    browser.send(&refused.form()).await.expect(303);
    for letter in site.mails().await {
        let mut browser = site.browser();
        browser.press(letter.link()).await.expect(303);
    }
    assert_eq!(site.count().await, 2, "Ben once, though he sent the form twice");
    site.close().await;
}

flows!(
    a_full_queue_asks_to_come_back_and_keeps_the_form,
    a_writer_that_is_stuck_is_not_ready,
    a_database_that_is_slow_does_not_cost_what_was_typed,
);
