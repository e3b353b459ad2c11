use super::SecretBox;
use crate::clock::{Entropy, random};
use crate::store::writer::Writer;
use crate::store::{Db, Link, Result, StoreError, each_db};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// Days that a day key lives: a pending signature lives three, its mail no longer.
const LIFETIME_DAYS: i64 = 4;
const MICROSECONDS_A_DAY: i64 = 86_400_000_000;

crate::store::statements! {
    INSERT_DAY_KEY = "INSERT INTO day_keys (day, wrapped) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING";
    FIND_DAY_KEY = "SELECT wrapped FROM day_keys WHERE day = $1";
    DELETE_DAY_KEYS = "DELETE FROM day_keys WHERE day < $1";
}

/// Number of the UTC day since 1970.
pub(crate) fn day_of(now: Timestamp) -> i64 {
    now.as_microsecond().div_euclid(MICROSECONDS_A_DAY)
}

/// The keys under which addresses wait for their mail: one a UTC day, random, stored wrapped, destroyed after four days. A
/// ciphertext's key id is the day's number.
pub struct DayKeys {
    db: Db,
    writer: Writer,
    wrapping: SecretBox,
    entropy: Arc<dyn Entropy>,
    known: Mutex<HashMap<i64, SecretBox>>,
}

impl DayKeys {
    /// Day keys in this database, wrapped under `wrapping`.
    pub fn new(db: Db, writer: Writer, wrapping: SecretBox, entropy: Arc<dyn Entropy>) -> Self {
        Self { db, writer, wrapping, entropy, known: Mutex::default() }
    }

    /// Today's key; made if the day has none yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn today(&self, now: Timestamp) -> Result<SecretBox> {
        let day = day_of(now);
        if let Some(key) = self.cached(day) {
            return Ok(key);
        }
        if let Some(key) = self.load(day).await? {
            return Ok(key);
        }
        let key = Zeroizing::new(random::<32>(&*self.entropy));
        let wrapped = self.wrapping.seal(&*self.entropy, &day.to_be_bytes(), &*key);
        // Another node may have been faster: whichever came first is read back.
        self.writer.job(move |tx| Box::pin(async move { insert(&mut tx.link(), day, &wrapped).await })).await?;
        self.load(day).await?.ok_or(StoreError::Corrupt("day key"))
    }

    /// Decrypts an address. `None` if its day's key has been destroyed or the bytes are not of this row.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>> {
        let Some((day, _)) = sealed.split_first_chunk::<4>() else { return Ok(None) };
        let day = i64::from(u32::from_be_bytes(*day));
        let key = match self.cached(day) {
            Some(key) => Some(key),
            None => self.load(day).await?,
        };
        Ok(key.and_then(|key| key.open(context, sealed)))
    }

    /// Destroys the keys that have had their time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn destroy_old(&self, now: Timestamp) -> Result<()> {
        let oldest = day_of(now) - LIFETIME_DAYS;
        self.writer.job(move |tx| Box::pin(async move { delete(&mut tx.link(), oldest).await })).await?;
        self.lock().retain(|day, _| *day >= oldest);
        Ok(())
    }

    async fn load(&self, day: i64) -> Result<Option<SecretBox>> {
        let mut conn = self.db.read().await?;
        let wrapped: Option<Vec<u8>> =
            each_db!(conn.link(), c => sqlx::query_scalar(FIND_DAY_KEY).bind(day).fetch_optional(c).await)?;
        let Some(wrapped) = wrapped else { return Ok(None) };
        let key = self.wrapping.open(&day.to_be_bytes(), &wrapped).ok_or(StoreError::Corrupt("day key"))?;
        let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_| StoreError::Corrupt("day key"))?;
        let id = u32::try_from(day).map_err(|_| StoreError::Corrupt("day"))?.to_be_bytes();
        let key = SecretBox::new(id, key);
        self.lock().insert(day, key.clone());
        Ok(Some(key))
    }

    fn cached(&self, day: i64) -> Option<SecretBox> {
        self.lock().get(&day).cloned()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<i64, SecretBox>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn insert(link: &mut Link<'_>, day: i64, wrapped: &[u8]) -> Result<()> {
    each_db!(link, c => sqlx::query(INSERT_DAY_KEY).bind(day).bind(wrapped).execute(&mut **c).await.map(drop))?;
    Ok(())
}

async fn delete(link: &mut Link<'_>, oldest: i64) -> Result<()> {
    each_db!(link, c => sqlx::query(DELETE_DAY_KEYS).bind(oldest).execute(&mut **c).await.map(drop))?;
    Ok(())
}
