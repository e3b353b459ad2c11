//! Counts as files, sent while they are written.

use super::encode::{Encoder, End};
use super::providers;
use super::rows::{Counts, Wanted};
use super::service::Service;
use crate::audit::Action;
use crate::campaigns::internal;
use crate::store::StoreError;
use crate::teams::Member;
use app::campaigns::Slug;
use app::error::AppError;
use app::exports::{CountsQuery, Format};
use app::visitor::Visitor;
use async_trait::async_trait;
use futures::SinkExt;
use futures::channel::mpsc;
use futures::executor::block_on;
use futures::stream::BoxStream;
use jiff::Timestamp;
use std::io::{self, Read};
use std::sync::Arc;
use tokio::runtime::Handle;

/// Rows that are sent at once.
const ROWS: usize = 1_000;
/// Bytes of a whole file that are sent at once.
const CHUNK: usize = 64 * 1024;

/// A file that is being written.
pub struct Download {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// Its bytes; one that ends with an error is not whole.
    pub bytes: BoxStream<'static, io::Result<Vec<u8>>>,
}

/// Counts as files. They fail as [`app::exports::Exports`] does.
#[async_trait]
pub trait Files: Send + Sync {
    /// What an admin has chosen. Writes into the audit log.
    ///
    /// # Errors
    /// As above, and [`AppError::NotFound`] for a query that has no answer.
    async fn house(&self, visitor: &Visitor, query: CountsQuery, format: Format) -> Result<Download, AppError>;

    /// What becomes of forms at each mail provider, for an admin. Writes into the audit log.
    ///
    /// # Errors
    /// As above.
    async fn providers(&self, visitor: &Visitor, format: Format) -> Result<Download, AppError>;

    /// A breakdown of one campaign, for its team. Writes into the audit log.
    ///
    /// # Errors
    /// As above.
    async fn team(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        query: CountsQuery,
        format: Format,
    ) -> Result<Download, AppError>;
}

#[async_trait]
impl Files for Service {
    async fn house(&self, visitor: &Visitor, query: CountsQuery, format: Format) -> Result<Download, AppError> {
        let session = self.admin(visitor, &query).await?;
        let there = self.are_there(&query.campaigns).await.map_err(|error| internal(&error))?;
        let wanted = Wanted::new(query).map_err(|_| AppError::NotFound)?;
        if !there {
            return Err(AppError::NotFound);
        }
        let detail = format!("{} {}", format.name(), wanted.query().text());
        self.log(session.account, Action::CountsExported, "counts", detail).await?;
        Ok(self.download("counts".to_owned(), wanted, format, true))
    }

    async fn providers(&self, visitor: &Visitor, format: Format) -> Result<Download, AppError> {
        let session = self.admin(visitor, &CountsQuery::default()).await?;
        let now = self.common.clock.now();
        let told = self.by_provider(now).await?;
        self.log(session.account, Action::CountsExported, "providers", format.name().to_owned()).await?;
        let bytes = providers::file(told, format, now).map_err(|error| {
            tracing::error!(%error, "counts by provider could not be written");
            AppError::Internal
        })?;
        Ok(Download {
            name: format!("providers.{}", format.name()),
            kind: kind(format),
            bytes: Box::pin(futures::stream::iter([Ok(bytes)])),
        })
    }

    async fn team(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        query: CountsQuery,
        format: Format,
    ) -> Result<Download, AppError> {
        let Member { session, record, .. } = self.common.member(visitor, slug).await?;
        let query = CountsQuery { campaigns: vec![record.slug.clone()], exact: false, ..query };
        let funnel = query.columns.len() > 1;
        let by = query.by.iter().map(|by| by.name()).collect::<Vec<_>>().join("-");
        let wanted = Wanted::new(query).map_err(|_| AppError::NotFound)?;
        let detail = format!("{} {}", format.name(), wanted.query().text());
        self.log(session.account, Action::CountsExported, record.slug.as_str(), detail).await?;
        let name = match (slug.as_str(), funnel) {
            (slug, true) => format!("{slug}-funnel"),
            (slug, false) => format!("{slug}-by-{by}"),
        };
        Ok(self.download(name, wanted, format, true))
    }
}

impl Service {
    /// Begins to write a file.
    pub(super) fn download(&self, name: String, wanted: Wanted, format: Format, live: bool) -> Download {
        let (counts, now) = (Arc::clone(&self.counts), self.common.clock.now());
        let (mut sink, bytes) = mpsc::channel(2);
        // A thread of its own: it waits for whoever reads slowly, and the end of a workbook is much work at once.
        tokio::task::spawn_blocking(move || {
            let written = Handle::current().block_on(write(&counts, &wanted, format, now, live, &mut sink));
            if let Err(Stop::Failed(error)) = written {
                tracing::error!(%error, "an export of counts could not be written to its end");
                let _ = send(&mut sink, Err(error));
            }
        });
        Download { name: format!("{name}.{}", format.name()), kind: kind(format), bytes: Box::pin(bytes) }
    }
}

/// The media type.
const fn kind(format: Format) -> &'static str {
    match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::Json => "application/json",
    }
}

/// What a workbook says of itself.
pub(crate) fn notes(wanted: &Wanted, now: Timestamp) -> Vec<String> {
    let rule = if wanted.query().exact {
        "Exact: groups of few are told, too. Handle with care: whoever knows a campaign may recognise someone."
    } else {
        "Small groups are merged: a group is told in lots of ten or more, once they have come together. What is in no such group is \
         (others). Breakdowns cover finished days alone."
    };
    vec![
        format!("Written at {now} (UTC)."),
        "Days and hours are those of each campaign's time zone, which the rows name.".to_owned(),
        format!("Query: {}", wanted.query().text()),
        rule.to_owned(),
    ]
}

enum Stop {
    Gone,
    Failed(io::Error),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(io::Error::other(error.to_string()))
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

type Sink = mpsc::Sender<io::Result<Vec<u8>>>;

/// Writes all rows. Where nobody takes them any more, it ends.
async fn write(
    counts: &Counts,
    wanted: &Wanted,
    format: Format,
    now: Timestamp,
    live: bool,
    sink: &mut Sink,
) -> Result<(), Stop> {
    let mut encoder = Encoder::new(format, wanted, &notes(wanted, now))?;
    let mut rows = 0_usize;
    let told = counts.rows(wanted, now, live, |row| {
        encoder.row(row)?;
        rows += 1;
        if rows.is_multiple_of(ROWS) { send(sink, Ok(encoder.take()?)) } else { Ok(()) }
    });
    told.await?;
    match encoder.end()? {
        End::Bytes(bytes) => send(sink, Ok(bytes)),
        End::File(mut file) => loop {
            let mut chunk = vec![0; CHUNK];
            let n = file.read(&mut chunk)?;
            if n == 0 {
                return Ok(());
            }
            chunk.truncate(n);
            send(sink, Ok(chunk))?;
        },
    }
}

fn send(sink: &mut Sink, bytes: io::Result<Vec<u8>>) -> Result<(), Stop> {
    if bytes.as_ref().is_ok_and(Vec::is_empty) {
        return Ok(());
    }
    block_on(sink.send(bytes)).map_err(|_| Stop::Gone)
}
