//! The limit of signing: the same rows written straight to SQLite, over sqlx as the server does, with the same tables, indexes,
//! pragmas and batch size, each batch in three statements and one durable commit.

use server::store::{Db, migrate, open};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// A signature as it is stored.
#[derive(sqlx::FromRow)]
pub struct Row {
    id: Vec<u8>,
    campaign_id: Vec<u8>,
    digest: Vec<u8>,
    name_tag: Vec<u8>,
    domain_tag: Vec<u8>,
    epoch: Vec<u8>,
    sealed: Vec<u8>,
    country: String,
    region: String,
    source: String,
    locale: String,
    revision_id: Vec<u8>,
    public_name: String,
    reason: String,
    created_at: i64,
}

/// Rows to be written.
pub struct Straight<'a> {
    pub rows: &'a [Row],
    /// Rows that share a commit.
    pub batch: usize,
}

// What the rows refer to.
const TEAMS: &str = "INSERT INTO teams SELECT * FROM house.teams";
const CAMPAIGNS: &str = "INSERT INTO campaigns SELECT * FROM house.campaigns";
const REVISIONS: &str = "INSERT INTO revisions SELECT * FROM house.revisions";

/// As long as an encrypted address: key id, nonce, address, tag.
const ADDRESS: [u8; 66] = [0xa5; 66];

impl Straight<'_> {
    /// Writes them into a new database beside the other. Returns rows a second.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn write(&self, folder: &Path) -> Result<f64, Box<dyn Error>> {
        let db = open(&format!("sqlite:{}", folder.join("straight.db").display()), 1).await?;
        migrate(&db).await?;
        let Db::Sqlite { write, .. } = &db else { return Err("the other database".into()) };
        let house = folder.join("undersigned.db");
        sqlx::query("ATTACH $1 AS house").bind(house.to_str()).execute(write).await?;
        for table in [TEAMS, CAMPAIGNS, REVISIONS, "DETACH house"] {
            sqlx::query(table).execute(write).await?;
        }
        let start = Instant::now();
        for batch in self.rows.chunks(self.batch) {
            let mut tx = write.begin_with("BEGIN IMMEDIATE").await?;
            signatures(&mut tx, batch).await?;
            outbox(&mut tx, batch).await?;
            tallies(&mut tx, batch).await?;
            tx.commit().await?;
        }
        let rate = self.rows.len() as f64 / start.elapsed().as_secs_f64();
        db.close().await;
        Ok(rate)
    }
}

async fn signatures(c: &mut SqliteConnection, rows: &[Row]) -> sqlx::Result<()> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "INSERT INTO signatures (id, campaign_id, state, digest, name_tag, domain_tag, epoch, sealed, country, region, source, locale, \
         revision_id, public_name, reason, created_at, code_tries, mails, mails_today, mailed_at) ",
    );
    query.push_values(rows, |mut to, row| {
        to.push_bind(&row.id)
            .push_bind(&row.campaign_id)
            .push("'pending'")
            .push_bind(&row.digest)
            .push_bind(&row.name_tag)
            .push_bind(&row.domain_tag)
            .push_bind(&row.epoch)
            .push_bind(&row.sealed)
            .push_bind(&row.country)
            .push_bind(&row.region)
            .push_bind(&row.source)
            .push_bind(&row.locale)
            .push_bind(&row.revision_id)
            .push_bind(&row.public_name)
            .push_bind(&row.reason)
            .push_bind(row.created_at)
            .push("0, 1, 1")
            .push_bind(row.created_at);
    });
    query.build().execute(c).await.map(drop)
}

async fn outbox(c: &mut SqliteConnection, rows: &[Row]) -> sqlx::Result<()> {
    let mut query = QueryBuilder::<Sqlite>::new(
        "INSERT INTO outbox (id, kind, campaign_id, signature_id, locale, address, state, not_before, created_at) ",
    );
    query.push_values(rows, |mut to, row| {
        // The fingerprint's first half is as random as an id.
        to.push_bind(&row.digest[..16])
            .push("'confirm'")
            .push_bind(&row.campaign_id)
            .push_bind(&row.id)
            .push_bind(&row.locale)
            .push_bind(&ADDRESS[..])
            .push("'queued'")
            .push_bind(row.created_at)
            .push_bind(row.created_at);
    });
    query.build().execute(c).await.map(drop)
}

async fn tallies(c: &mut SqliteConnection, rows: &[Row]) -> sqlx::Result<()> {
    let mut cells = std::collections::BTreeMap::<_, i64>::new();
    for row in rows {
        let hour = row.created_at / 3_600_000_000;
        *cells.entry((&row.campaign_id, hour, &row.country, &row.region, &row.source, &row.locale)).or_default() += 1;
    }
    let mut query = QueryBuilder::<Sqlite>::new(
        "INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, signed) ",
    );
    query.push_values(cells, |mut to, ((campaign, hour, country, region, source, locale), signed)| {
        to.push_bind(campaign)
            .push_bind(hour)
            .push_bind(country)
            .push_bind(region)
            .push_bind(source)
            .push_bind(locale)
            .push("0")
            .push_bind(signed);
    });
    query.push(
        " ON CONFLICT (campaign_id, hour, country, region, source, locale, slot) DO UPDATE SET signed = signed + excluded.signed",
    );
    query.build().execute(c).await.map(drop)
}
