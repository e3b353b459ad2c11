//! A mailing that is broken off goes on with the next signer; two servers share it without writing to anybody twice.

use super::{act, approved, crowd, keys, writer};
use crate::helpers::{House, On, Site};
use server::store::{Db, open};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

const READERS: i64 = 2_500;

async fn database(folder: &Path) -> Db {
    open(&format!("sqlite:{}", folder.join("undersigned.db").display()), 2).await.unwrap()
}

async fn number(folder: &Path, sql: &'static str) -> i64 {
    let db = database(folder).await;
    let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
    let n = sqlx::query_scalar(sql).fetch_one(read).await.unwrap();
    db.close().await;
    n
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_in_the_middle_send_nobody_two_mails() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    House::start(folder, &[]).kill();
    let db = database(folder).await;
    crowd(&db, &keys(&folder.join("keys")), usize::try_from(READERS).unwrap()).await;
    let Db::Sqlite { write, .. } = &db else { panic!("the other database") };
    // The trigger writes in the transaction of the mail that it notes.
    for sql in [
        "CREATE TABLE made (signature_id BLOB NOT NULL)",
        "CREATE TRIGGER note AFTER INSERT ON outbox WHEN NEW.kind = 'update' BEGIN INSERT INTO made VALUES (NEW.signature_id); END",
        "INSERT INTO updates (id, campaign_id, state, title, body, html, locale, version, created_at, approved_at) \
         SELECT x'01010101010101010101010101010101', id, 'approved', 'News', 'News', '<p>News</p>', 'en', 1, 1, 1 FROM campaigns \
         WHERE slug = 'halt-deportations'",
        "INSERT INTO mailings (update_id, campaign_id, state, done_to, created_at) SELECT id, campaign_id, 'queued', x'', 1 FROM updates",
    ] {
        sqlx::query(sql).execute(write).await.unwrap();
    }
    db.close().await;
    let mut kills = 0;
    for round in 1..40 {
        let house = House::start(folder, &[]);
        // Until it has made some more mails, or all.
        let enough = if round < 4 { number(folder, "SELECT count(*) FROM made").await + 300 } else { i64::MAX };
        for _ in 0..1_200 {
            if number(folder, "SELECT count(*) FROM made").await >= enough
                || number(folder, "SELECT count(*) FROM mailings WHERE state = 'done'").await == 1
            {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let done = number(folder, "SELECT count(*) FROM mailings WHERE state = 'done'").await == 1;
        house.kill();
        if done {
            break;
        }
        kills += 1;
    }
    assert!(kills >= 2, "{kills} kills in the middle");
    assert_eq!(number(folder, "SELECT count(*) FROM mailings WHERE state = 'done'").await, 1);
    assert_eq!(number(folder, "SELECT made FROM mailings").await, READERS);
    let made = number(folder, "SELECT count(*) FROM made").await;
    let different = number(folder, "SELECT count(DISTINCT signature_id) FROM made").await;
    assert_eq!((made, different), (READERS, READERS));
    assert!(number(folder, "SELECT count(*) FROM outbox WHERE bulk = 1").await <= 1_100, "few wait at a time");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_write_to_nobody_twice() {
    let one = Site::open(On::Postgres).await;
    let mut ana = writer(&one).await;
    crowd(&one.db, &keys(&one.config.keys_folder()), 420).await;
    let update = approved(&one, &mut ana).await;
    let two = one.beside().await;
    act(&mut ana, &update, "mail").await.expect(303);
    // Leases run out all the time, so that each takes the mailing from the other.
    for _ in 0..2_000 {
        one.clock.forward(jiff::Span::new().seconds(6));
        if one.number("SELECT count(*) FROM mailings WHERE state = 'done'").await == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let mut mails = one.mails().await;
    mails.extend(two.mails().await);
    assert_eq!(mails.len(), 420);
    assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<BTreeSet<_>>().len(), 420, "nobody twice");
    two.close().await;
    one.close().await;
}
