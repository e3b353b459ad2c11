//! The port of the audit log.

use super::{Action, Entry, add};
use crate::accounts::{Proof, address_of, contact_of};
use crate::campaigns::internal;
use crate::exports::signers::safe;
use crate::privacy::account_digest;
use crate::services::Common;
use crate::settings;
use crate::store::{AccountId, AuditId, Link, Result, StoreError, each_db};
use app::accounts::Role;
use app::audit::{Actor, Audit, LogEntry, LogFilter, LogPage};
use app::error::AppError;
use app::signatures::EmailAddress;
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::Timestamp;

/// Entries of a page of the log, and of one read for the file.
const PAGE: usize = 50;
const FILE_PAGE: usize = 1_000;

crate::store::statements! {
    ENTRIES = "SELECT l.at, l.id, l.actor, l.action, l.object, l.detail, a.contact
        FROM audit_log l LEFT JOIN accounts a ON a.id = l.actor
        WHERE (l.at, l.id) < ($1, $2) AND (l.action = $3 OR $3 = '') AND l.object LIKE $4 ESCAPE '!'
        ORDER BY l.at DESC, l.id DESC LIMIT $5";
}

/// The audit log.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// For fingerprints of the addresses of accounts.
    pub digest_key: [u8; 32],
}

#[derive(sqlx::FromRow)]
struct Row {
    at: i64,
    id: Vec<u8>,
    actor: Option<Vec<u8>>,
    action: String,
    object: String,
    detail: String,
    contact: Option<Vec<u8>>,
}

/// Where a page ends: time and id of its last entry.
type Mark = (i64, AuditId);

/// The mark before which everything is.
const NOW: Mark = (i64::MAX, AuditId([255; 16]));

fn mark(text: &str) -> Mark {
    let read = || {
        let (at, id) = text.split_once('-')?;
        Some((at.parse().ok()?, AuditId::parse(id)?))
    };
    read().unwrap_or(NOW)
}

impl Service {
    /// What the objects' names are to be like.
    async fn pattern(&self, link: &mut Link<'_>, object: &str) -> Result<String> {
        let object = object.trim();
        if let Ok(address) = EmailAddress::parse(object) {
            let digest = account_digest(&self.digest_key, &address);
            // An account is named by its id; one that is not there matches nothing.
            let account = crate::accounts::with_role(link, &digest).await?;
            return Ok(account.map_or_else(|| "!%".to_owned(), |(id, _)| id.hex()));
        }
        let plain = object.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
        Ok(format!("%{plain}%"))
    }

    async fn read(&self, filter: &LogFilter, before: Mark, most: usize) -> Result<(Vec<LogEntry>, Option<Mark>)> {
        let mut conn = self.common.db.read().await?;
        let mut link = conn.link();
        let pattern = self.pattern(&mut link, &filter.object).await?;
        let limit = i64::try_from(most + 1).unwrap_or(i64::MAX);
        let mut rows: Vec<Row> = each_db!(&mut link, c => sqlx::query_as(ENTRIES)
            .bind(before.0)
            .bind(before.1.bytes())
            .bind(&filter.action)
            .bind(&pattern)
            .bind(limit)
            .fetch_all(&mut **c).await)?;
        let more = rows.len() > most;
        rows.truncate(most);
        let last = rows.last().map(|row| Ok::<_, StoreError>((row.at, AuditId::read(&row.id)?))).transpose()?;
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            entries.push(self.entry(&mut link, row).await?);
        }
        Ok((entries, last.filter(|_| more)))
    }

    async fn entry(&self, link: &mut Link<'_>, row: Row) -> Result<LogEntry> {
        let actor = match (row.actor, row.contact) {
            (None, _) => Actor::CommandLine,
            (Some(_), None) => Actor::Closed,
            (Some(id), Some(contact)) => {
                Actor::Account(address_of(&self.common.contact, AccountId::read(&id)?, &contact)?)
            }
        };
        // An account or an invitation, while it exists, by the name that people know.
        let object = match AccountId::parse(&row.object) {
            Some(id) => {
                let contact = match contact_of(link, id).await? {
                    None => settings::campaigner_contact(link, id).await?,
                    contact => contact,
                };
                match contact {
                    Some(contact) => address_of(&self.common.contact, id, &contact)?,
                    None => row.object,
                }
            }
            None => row.object,
        };
        let at = Timestamp::from_microsecond(row.at).map_err(|_| StoreError::Corrupt("time"))?;
        Ok(LogEntry {
            at: at.strftime("%Y-%m-%d %H:%M").to_string(),
            actor,
            action: Action::parse(&row.action).ok_or(row.action),
            object,
            detail: row.detail,
        })
    }

    async fn whole(&self, filter: &LogFilter) -> Result<String> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        let unwritten = |_| StoreError::Corrupt("csv");
        csv.write_record(["at_utc", "actor", "action", "object", "detail"]).map_err(unwritten)?;
        let mut before = Some(NOW);
        while let Some(mark) = before {
            let (entries, last) = self.read(filter, mark, FILE_PAGE).await?;
            for entry in entries {
                let actor = match entry.actor {
                    Actor::Account(email) => email,
                    Actor::Closed => "closed account".to_owned(),
                    Actor::CommandLine => "command line".to_owned(),
                };
                let action = entry.action.map_or_else(|code| code, |action| action.code().to_owned());
                let cells = [entry.at, actor, action, entry.object, entry.detail];
                csv.write_record(cells.map(safe)).map_err(unwritten)?;
            }
            before = last;
        }
        let bytes = csv.into_inner().map_err(|_| StoreError::Corrupt("csv"))?;
        String::from_utf8(bytes).map_err(|_| StoreError::Corrupt("csv"))
    }
}

#[async_trait]
impl Audit for Service {
    async fn page(&self, visitor: &Visitor, filter: &LogFilter) -> Result<LogPage, AppError> {
        self.common.sessions.with_role(visitor, Role::Admin, Proof::Today).await?;
        let read = self.read(filter, mark(&filter.before), PAGE).await;
        let (entries, last) = read.map_err(|error| internal(&error))?;
        Ok(LogPage { entries, older: last.map(|(at, id)| format!("{at}-{}", id.hex())) })
    }

    async fn csv(&self, visitor: &Visitor, filter: &LogFilter) -> Result<String, AppError> {
        let session = self.common.sessions.with_role(visitor, Role::Admin, Proof::JustNow).await?;
        let detail = Action::parse(&filter.action).map_or("", Action::code);
        let entry = Entry::new(
            &*self.common.entropy,
            self.common.clock.now(),
            Some(session.account),
            Action::LogExported,
            "audit log",
            detail,
        );
        let noted = self.common.writer.job(move |tx| Box::pin(async move { add(&mut tx.link(), &entry).await }));
        noted.await.map_err(|error| internal(&error))?;
        self.whole(filter).await.map_err(|error| internal(&error))
    }
}
