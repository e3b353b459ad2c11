//! The port of a campaign's counts, for its team.

use super::breakdown::{Groups, Table, days};
use super::counts::{Cell, page_of_cells};
use super::groups::day;
use crate::accounts::Sessions;
use crate::campaigns::{Directory, Record, day_text, internal};
use crate::clock::Clock;
use crate::store::{AccountId, CampaignId, Db, Result, each_db};
use app::campaigns::Slug;
use app::error::AppError;
use app::exports::{Breakdown, BreakdownRow, Dashboard, Dimension, Exports};
use app::i18n::Lang;
use app::signatures::Country;
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::civil::Date;
use moka::future::Cache;
use std::collections::BTreeMap;
use std::sync::Arc;

crate::store::statements! {
    IS_OF_TEAM = "SELECT COUNT(*) FROM campaigns c JOIN team_members m ON m.team_id = c.team_id
        WHERE m.account_id = $1 AND c.id = $2";
}

/// One table for each of [`Dimension::ALL`].
type Tables = Arc<[Table; 3]>;

/// What the service is made of.
pub struct Parts {
    /// The database, for reading.
    pub db: Db,
    /// Who is signed in.
    pub sessions: Sessions,
    /// Public campaigns.
    pub directory: Arc<Directory>,
    /// The time.
    pub clock: Arc<dyn Clock>,
}

/// Counts for a campaign's team. What finished days have come to is worked out once a day.
pub struct Service {
    parts: Parts,
    tables: Cache<(CampaignId, Date), Tables>,
}

impl Service {
    /// A service that has worked nothing out yet.
    pub fn new(parts: Parts) -> Self {
        Self { parts, tables: Cache::builder().max_capacity(200).build() }
    }

    /// A campaign of this browser's account; `None` if it is not signed in.
    async fn find(&self, visitor: &Visitor, slug: &Slug) -> Result<Option<Arc<Record>>, AppError> {
        let Some(session) = self.parts.sessions.of(visitor).await? else { return Ok(None) };
        let record = self.parts.directory.public(slug).await?;
        let ours = self.is_of_team(session.account, record.id).await.map_err(|error| internal(&error))?;
        if ours { Ok(Some(record)) } else { Err(AppError::NotFound) }
    }

    async fn is_of_team(&self, account: AccountId, campaign: CampaignId) -> Result<bool> {
        let mut conn = self.parts.db.read().await?;
        let n: i64 = each_db!(conn.link(), c =>
            sqlx::query_scalar(IS_OF_TEAM).bind(account.bytes()).bind(campaign.bytes()).fetch_one(c).await)?;
        Ok(n > 0)
    }

    async fn tables(&self, record: &Record) -> Result<Tables, AppError> {
        let today = self.parts.clock.now().to_zoned(record.time_zone.clone()).date();
        let tables = self.tables.try_get_with((record.id, today), self.work_out(record, today)).await;
        tables.map_err(|error| internal(&error))
    }

    /// Goes through the tallies of finished days.
    async fn work_out(&self, record: &Record, today: Date) -> Result<Tables> {
        let (mut countries, mut sources) = (Groups::default(), Groups::default());
        let mut counted = BTreeMap::<Date, i64>::new();
        let (mut after, mut open) = (Cell::first(), None);
        loop {
            let cells = page_of_cells(&self.parts.db, record.id, &after).await?;
            for cell in &cells {
                let day = day(cell, &record.time_zone)?;
                if day >= today {
                    continue;
                }
                if let Some(over) = open.replace(day).filter(|open| *open != day) {
                    countries.end(over);
                    sources.end(over);
                }
                countries.add(&cell.country, cell.n);
                sources.add(&cell.source, cell.n);
                *counted.entry(day).or_default() += cell.n;
            }
            let Some(last) = cells.into_iter().next_back() else { break };
            after = last;
        }
        if let Some(over) = open {
            countries.end(over);
            sources.end(over);
        }
        Ok(Arc::new([days(&counted), countries.table(), sources.table()]))
    }
}

/// A table in the reader's language.
fn breakdown(by: Dimension, table: &Table, lang: Lang) -> Breakdown {
    let text = |day: Date| day_text(day, lang);
    let label = |key: &str| match by {
        Dimension::Day => key.parse().ok().and_then(text),
        Dimension::Country => Country::parse(key).map(|country| country.name(lang).to_owned()),
        Dimension::Source => None,
    };
    let rows = table.groups.iter().map(|(key, n)| BreakdownRow {
        key: key.clone(),
        label: label(key).unwrap_or_else(|| key.clone()),
        n: *n,
    });
    Breakdown { by, rows: rows.collect(), rest: table.rest, until: table.until.and_then(text) }
}

#[async_trait]
impl Exports for Service {
    async fn dashboard(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<Dashboard>, AppError> {
        let Some(record) = self.find(visitor, slug).await? else { return Ok(None) };
        let summary = self.parts.directory.summary(slug, lang, self.parts.clock.now()).await?;
        let tables = self.tables(&record).await?;
        let breakdowns = Dimension::ALL.into_iter().zip(tables.iter()).map(|(by, table)| breakdown(by, table, lang));
        Ok(Some(Dashboard {
            slug: summary.slug,
            title: summary.title,
            text_lang: summary.text_lang,
            count: summary.count,
            goal: summary.goal,
            time_zone: record.time_zone.iana_name().unwrap_or("UTC").to_owned(),
            breakdowns: breakdowns.collect(),
        }))
    }

    async fn csv(&self, visitor: &Visitor, slug: &Slug, by: Dimension) -> Result<Option<String>, AppError> {
        let Some(record) = self.find(visitor, slug).await? else { return Ok(None) };
        let tables = self.tables(&record).await?;
        let Some((_, table)) = Dimension::ALL.into_iter().zip(tables.iter()).find(|(other, _)| *other == by) else {
            return Err(AppError::NotFound);
        };
        let mut csv = format!("{},confirmed\r\n", by.name());
        for (key, n) in &table.groups {
            csv.push_str(&format!("{key},{n}\r\n"));
        }
        if table.rest > 0 {
            csv.push_str(&format!("other,{}\r\n", table.rest));
        }
        Ok(Some(csv))
    }
}
