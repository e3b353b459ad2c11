//! A server that is killed while people sign loses nothing that it has answered for.

use crate::helpers::{Form, House, request};
use server::store::{Db, open};
use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    sync::atomic::{AtomicBool, AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

const PAGE: &str = "/en/campaigns/halt-deportations";
const TASKS: usize = 8;
/// Signatures that must have been acknowledged before each kill.
const BEFORE_A_KILL: u32 = 60;
const LIMITS: [(&str, &str); 3] = [
    ("UNDERSIGNED_LIMITS_BURST", "100000"),
    ("UNDERSIGNED_LIMITS_PER_MINUTE", "100000"),
    ("UNDERSIGNED_LIMITS_PER_HOUR", "1000000"),
];

/// Signs again and again until told to stop; what was acknowledged. Each signer's reason names the attempt.
fn sign(address: SocketAddr, form: &Form, next: &AtomicU32, taken: &AtomicU32, stop: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let reason = format!("attempt {n}");
        let form = form.clone().set("email", &format!("signer{n}@example.org")).set("reason", &reason);
        let form = form.set("country", if n.is_multiple_of(2) { "US" } else { "MX" });
        // One that was not answered may be there or not.
        if let Ok(answer) = request(address, "POST", PAGE, "", &form.body()) {
            assert_eq!(answer.status, 303, "{}", answer.body);
            acknowledged.push(reason);
            taken.fetch_add(1, Ordering::Relaxed);
        }
    }
    acknowledged
}

/// Lets people sign, and kills the server in the middle of it.
fn load_and_kill(house: House, next: &AtomicU32) -> Vec<String> {
    let page = request(house.address, "GET", PAGE, "", "").unwrap();
    let form = Form::all(PAGE, &page.body).remove(0).set("name", "Ana").set("show_reason", "on");
    let (taken, stop) = (AtomicU32::new(0), AtomicBool::new(false));
    let address = house.address;
    thread::scope(|scope| {
        let tasks = (0..TASKS).map(|_| scope.spawn(|| sign(address, &form, next, &taken, &stop))).collect::<Vec<_>>();
        let start = Instant::now();
        while taken.load(Ordering::Relaxed) < BEFORE_A_KILL && start.elapsed() < Duration::from_secs(10) {
            thread::sleep(Duration::from_millis(5));
        }
        house.kill();
        stop.store(true, Ordering::Relaxed);
        tasks.into_iter().flat_map(|task| task.join().unwrap()).collect()
    })
}

#[test]
fn what_was_acknowledged_survives_three_kills() {
    let folder = tempfile::tempdir().unwrap();
    let next = AtomicU32::new(0);
    let mut acknowledged = BTreeSet::new();
    for _ in 0..3 {
        let house = House::start(folder.path(), &LIMITS);
        let before = acknowledged.len();
        acknowledged.extend(load_and_kill(house, &next));
        assert!(
            acknowledged.len() >= before + BEFORE_A_KILL as usize,
            "only {} were taken",
            acknowledged.len() - before
        );
    }
    // Once more, so that what was cut off is recovered and every mail goes out.
    let house = House::start(folder.path(), &LIMITS);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(recount(&folder.path().join("undersigned.db"), &acknowledged, next.load(Ordering::Relaxed)));
    drop(house);
}

async fn recount(file: &std::path::Path, acknowledged: &BTreeSet<String>, attempts: u32) {
    let db = open(&format!("sqlite:{}", file.display()), 2).await.unwrap();
    let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
    let rows: Vec<(String, String, String, i64)> =
        sqlx::query_as("SELECT reason, state, country, mails FROM signatures").fetch_all(read).await.unwrap();
    let mut by_reason = BTreeMap::<&str, usize>::new();
    let mut by_country = BTreeMap::<&str, i64>::new();
    for (reason, state, country, mails) in &rows {
        assert_eq!((state.as_str(), *mails), ("pending", 1), "{reason}");
        *by_reason.entry(reason).or_default() += 1;
        *by_country.entry(country).or_default() += 1;
    }
    for reason in acknowledged {
        assert_eq!(by_reason.get(reason.as_str()), Some(&1), "{reason} was acknowledged");
    }
    assert!(by_reason.values().all(|n| *n == 1), "twice the same: {by_reason:?}");
    assert!(rows.len() <= attempts as usize);

    let tallies: Vec<(String, i64, i64)> = sqlx::query_as(
        "SELECT country, SUM(signed), SUM(confirmed + expired + withdrawn) FROM tallies GROUP BY country",
    )
    .fetch_all(read)
    .await
    .unwrap();
    let tallies =
        tallies.iter().map(|(country, signed, others)| (country.as_str(), signed - others)).collect::<BTreeMap<_, _>>();
    assert_eq!(tallies, by_country, "tallies against a recount");
    let orphans =
        "SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM signatures s WHERE s.id = o.signature_id)";
    let orphans: i64 = sqlx::query_scalar(orphans).fetch_one(read).await.unwrap();
    let twice: i64 =
        sqlx::query_scalar("SELECT count(*) - count(DISTINCT signature_id) FROM outbox").fetch_one(read).await.unwrap();
    assert_eq!((orphans, twice), (0, 0), "every mail that waits belongs to one signature");
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(read).await.unwrap();
    assert_eq!(sound, "ok");
    db.close().await;
}
