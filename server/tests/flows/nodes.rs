//! Several servers before one PostgreSQL.

use crate::helpers::{Letter, On, Site};
use futures::future::join_all;
use server::store::{Db, open};

const SIGNERS: usize = 60;

fn busy(config: &mut server::config::Config) {
    (config.limits.burst, config.limits.per_minute, config.limits.per_hour) = (10_000, 10_000, 10_000);
}

/// The mails of both: either's worker may have sent them.
async fn letters(one: &Site, two: &Site) -> Vec<Letter> {
    let mut letters = one.mails().await;
    letters.extend(two.mails().await);
    letters
}

/// Presses the button of each mail on both servers at the same time.
async fn press(letters: &[Letter], one: &Site, two: &Site) {
    let pressed = letters.iter().flat_map(|letter| {
        [one, two].map(|site| async move {
            let mut browser = site.browser();
            let page = browser.get(letter.link()).await;
            // The other may have been faster by a whole press.
            if page.status.as_u16() == 200 {
                browser.send(&page.form()).await.expect(303);
            }
        })
    });
    join_all(pressed).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_count_together_and_never_wait_crosswise() {
    let one = Site::with(On::Postgres, busy).await;
    let two = one.beside().await;
    assert_eq!(one.number("SELECT count(*) FROM nodes").await, 2, "each holds a slot");

    let signed = (0..SIGNERS).map(|n| {
        let site = if n % 2 == 0 { &one } else { &two };
        async move { site.browser().sign("Ana", &format!("ana{n}@example.org")).await }
    });
    join_all(signed).await;
    let first = letters(&one, &two).await;
    assert_eq!(first.len(), SIGNERS);
    // One on each, for of those that are pressed on both one server may be the faster every time.
    for (letter, site) in first.iter().zip([&one, &two]) {
        site.browser().press(letter.link()).await.expect(303);
    }
    press(&first, &one, &two).await;
    assert_eq!(one.count().await, i64::try_from(SIGNERS).unwrap());
    assert_eq!(one.number("SELECT count(DISTINCT slot) FROM campaign_counts").await, 2);

    // Withdrawing, on both at once too, and the same person's forms crosswise.
    let withdrawn = first[..20].iter().flat_map(|letter| {
        [&one, &two].map(|site| async move {
            let mut browser = site.browser();
            let moved = browser.get(letter.link()).await;
            let page = browser.follow(&moved).await.expect(200);
            if let Some(form) = page.forms().into_iter().find(|form| form.value("decision") == "withdraw") {
                browser.send(&form).await.expect(303);
            }
        })
    });
    join_all(withdrawn).await;
    assert_eq!(one.count().await, i64::try_from(SIGNERS).unwrap() - 20);

    // Many forms of few mailboxes: both drop the oldest ones.
    let signed = (0..SIGNERS).map(|n| {
        let site = if n % 2 == 0 { &one } else { &two };
        async move { site.browser().sign("Ben", &format!("ben{}@example.org", n % 6)).await }
    });
    join_all(signed).await;
    press(&letters(&one, &two).await, &one, &two).await;
    one.count().await;

    let url = one.config.database.url.clone();
    two.close().await;
    assert_eq!(one.number("SELECT count(*) FROM nodes").await, 1, "a slot is given back");
    one.close().await;
    // What a process did is added up when its connections have ended.
    let db = open(&url, 1).await.unwrap();
    let Db::Postgres(pool) = &db else { panic!("the other database") };
    let statistics = "SELECT deadlocks, xact_commit FROM pg_stat_database WHERE datname = current_database()";
    let (mut deadlocks, mut commits): (i64, i64) = (0, 0);
    for _ in 0..100 {
        (deadlocks, commits) = sqlx::query_as(statistics).fetch_one(pool).await.unwrap();
        if commits > 100 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(commits > 100, "{commits}");
    assert_eq!(deadlocks, 0);
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slot_whose_lease_has_run_out_is_taken_over_and_a_full_house_shares() {
    let one = Site::open(On::Postgres).await;
    let others = "INSERT INTO nodes (slot, node, leased_until) SELECT s, '\\x01', 9000000000000000 FROM generate_series(0, 63) s \
        ON CONFLICT (slot) DO NOTHING";
    one.execute(others).await;
    let two = one.beside().await;
    assert_eq!(one.number("SELECT count(*) FROM nodes WHERE node = '\\x01'").await, 63, "nobody lost a slot");
    for (site, name) in [(&one, "ana"), (&two, "ben")] {
        site.browser().sign("Ana", &format!("{name}@example.org")).await;
    }
    press(&letters(&one, &two).await, &one, &two).await;
    assert_eq!(two.count().await, 2);

    one.execute("UPDATE nodes SET leased_until = 0 WHERE slot = 7").await;
    let three = one.beside().await;
    assert_eq!(
        one.number("SELECT count(*) FROM nodes WHERE slot = 7 AND node <> '\\x01' AND leased_until > 0").await,
        1
    );
    three.close().await;
    assert_eq!(one.number("SELECT count(*) FROM nodes WHERE slot = 7").await, 0, "and is given back");
    two.close().await;
    one.close().await;
}
