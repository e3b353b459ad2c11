//! Signing: the plain form, posted as a browser without script posts it, against the same rows written straight to SQLite.

use crate::client::{Answer, Run, load};
use crate::house::House;
use crate::straight::{Row, Straight};
use server::store::Db;
use std::error::Error;
use std::fmt::Write;
use std::net::SocketAddr;
use tokio::runtime::Runtime;

const SLUG: &str = "halt-deportations";
/// Answered before anything is measured: the hour's secret is drawn, connections and statements are warm.
const WARM_UP: u32 = 2_000;
const SIGNATURES: u32 = 20_000;

/// Where signers live, as the first digits of a postcode.
const AREAS: [&str; 8] = ["606", "100", "902", "770", "112", "331", "941", "787"];

/// What was measured.
pub struct Signing {
    pub run: Run,
    /// Rows a second, written straight.
    pub limit: f64,
    /// Transactions of signers' acts.
    pub batches: u64,
    /// Signatures in one of them, on average.
    pub batch: f64,
    /// Other transactions meanwhile: leases and marks of mails.
    pub jobs: u64,
    /// Mails that were delivered meanwhile.
    pub mails: i64,
}

/// Measures both.
///
/// # Errors
/// When an answer is wrong, or when what was acknowledged is not in the database.
pub fn measure(runtime: &Runtime, house: House) -> Result<Signing, Box<dyn Error>> {
    let all = WARM_UP + SIGNATURES;
    load(house.address, 0..WARM_UP, |n| request(house.address, SLUG, n), accepted)?;
    let (before, waiting_before) = (house.writer.written(), runtime.block_on(waiting(&house.db))?);
    let run = load(house.address, WARM_UP..all, |n| request(house.address, SLUG, n), accepted)?;
    let (after, waiting_after) = (house.writer.written(), runtime.block_on(waiting(&house.db))?);
    let batches = after.batches - before.batches;
    let batch = (after.acts - before.acts) as f64 / batches as f64;

    let rows = runtime.block_on(rows(&house.db, all))?;
    let folder = house.close(runtime);
    let straight = Straight { rows: &rows[..SIGNATURES as usize], batch: (batch.round() as usize).max(1) };
    let limit = runtime.block_on(straight.write(folder.path()))?;
    Ok(Signing {
        run,
        limit,
        batches,
        batch,
        jobs: after.jobs - before.jobs,
        mails: waiting_before + i64::from(SIGNATURES) - waiting_after,
    })
}

/// Whether a signature was taken.
pub fn accepted(answer: &Answer) -> bool {
    answer.status == 303 && answer.header("location").is_some_and(|page| page.ends_with("/inbox"))
}

/// One signer's form.
pub fn request(address: SocketAddr, slug: &str, n: u32) -> Vec<u8> {
    let area = AREAS[n as usize % AREAS.len()];
    let source = ["link", "share", "qr", ""][n as usize / AREAS.len() % 4];
    let form = format!(
        "name=Signer+Number+{n}&email=signer{n}%40example.org&country=US&postcode={area}&source={source}&reading=contact&website=\
         &reason=My+neighbor+of+eleven+years+was+taken+on+the+way+to+work.&show_reason=on&show_name=on"
    );
    let mut request = String::with_capacity(1_024);
    // A String takes whatever is written.
    let _ = write!(
        request,
        "POST /en/campaigns/{slug} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
         Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nAccept: text/html,application/xhtml+xml\r\n\
         Accept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    request.into_bytes()
}

async fn waiting(db: &Db) -> Result<i64, Box<dyn Error>> {
    let Db::Sqlite { read, .. } = db else { return Err("the other database".into()) };
    Ok(sqlx::query_scalar("SELECT count(*) FROM outbox").fetch_one(read).await?)
}

/// The rows of all who were answered, after a look whether they are there, once each, and counted.
async fn rows(db: &Db, all: u32) -> Result<Vec<Row>, Box<dyn Error>> {
    let Db::Sqlite { read, .. } = db else { return Err("the other database".into()) };
    let distinct: i64 = sqlx::query_scalar("SELECT count(DISTINCT digest) FROM signatures").fetch_one(read).await?;
    let signed: i64 = sqlx::query_scalar("SELECT SUM(signed) FROM tallies").fetch_one(read).await?;
    let rows: Vec<Row> = sqlx::query_as("SELECT * FROM signatures").fetch_all(read).await?;
    let all = i64::from(all);
    if (rows.len() as i64, distinct, signed) != (all, all, all) {
        let found = rows.len();
        return Err(format!("{all} were acknowledged; {found} rows, {distinct} signers, {signed} counted").into());
    }
    Ok(rows)
}
