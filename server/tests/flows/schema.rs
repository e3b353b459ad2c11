//! Both databases hold the same tables, understand every statement of ours, and store no more than the privacy page tells.

use crate::helpers::{On, Site};
use app::privacy::Stored;
use server::store::Db;
use sqlx::{Executor, Row, SqlStr, Statement};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Columns by table, with whether they may be NULL.
type Tables = BTreeMap<String, BTreeMap<String, bool>>;

async fn tables(db: &Db) -> Tables {
    let columns: Vec<(String, String, bool)> = match db {
        Db::Sqlite { read, .. } => {
            let sql = "SELECT t.name, c.name, c.\"notnull\" = 0 FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";
            sqlx::query_as(sql).fetch_all(read).await.unwrap()
        }
        Db::Postgres(pool) => {
            let sql = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), is_nullable = 'YES' \
                FROM information_schema.columns WHERE table_schema = 'public'";
            sqlx::query_as(sql).fetch_all(pool).await.unwrap()
        }
    };
    let mut tables = Tables::new();
    // The first two belong to sqlx and to SQLite's full-text search, whose twin is an index in PostgreSQL.
    let ours = |table: &str| !["_sqlx", "campaign_search", "sqlite_"].iter().any(|start| table.starts_with(start));
    for (table, column, nullable) in columns.into_iter().filter(|(table, ..)| ours(table)) {
        tables.entry(table).or_default().insert(column, nullable);
    }
    tables
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let (sqlite, postgres) = (Site::open(On::Sqlite).await, Site::open(On::Postgres).await);
    let tables = tables(&sqlite.db).await;
    assert!(tables.contains_key("signatures") && tables["signatures"].len() > 20, "{tables:?}");
    assert_eq!(tables, self::tables(&postgres.db).await);
    sqlite.close().await;
    postgres.close().await;
}

#[tokio::test]
async fn every_statement_prepares_on_both_databases() {
    let statements = server::statements();
    assert!(statements.len() > 40, "{} statements", statements.len());
    for on in [On::Sqlite, On::Postgres] {
        let site = Site::open(on).await;
        for (name, sql) in &statements {
            let prepared = match &site.db {
                Db::Sqlite { read, .. } => read.prepare(SqlStr::from_static(sql)).await.map(|s| s.sql().as_str().len()),
                Db::Postgres(pool) => pool.prepare(SqlStr::from_static(sql)).await.map(|s| s.sql().as_str().len()),
            };
            assert!(prepared.is_ok(), "{name} on {on:?}: {prepared:?}\n{sql}");
        }
        site.close().await;
    }
}

/// Tables that grow with those who sign, and with time; by the names that statements give them, too.
const GROWING: [&str; 5] = ["signatures", "s", "outbox", "o", "tallies"];

#[tokio::test]
async fn no_statement_goes_through_all_signatures() {
    let site = Site::open(On::Sqlite).await;
    let Db::Sqlite { read, .. } = &site.db else { panic!("the other database") };
    for (name, sql) in server::statements() {
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let plan = sqlx::query(explain).fetch_all(read).await.unwrap();
        for step in plan.iter().map(|step| step.get::<String, _>("detail")) {
            let table = step.strip_prefix("SCAN ").map(|rest| rest.split(' ').next().unwrap_or_default());
            let allowed = table.is_none_or(|table| !GROWING.contains(&table)) || ["FORGET_MAILS"].contains(&name);
            assert!(allowed, "{name}: {step}\n{sql}");
        }
    }
    site.close().await;
}

/// What a column tells of a signer.
fn stored(table: &str, column: &str) -> Option<Stored> {
    Some(match (table, column) {
        ("signatures" | "outbox", "id") | ("outbox", "signature_id" | "sign_in_id" | "subject_id") => Stored::RowId,
        // What was signed is the state's other half: whether it counts, and for what.
        ("signatures" | "outbox", "campaign_id") => Stored::State,
        ("signatures", "state" | "seat" | "invalidation_id") | ("outbox", "kind" | "bulk") => Stored::State,
        ("signatures", "digest") => Stored::AddressDigest,
        ("signatures", "name_tag") => Stored::NameTag,
        ("signatures", "domain_tag" | "fast" | "flagged") => Stored::AbuseMarks,
        ("signatures", "epoch" | "sealed") => Stored::SealedData,
        ("signatures", "contact" | "wants_updates") | ("outbox", "address") => Stored::Address,
        ("signatures", "country" | "region" | "source" | "locale" | "revision_id") | ("outbox", "locale") => {
            Stored::CoarseFacts
        }
        ("signatures", "public_name" | "reason" | "reason_state") => Stored::PublicWords,
        ("signatures", "created_at" | "code_tries" | "mails" | "mails_today" | "mailed_at" | "noticed_day")
        | ("outbox", "state" | "attempts" | "not_before" | "created_at" | "code") => Stored::PendingTimes,
        _ => return None,
    })
}

#[tokio::test]
async fn the_privacy_page_tells_of_every_column() {
    for on in [On::Sqlite, On::Postgres] {
        let site = Site::open(on).await;
        let tables = tables(&site.db).await;
        let mut told = HashSet::new();
        for table in ["signatures", "outbox"] {
            for column in tables[table].keys() {
                let kind = stored(table, column);
                told.extend(kind);
                assert!(
                    kind.is_some(),
                    "{table}.{column} is not in `app::privacy::Stored`, so the privacy page is silent about it"
                );
            }
        }
        let silent = Stored::ALL.into_iter().filter(|kind| !told.contains(kind)).collect::<Vec<_>>();
        assert!(silent.is_empty(), "the privacy page tells of what is not stored: {silent:?}");
        site.close().await;
    }
}

/// Tables in which a signer may leave something. A new one has to be looked at.
#[tokio::test]
async fn signers_leave_something_in_known_tables_alone() {
    let site = Site::open(On::Sqlite).await;
    let tables = tables(&site.db).await;
    let linked = tables.iter().filter(|(_, columns)| {
        columns.keys().any(|column| {
            ["signature_id", "digest", "contact", "sealed", "address", "epoch"].contains(&column.as_str())
        })
    });
    let linked = linked.map(|(name, _)| name.as_str()).collect::<BTreeSet<_>>();
    // Accounts, invitations and offers are of those who run campaigns, reports of those who ask for an answer, supporters of those
    // who may sign later, elsewhere.
    let known = [
        "accounts",
        "campaign_offers",
        "campaigners",
        "epoch_keys",
        "outbox",
        "reports",
        "sign_ins",
        "signatures",
        "staff_invitations",
        "supporters",
        "team_invitations",
    ];
    assert_eq!(linked, BTreeSet::from(known));
    site.close().await;
}
