use sqlx::migrate::MigrateError;
use thiserror::Error;

/// A store method's result.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why a store method failed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database said no.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration failed.
    #[error("migration: {0}")]
    Migration(#[from] MigrateError),
    /// Something that we wrote cannot be read back.
    #[error("a stored value cannot be read: {0}")]
    Corrupt(&'static str),
    /// More work is waiting than is allowed.
    #[error("the writer's queue is full")]
    Full,
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
    /// Another process changed the same row at the same moment.
    #[error("another process was faster")]
    Raced,
    /// A sentence for the operator, with its remedy.
    #[error("{0}")]
    Refused(String),
}

impl StoreError {
    /// Whether a constraint of this name was broken. On SQLite, which does not name unique constraints, `columns` tell which.
    pub fn breaks(&self, constraint: &str, columns: &str) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else { return false };
        error.is_unique_violation() && (error.constraint() == Some(constraint) || error.message().ends_with(columns))
    }

    /// Whether the disk had no room: SQLite's codes for that and for a log whose index cannot grow, and PostgreSQL's (53100).
    pub fn is_full(&self) -> bool {
        let error = match self {
            Self::Database(error)
            | Self::Migration(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => error,
            _ => return false,
        };
        let code = error.as_database_error().and_then(|error| error.code());
        matches!(code.as_deref(), Some("13" | "4874" | "53100"))
    }

    /// Whether two processes got into each other's way, so that a new transaction may well succeed: a row or a seat was taken in between, or
    /// PostgreSQL broke off one of several that waited for each other (its codes 40001 and 40P01).
    pub fn is_conflict(&self) -> bool {
        match self {
            Self::Raced => true,
            Self::Database(sqlx::Error::Database(error)) => {
                error.is_unique_violation() || matches!(error.code().as_deref(), Some("40001" | "40P01"))
            }
            _ => false,
        }
    }
}
