//! The two databases behind one seam: pools, transactions, and the one place where their dialects meet.

mod error;
mod ids;
pub mod nodes;
mod open;
mod sql;
pub mod writer;

pub use error::{Result, StoreError};
pub use ids::{
    AccountId, AuditId, CampaignId, EpochId, InvalidationId, NoteId, OutboxId, ReplyId, ReportId, RevisionId,
    SessionId, SignInId, SignatureId, SupportLinkId, SupporterId, TeamId, TeamInvitationId, UpdateId,
};
pub(crate) use open::sqlite_path;
pub use open::{STATEMENTS, is_empty, is_there, migrate, open, snapshot};
pub(crate) use sql::{each_db, statements};

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

/// A database.
#[derive(Clone)]
pub enum Db {
    /// One file on this machine. All writing goes over one connection.
    Sqlite {
        /// Many readers.
        read: SqlitePool,
        /// One writer.
        write: SqlitePool,
    },
    /// PostgreSQL, shared by any number of nodes.
    Postgres(PgPool),
}

/// A connection for reading.
pub enum Conn {
    /// To SQLite.
    Sqlite(PoolConnection<Sqlite>),
    /// To PostgreSQL.
    Postgres(PoolConnection<Postgres>),
}

/// A transaction that may write.
pub enum Tx {
    /// In SQLite, begun as `IMMEDIATE`, for one that reads and then writes would fail when another writes between.
    Sqlite(Transaction<'static, Sqlite>),
    /// In PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// What store methods work on: a connection of either kind, within a transaction or not.
pub enum Link<'c> {
    /// To SQLite.
    Sqlite(&'c mut SqliteConnection),
    /// To PostgreSQL.
    Postgres(&'c mut PgConnection),
}

impl Db {
    /// A connection for reading.
    ///
    /// # Errors
    /// When none is free in time or the database cannot be reached.
    pub async fn read(&self) -> Result<Conn> {
        Ok(match self {
            Self::Sqlite { read, .. } => Conn::Sqlite(read.acquire().await?),
            Self::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }

    /// Begins a transaction that may write.
    ///
    /// # Errors
    /// As [`Db::read`]; on SQLite also when another process writes for longer than five seconds.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Conn {
    /// The connection, for a store method.
    pub fn link(&mut self) -> Link<'_> {
        match self {
            Self::Sqlite(conn) => Link::Sqlite(&mut *conn),
            Self::Postgres(conn) => Link::Postgres(&mut *conn),
        }
    }
}

impl Tx {
    /// The transaction, for a store method.
    pub fn link(&mut self) -> Link<'_> {
        match self {
            Self::Sqlite(tx) => Link::Sqlite(&mut *tx),
            Self::Postgres(tx) => Link::Postgres(&mut *tx),
        }
    }

    /// Makes everything durable.
    ///
    /// # Errors
    /// When the database refuses; nothing has changed then.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}
