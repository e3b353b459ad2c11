//! Signing at an even pace, first in quiet, then while an update is mailed to 100,000 signers: a mailing must not keep signers waiting.

use crate::client::{Run, paced};
use crate::house::House;
use crate::signing::{accepted, request};
use server::clock::{Clock, Entropy, SystemClock, SystemEntropy, random};
use server::privacy::ServerKeys;
use server::store::{Db, SignatureId};
use std::error::Error;
use std::time::Duration;
use tokio::runtime::Runtime;

const SLUG: &str = "halt-deportations";
const WARM_UP: u32 = 500;
const SIGNATURES: u32 = 4_000;
/// 200 signatures a second: with the mails that they cause, a machine of two processors has room for more.
const PACE: Duration = Duration::from_millis(5);
const READERS: u32 = 100_000;

const READER: &str = "INSERT INTO signatures (id, campaign_id, state, seat, digest, contact, wants_updates, country, region, source, \
    locale, revision_id) SELECT $1, id, 'confirmed', 1, $1, $2, 1, 'US', '', 'link', 'en', revision_id FROM campaigns WHERE slug = $3";
const UPDATE: &str = "INSERT INTO updates (id, campaign_id, state, title, body, html, locale, version, created_at, approved_at) \
    SELECT $1, id, 'approved', 'News', 'News.', '<p>News.</p>', 'en', 1, $2, $2 FROM campaigns WHERE slug = $3";
const MAILING: &str = "INSERT INTO mailings (update_id, campaign_id, state, done_to, created_at) \
    SELECT id, campaign_id, 'queued', X'', created_at FROM updates";
const MADE: &str = "SELECT made FROM mailings";

/// What was measured.
pub struct Mailing {
    pub quiet: Run,
    pub meanwhile: Run,
    /// Mails of the update that were put into the outbox during the second run.
    pub made: i64,
}

/// Measures both.
///
/// # Errors
/// When an answer is wrong, or the mailing did not go on all the while.
pub fn measure(runtime: &Runtime, house: &House) -> Result<Mailing, Box<dyn Error>> {
    let sign = |numbers, pace| paced(house.address, numbers, pace, |n| request(house.address, SLUG, n), accepted);
    sign(0..WARM_UP, Duration::ZERO)?;
    let quiet = sign(WARM_UP..WARM_UP + SIGNATURES, PACE)?;
    let Db::Sqlite { write, .. } = &house.db else { return Err("the other database".into()) };
    runtime.block_on(async {
        let contact = ServerKeys::find(&house.config.keys_folder())?.ok_or("no key")?.contact();
        let mut tx = write.begin().await?;
        for n in 0..READERS {
            let id = SignatureId::new(&SystemEntropy);
            let address = contact.seal(&SystemEntropy, id.bytes(), format!("reader{n}@example.org").as_bytes());
            sqlx::query(READER).bind(id.bytes()).bind(address).bind(SLUG).execute(&mut *tx).await?;
        }
        let (update, now): ([u8; 16], _) = (random(&SystemEntropy as &dyn Entropy), SystemClock.now().as_microsecond());
        sqlx::query(UPDATE).bind(&update[..]).bind(now).bind(SLUG).execute(&mut *tx).await?;
        sqlx::query(MAILING).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok::<_, Box<dyn Error>>(())
    })?;
    let made = || runtime.block_on(async { sqlx::query_scalar::<_, i64>(MADE).fetch_one(write).await });
    while made()? == 0 {
        std::thread::sleep(Duration::from_millis(20));
    }
    let before = made()?;
    let meanwhile = sign(WARM_UP + SIGNATURES..WARM_UP + 2 * SIGNATURES, PACE)?;
    let after = made()?;
    if after == before || after >= i64::from(READERS) {
        return Err(format!("the mailing went from {before} to {after} mails meanwhile, which says nothing").into());
    }
    Ok(Mailing { quiet, meanwhile, made: after - before })
}
