//! A server that is killed while people sign and confirm loses nothing that it has answered for.

use crate::helpers::{Form, House, request};
use app::paths::encode;
use server::{
    privacy::{Purpose, ServerKeys, Tokens},
    store::{CampaignId, Db, SignatureId, open},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const PAGE: &str = "/en/campaigns/halt-deportations";
const SIGNING: usize = 6;
const CONFIRMING: usize = 3;
/// Signatures that must have been acknowledged before each kill, and confirmations, where something waits.
const BEFORE_A_KILL: (usize, usize) = (60, 20);
const LIMITS: [(&str, &str); 3] = [
    ("UNDERSIGNED_LIMITS_BURST", "100000"),
    ("UNDERSIGNED_LIMITS_PER_MINUTE", "100000"),
    ("UNDERSIGNED_LIMITS_PER_HOUR", "1000000"),
];

/// What has been answered, over all kills. Each signer's reason names the attempt.
#[derive(Default)]
struct Answered {
    attempts: AtomicU32,
    signed: Mutex<BTreeSet<String>>,
    confirmed: Mutex<BTreeSet<String>>,
}

impl Answered {
    /// How many have signed and confirmed.
    fn count(&self) -> (usize, usize) {
        (self.signed.lock().unwrap().len(), self.confirmed.lock().unwrap().len())
    }

    /// Signs again and again until told to stop.
    fn sign(&self, address: SocketAddr, form: &Form, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            let n = self.attempts.fetch_add(1, Ordering::Relaxed);
            let reason = format!("attempt {n}");
            let form = form.clone().set("email", &format!("signer{n}@example.org")).set("reason", &reason);
            let form = form.set("country", if n.is_multiple_of(2) { "US" } else { "MX" });
            // One that was not answered may be there or not.
            if let Ok(answer) = request(address, "POST", PAGE, "", &form.body()) {
                assert_eq!(answer.status, 303, "{}", answer.body);
                self.signed.lock().unwrap().insert(reason);
            }
        }
    }

    /// Confirms what waits, until told to stop.
    fn confirm(&self, address: SocketAddr, waiting: &Mutex<Vec<Waiting>>, stop: &AtomicBool) {
        while !stop.load(Ordering::Relaxed) {
            let Some(Waiting { reason, token }) = waiting.lock().unwrap().pop() else { return };
            let path = format!("{PAGE}/confirm/{}", encode(&token));
            // Half of them press twice.
            for _ in 0..1 + reason.len() % 2 {
                if let Ok(answer) = request(address, "POST", &path, "", "show_reason=on") {
                    assert_eq!(answer.status, 303, "{}", answer.body);
                    self.confirmed.lock().unwrap().insert(reason.clone());
                }
            }
        }
    }

    /// Lets people sign and confirm, and kills the server in the middle of it.
    fn under_load_until_killed(&self, house: House, waiting: Vec<Waiting>) {
        let page = request(house.address, "GET", PAGE, "", "").unwrap();
        let form = Form::all(PAGE, &page.body).remove(0).set("name", "Ana").set("show_reason", "on");
        let confirmations = BEFORE_A_KILL.1.min(waiting.len());
        let (address, stop, waiting) = (house.address, AtomicBool::new(false), Mutex::new(waiting));
        let before = self.count();
        let enough = || {
            let now = self.count();
            now.0 >= before.0 + BEFORE_A_KILL.0 && now.1 >= before.1 + confirmations
        };
        thread::scope(|scope| {
            for _ in 0..SIGNING {
                scope.spawn(|| self.sign(address, &form, &stop));
            }
            for _ in 0..CONFIRMING {
                scope.spawn(|| self.confirm(address, &waiting, &stop));
            }
            let start = Instant::now();
            while !enough() && start.elapsed() < Duration::from_secs(10) {
                thread::sleep(Duration::from_millis(5));
            }
            house.kill();
            stop.store(true, Ordering::Relaxed);
        });
        assert!(enough(), "{before:?} before, {:?} after", self.count());
    }
}

/// A signature whose mail has come.
struct Waiting {
    reason: String,
    token: String,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_kills() {
    let folder = tempfile::tempdir().unwrap();
    let answered = Answered::default();
    // Only in the first round nothing waits.
    for _ in 0..4 {
        let house = House::start(folder.path(), &LIMITS);
        let waiting = waiting(folder.path()).await;
        tokio::task::block_in_place(|| answered.under_load_until_killed(house, waiting));
    }
    assert!(answered.count().1 >= 3 * BEFORE_A_KILL.1, "{:?}", answered.count());
    // Once more, so that what was cut off is recovered and every mail goes out.
    let house = House::start(folder.path(), &LIMITS);
    recount(folder.path(), &answered).await;
    drop(house);
}

async fn database(folder: &Path) -> Db {
    open(&format!("sqlite:{}", folder.join("undersigned.db").display()), 2).await.unwrap()
}

/// What is pending, with the token that stands in its mail.
async fn waiting(folder: &Path) -> Vec<Waiting> {
    let db = database(folder).await;
    let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
    let tokens = Tokens::new(ServerKeys::find(&folder.join("keys")).unwrap().unwrap().tokens());
    let rows: Vec<(Vec<u8>, Vec<u8>, String)> =
        sqlx::query_as("SELECT campaign_id, id, reason FROM signatures WHERE state = 'pending'")
            .fetch_all(read)
            .await
            .unwrap();
    db.close().await;
    let token = |campaign: &[u8], row: &[u8]| {
        tokens.mint(Purpose::Confirm, CampaignId::read(campaign).unwrap(), SignatureId::read(row).unwrap())
    };
    rows.into_iter().map(|(campaign, row, reason)| Waiting { token: token(&campaign, &row), reason }).collect()
}

async fn recount(folder: &Path, answered: &Answered) {
    let db = database(folder).await;
    let Db::Sqlite { read, .. } = &db else { panic!("the other database") };
    let rows: Vec<(String, String, String, Option<i64>)> =
        sqlx::query_as("SELECT reason, state, country, mails FROM signatures").fetch_all(read).await.unwrap();
    let mut by_reason = BTreeMap::<&str, &str>::new();
    let mut by_country = BTreeMap::<(&str, &str), i64>::new();
    for (reason, state, country, mails) in &rows {
        assert_eq!(*mails, (state == "pending").then_some(1), "{reason}");
        assert_eq!(by_reason.insert(reason, state), None, "{reason} is there twice");
        *by_country.entry((country, state)).or_default() += 1;
    }
    for reason in &*answered.signed.lock().unwrap() {
        assert!(by_reason.contains_key(reason.as_str()), "{reason} was acknowledged");
    }
    for reason in &*answered.confirmed.lock().unwrap() {
        assert_eq!(by_reason.get(reason.as_str()), Some(&"confirmed"), "{reason} was acknowledged");
    }
    assert!(rows.len() <= answered.attempts.load(Ordering::Relaxed) as usize);

    let tallies: Vec<(String, i64, i64)> = sqlx::query_as(
        "SELECT country, SUM(signed - confirmed - expired), SUM(confirmed - withdrawn) FROM tallies GROUP BY country",
    )
    .fetch_all(read)
    .await
    .unwrap();
    let tallies = tallies.iter().flat_map(|(country, pending, confirmed)| {
        [((country.as_str(), "pending"), *pending), ((country.as_str(), "confirmed"), *confirmed)]
    });
    let tallies = tallies.filter(|(_, n)| *n != 0).collect::<BTreeMap<_, _>>();
    assert_eq!(tallies, by_country, "tallies against a recount");
    let number = async |sql: &'static str| sqlx::query_scalar::<_, i64>(sql).fetch_one(read).await.unwrap();
    let seated = number("SELECT count(*) FROM signatures WHERE state = 'confirmed' AND seat = 1").await;
    assert_eq!(number("SELECT SUM(n) FROM campaign_counts").await, seated, "the count against a recount");
    let orphans =
        "SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM signatures s WHERE s.id = o.signature_id)";
    let twice = "SELECT count(*) - count(DISTINCT signature_id) FROM outbox";
    assert_eq!((number(orphans).await, number(twice).await), (0, 0), "every mail that waits belongs to one signature");
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(read).await.unwrap();
    assert_eq!(sound, "ok");
    db.close().await;
}
