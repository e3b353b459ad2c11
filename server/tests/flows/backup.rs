//! A database is copied while people sign, without what a copy must not keep.

use crate::helpers::{CAMPAIGN, Form, House, On, Ran, Site, command, request};
use server::store::{Db, open};
use std::{
    fs,
    os::unix::fs::DirBuilderExt,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_whole_and_keeps_no_mail() {
    let site = Site::with(On::Sqlite, |config| config.limits.per_hour = 10_000).await;
    for name in ["Ana", "Ben"] {
        site.signed_and_confirmed(name, "family@example.org").await;
    }
    site.signed_in("owner@example.org").await;
    // A mail that can no longer be sent, and one that waits.
    site.browser().sign("Cleo", "cleo@example.org").await;
    site.mails().await;
    site.execute(
        "INSERT INTO outbox (id, kind, campaign_id, signature_id, locale, address, state, not_before, created_at) \
         SELECT id, 'confirm', campaign_id, id, 'en', x'00', 'dead', 0, created_at FROM signatures WHERE state = 'pending'",
    )
    .await;
    let before = site.rows().await;

    let file = site.path("copy.db");
    let (stop, mut browser) = (AtomicBool::new(false), site.browser().on_network(7));
    let form = browser.sign_form("Dan", "dan@example.org").await;
    let signing = async {
        let mut n = 0;
        while !stop.load(Ordering::Relaxed) && n < 25 {
            let form = form.clone().set("email", &format!("dan{n}@example.org"));
            browser.send(&form).await.expect(303);
            n += 1;
        }
    };
    let copying = async {
        let ran = tokio::task::block_in_place(|| site.run(&["backup", file.to_str().unwrap()]));
        stop.store(true, Ordering::Relaxed);
        ran.succeeds();
    };
    tokio::join!(signing, copying);
    let after = site.rows().await;

    let copy = open(&format!("sqlite:{}", file.display()), 1).await.unwrap();
    let Db::Sqlite { read, .. } = &copy else { panic!("the other database") };
    let number = async |sql: &'static str| sqlx::query_scalar::<_, i64>(sql).fetch_one(read).await.unwrap();
    let pending = number("SELECT count(*) FROM signatures WHERE state = 'pending'").await;
    assert!((before.0..=after.0).contains(&pending), "{before:?} {pending} {after:?}");
    assert_eq!(number("SELECT count(*) FROM signatures WHERE state = 'confirmed'").await, 2);
    assert_eq!(number("SELECT SUM(n) FROM campaign_counts").await, 2);
    let tallied = number("SELECT SUM(signed - confirmed - expired) FROM tallies").await;
    assert_eq!(tallied, pending, "a copy is of one moment");
    assert_eq!(number("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM day_keys)").await, 0);
    assert_eq!(number("SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM sign_ins) + (SELECT count(*) FROM passkey_challenges)").await, 0);
    assert_eq!(number("SELECT count(*) FROM accounts").await, 1);
    for sql in [
        "SELECT group_concat(hex(id) || hex(sealed) || hex(digest)) FROM (SELECT * FROM signatures WHERE state = 'confirmed' ORDER BY id)",
        "SELECT group_concat(hex(id) || slug || hex(digest_key)) FROM (SELECT * FROM campaigns ORDER BY id)",
        "SELECT group_concat(hex(epoch) || hex(key_id) || hex(wrapped)) FROM (SELECT * FROM epoch_keys ORDER BY epoch, key_id)",
        "SELECT group_concat(title || story_html || consent) FROM (SELECT * FROM revision_texts ORDER BY revision_id, locale)",
        "SELECT group_concat(name || sql) FROM (SELECT * FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name)",
        "PRAGMA integrity_check",
    ] {
        let Db::Sqlite { read: original, .. } = &site.db else { panic!("the other database") };
        let text = async |pool| sqlx::query_scalar::<_, String>(sql).fetch_one(pool).await.unwrap();
        assert_eq!(text(read).await, text(original).await, "{sql}");
    }
    copy.close().await;

    let again = site.run(&["backup", file.to_str().unwrap()]);
    again.fails().tells("exists already");
    site.close().await;
}

/// Signs as Ana at a house, with this address.
fn sign(house: &House, email: &str) {
    let form = Form::all(CAMPAIGN, &house.get(CAMPAIGN)).remove(0);
    let form = form.set("name", "Ana").set("email", email).set("country", "US");
    assert_eq!(request(house.address, "POST", CAMPAIGN, "", &form.body()).unwrap().status, 303);
}

#[test]
fn a_restored_house_sends_no_mail_until_somebody_wants_it_to() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let run = |folder: &Path, arguments: &[&str]| Ran::from(command(folder, None, arguments).output().unwrap());
    let house = House::start(old.path(), &[]);
    sign(&house, "ana@example.org");
    let early = house.newest_mail().path_under(CAMPAIGN);
    let copy = new.path().join("undersigned.db");
    run(old.path(), &["backup", copy.to_str().unwrap()]).succeeds();
    // The house itself goes on.
    sign(&house, "ben@example.org");
    let newest = |house: &House| house.newest_mail().path_under(CAMPAIGN);
    assert!((0..500).any(|_| newest(&house) != early || {
        std::thread::sleep(Duration::from_millis(10));
        false
    }));
    house.kill();

    fs::DirBuilder::new().mode(0o700).create(new.path().join("keys")).unwrap();
    fs::copy(old.path().join("keys/server.key"), new.path().join("keys/server.key")).unwrap();
    let checked = run(new.path(), &["config", "check"]).succeeds();
    assert!(checked.out.contains("warning: Mail is paused") && checked.out.contains("mail resume"), "{}", checked.out);
    let house = House::start(new.path(), &[]);
    sign(&house, "cleo@example.org");
    let confirmed = request(house.address, "POST", &early, "", "").unwrap();
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
    std::thread::sleep(Duration::from_millis(1_500));
    assert!(!house.get("/dev/outbox").contains("href=\"/dev/outbox/"));
    let log = house.log();
    assert_eq!(log.matches("WARN").count(), 1, "{log}");
    assert!(log.contains("restored from a backup") && log.contains("`undersigned mail resume`"), "{log}");

    let resumed = run(new.path(), &["mail", "resume"]).succeeds();
    assert_eq!(resumed.out, "Mail goes out again. Mails that wait to be sent: 1\n");
    let link = newest(&house);
    assert_eq!(request(house.address, "POST", &link, "", "").unwrap().status, 303);
    assert!(house.log().contains("no longer paused"), "{}", house.log());
    house.kill();
    let counted = run(new.path(), &["campaign", "list"]).succeeds();
    assert!(counted.table('\t').contains(&vec!["halt-deportations", "2"]), "{}", counted.out);
}

#[tokio::test]
async fn postgres_is_left_to_its_own_tool() {
    let site = Site::open(On::Postgres).await;
    let file = site.path("copy.db");
    site.run(&["backup", file.to_str().unwrap()]).fails().tells("pg_dump");
    let left = fs::read_dir(site.path("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(left.into_iter().all(|name| !name.starts_with(".undersigned") && name != "copy.db"));
    site.close().await;
}
