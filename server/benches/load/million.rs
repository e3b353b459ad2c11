//! A campaign with 1,000,000 signatures, most of them from its first days: how long an admin waits for its counts, and how much memory
//! the export of its sealed signers takes.

use crate::client::{ask, paced};
use crate::house::House;
use crate::signing::{accepted, request};
use server::clock::{Clock, Entropy, SystemClock, SystemEntropy, random};
use server::store::Db;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;
use std::error::Error;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const SLUG: &str = "library-sundays";
const COOKIE: &str = "measured";
const DAYS: i64 = 90;
const COUNTS: [&str; 3] =
    ["by=day&format=csv", "by=country&by=source&format=xlsx", "by=day&by=country&by=region&format=json"];

/// Rows as the one that was really signed, with ids and fingerprints of their own.
const SIGNATURES: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
    INSERT INTO signatures (id, campaign_id, state, seat, digest, name_tag, domain_tag, epoch, sealed, country, region, source, locale,
        revision_id)
    SELECT randomblob(16), s.campaign_id, 'confirmed', 1, randomblob(32), s.name_tag, s.domain_tag, s.epoch, s.sealed, 'US', '606', 'link',
        'en', s.revision_id
    FROM n, (SELECT * FROM signatures WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = $1) LIMIT 1) s";
/// The same as events: eight of ten in the United States, in 900 areas; six sources, two languages; the first tenth of the time has
/// almost half of them.
const TALLIES: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000),
    facts AS (SELECT CAST($2 + $3 * (i / 1e6) * (i / 1e6) * (i / 1e6) AS INTEGER) AS hour, abs(random()) % 10 AS country,
        abs(random()) % 900 AS region, abs(random()) % 6 AS source, abs(random()) % 5 AS locale, abs(random()) % 16 AS slot FROM n)
    INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, signed, confirmed)
    SELECT (SELECT id FROM campaigns WHERE slug = $1), hour, CASE country WHEN 0 THEN 'MX' WHEN 1 THEN 'CA' ELSE 'US' END,
        CASE WHEN country > 1 THEN printf('%03d', region) ELSE '' END,
        CASE source WHEN 0 THEN 'qr' WHEN 1 THEN 'share' WHEN 2 THEN 'mail' ELSE 'link' END,
        CASE locale WHEN 0 THEN 'es' ELSE 'en' END, slot, count(*), count(*)
    FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7 ON CONFLICT DO NOTHING";
const COUNTED: &str = "INSERT INTO campaign_counts (campaign_id, slot, n)
    SELECT campaign_id, 15, SUM(confirmed) FROM tallies WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = $1)
    GROUP BY campaign_id ON CONFLICT DO UPDATE SET n = n + excluded.n";
const ADMIN: &str = "INSERT INTO accounts (id, digest, contact, created_day, role) VALUES ($1, $1, $1, 0, 'admin')";
const SESSION: &str =
    "INSERT INTO sessions (id, token_hash, account_id, created_at, seen_at, proved_at) VALUES ($1, $2, $1, $3, $3, $3)";
/// The limit: SQLite adding up the same cells.
const STRAIGHT: &str = "SELECT count(*) FROM (SELECT hour / 24, country, region, SUM(signed), SUM(confirmed) FROM tallies \
    WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = $1) GROUP BY 1, 2, 3)";

/// What was measured.
pub struct Million {
    /// Cells of the tallies.
    pub cells: i64,
    /// Each of the exports, the first of which finds nothing prepared.
    pub counts: Vec<(&'static str, Duration)>,
    /// Adding up the same straight.
    pub limit: Duration,
    /// What the sealed export takes at most, and that of a campaign nobody has signed, in kilobytes.
    pub sealed: (u64, u64),
    /// Its size and time.
    pub file: (u64, Duration),
}

/// Measures all of it.
///
/// # Errors
/// When an answer is not a file, or an export fails.
pub fn measure(runtime: &Runtime, house: &House) -> Result<Million, Box<dyn Error>> {
    let Db::Sqlite { write, .. } = &house.db else { return Err("the other database".into()) };
    paced(house.address, 0..1, Duration::ZERO, |n| request(house.address, SLUG, n), accepted)?;
    let now = SystemClock.now();
    runtime.block_on(async {
        let mut conn = write.acquire().await?;
        seed(&mut conn, now.as_second() / 3_600 - DAYS * 24, now.as_microsecond()).await
    })?;
    let cells = runtime.block_on(async {
        sqlx::query_scalar(
            "SELECT count(*) FROM tallies WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = $1)",
        )
        .bind(SLUG)
        .fetch_one(write)
        .await
    })?;
    let mut counts = Vec::new();
    for what in COUNTS {
        let start = Instant::now();
        let (status, length) = ask(house.address, &export(house, what), |answer| (answer.status, answer.length()))?;
        if status != 200 || length < 200 {
            return Err(format!("{what} was answered by {status}, {length} bytes").into());
        }
        counts.push((what, start.elapsed()));
    }
    let start = Instant::now();
    let _: i64 = runtime.block_on(async { sqlx::query_scalar(STRAIGHT).bind(SLUG).fetch_one(write).await })?;
    let limit = start.elapsed();
    let (empty, ..) = sealed(house, "safe-crossing")?;
    let (full, size, took) = sealed(house, SLUG)?;
    Ok(Million { cells, counts, limit, sealed: (full, empty), file: (size, took) })
}

async fn seed(conn: &mut SqliteConnection, first_hour: i64, now: i64) -> Result<(), Box<dyn Error>> {
    let id: [u8; 16] = random(&SystemEntropy as &dyn Entropy);
    sqlx::query(SIGNATURES).bind(SLUG).execute(&mut *conn).await?;
    sqlx::query(TALLIES).bind(SLUG).bind(first_hour).bind(DAYS * 24).execute(&mut *conn).await?;
    sqlx::query(COUNTED).bind(SLUG).execute(&mut *conn).await?;
    sqlx::query(ADMIN).bind(&id[..]).execute(&mut *conn).await?;
    let hash = Sha256::digest(COOKIE);
    sqlx::query(SESSION).bind(&id[..]).bind(&hash[..]).bind(now).execute(&mut *conn).await?;
    Ok(())
}

fn export(house: &House, what: &str) -> Vec<u8> {
    let form = format!("campaign={SLUG}&{what}");
    format!(
        "POST /en/house/counts HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: undersigned-session={COOKIE}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {1}\r\n\r\n{form}",
        house.address,
        form.len()
    )
    .into_bytes()
}

/// The most memory that the command takes, in kilobytes, the bytes that it writes, and how long it takes.
fn sealed(house: &House, slug: &str) -> Result<(u64, u64, Duration), Box<dyn Error>> {
    let out = house.folder.path().join(format!("{slug}.sealed"));
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_undersigned"))
        .args(["export", "sealed", "--campaign", slug, "--data"])
        .arg(&house.config.data)
        .arg("--out")
        .arg(&out)
        .stdout(Stdio::null())
        .spawn()?;
    let mut most = 0;
    let status = loop {
        if let Ok(told) = std::fs::read_to_string(format!("/proc/{}/status", child.id())) {
            let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            most = line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|kb| kb.parse().ok()).unwrap_or(most);
        }
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    if !status.success() {
        return Err(format!("export sealed {slug}: {status}").into());
    }
    Ok((most, std::fs::metadata(&out)?.len(), start.elapsed()))
}
