use crate::accounts::Sessions;
use crate::campaigns::Directory;
use crate::clock::{Clock, Entropy};
use crate::mail;
use crate::privacy::{DayKeys, SecretBox};
use crate::store::Db;
use crate::store::writer::Writer;
use std::sync::Arc;

/// What the services of all rooms work with.
#[derive(Clone)]
pub struct Common {
    /// The database, for reading.
    pub db: Db,
    /// The writer.
    pub writer: Writer,
    /// Who is signed in.
    pub sessions: Sessions,
    /// Public campaigns.
    pub directory: Arc<Directory>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Encrypts addresses that are kept.
    pub contact: SecretBox,
    /// Encrypts addresses of mails that wait.
    pub day_keys: Arc<DayKeys>,
    /// The mail worker, told when mails were queued.
    pub mail: mail::Handle,
}
