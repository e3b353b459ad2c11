//! An hour's secret for each campaign: drawn, sealed for the campaign's key holders, used for every row of the hour, wiped.

use super::batch::{Batch, hour_of};
use crate::clock::{Entropy, EntropyRng, random};
use crate::store::{CampaignId, EpochId, Link, Result, SignatureId, StoreError, each_db};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use vault::{EpochContext, EpochSecret, PublicKey, SealedEpoch, SignerData, seal_epoch, seal_row};

crate::store::statements! {
    INSERT_EPOCH_KEY = "INSERT INTO epoch_keys (epoch, key_id, campaign_id, enc, wrapped) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (epoch, key_id) DO NOTHING";
}

/// A campaign's hour: its secret, and the secret sealed for each key.
pub struct Epoch {
    /// Names it.
    pub id: EpochId,
    campaign: CampaignId,
    hour: i64,
    secret: EpochSecret,
    sealed: Vec<SealedEpoch>,
    stored: AtomicBool,
}

impl Epoch {
    /// Seals what key holders may read of one row.
    ///
    /// # Errors
    /// When the library refuses, for which no cause is known.
    pub fn seal(&self, entropy: &dyn Entropy, row: SignatureId, data: &SignerData) -> Result<Vec<u8>> {
        seal_row(&self.secret, &row.0, random(entropy), data).map_err(|_| StoreError::Corrupt("signer data"))
    }

    /// The sealed secret is in the database.
    pub(super) fn mark_stored(&self) {
        self.stored.store(true, Ordering::Relaxed);
    }
}

/// The epochs of the current hour.
pub struct Epochs {
    entropy: Arc<dyn Entropy>,
    current: Mutex<HashMap<CampaignId, Arc<Epoch>>>,
}

impl Epochs {
    /// No epochs yet.
    pub fn new(entropy: Arc<dyn Entropy>) -> Self {
        Self { entropy, current: Mutex::default() }
    }

    /// The campaign's epoch of this hour, sealed for these keys; drawn if there is none.
    ///
    /// # Errors
    /// When the library refuses to seal, for which no cause is known.
    pub fn current(&self, now: Timestamp, campaign: CampaignId, keys: &[PublicKey]) -> Result<Arc<Epoch>> {
        let hour = hour_of(now);
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        // A key that has come since has to open what comes from now on.
        let same =
            |epoch: &Epoch| epoch.sealed.iter().map(|sealed| sealed.key_id).eq(keys.iter().map(PublicKey::key_id));
        if let Some(epoch) = current.get(&campaign).filter(|epoch| epoch.hour == hour && same(epoch)) {
            return Ok(Arc::clone(epoch));
        }
        let id = EpochId::new(&*self.entropy);
        let mut rng = EntropyRng(&*self.entropy);
        let secret = EpochSecret::generate(EpochContext { campaign: campaign.0, epoch: id.0 }, &mut rng);
        let sealed = keys
            .iter()
            .map(|key| seal_epoch(&secret, key, &mut rng))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| StoreError::Corrupt("public key"))?;
        let epoch = Arc::new(Epoch { id, campaign, hour, secret, sealed, stored: AtomicBool::new(false) });
        // The past hours' secrets are wiped with the last row that holds on to them.
        current.retain(|_, epoch| epoch.hour == hour);
        current.insert(campaign, Arc::clone(&epoch));
        Ok(epoch)
    }

    /// Forgets secrets of past hours, for campaigns that nobody signs any more.
    pub fn forget_past(&self, now: Timestamp) {
        let hour = hour_of(now);
        self.current.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, epoch| epoch.hour == hour);
    }
}

/// Writes those epochs that are not in the database yet.
pub(super) async fn store<'e>(
    batch: &mut Batch,
    link: &mut Link<'_>,
    epochs: impl Iterator<Item = &'e Arc<Epoch>>,
) -> Result<()> {
    for epoch in epochs {
        if epoch.stored.load(Ordering::Relaxed) || batch.epochs.iter().any(|known| known.id == epoch.id) {
            continue;
        }
        for sealed in &epoch.sealed {
            each_db!(&mut *link, c => sqlx::query(INSERT_EPOCH_KEY)
                .bind(epoch.id.bytes())
                .bind(&sealed.key_id.as_bytes()[..])
                .bind(epoch.campaign.bytes())
                .bind(&sealed.enc[..])
                .bind(&sealed.wrapped[..])
                .execute(&mut **c).await.map(drop))?;
        }
        batch.epochs.push(Arc::clone(epoch));
    }
    Ok(())
}
