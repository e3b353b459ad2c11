//! Fixed keys, secrets and random numbers.

use std::convert::Infallible;

use sha2::{Digest, Sha256};
use vault::rand_core::{TryCryptoRng, TryRng};
use vault::{EpochContext, EpochSecret, Id, PrivateKey, SealedEpoch, SignerData, seal_epoch};
use zeroize::Zeroizing;

pub const CAMPAIGN: Id = [0xca; 16];
pub const EPOCH: Id = [0xe0; 16];
pub const ROW: Id = [0x70; 16];
pub const CONTEXT: EpochContext = EpochContext { campaign: CAMPAIGN, epoch: EPOCH };

/// The same bytes every time, whatever the version of any library.
pub struct FixedRng(pub u8);

impl TryRng for FixedRng {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for byte in bytes {
            *byte = self.0;
            self.0 = self.0.wrapping_add(1);
        }
        Ok(())
    }
}

impl TryCryptoRng for FixedRng {}

pub fn private_key(seed: u8) -> PrivateKey {
    PrivateKey::from_seed(&[seed; 32]).unwrap()
}

pub fn secret(context: EpochContext) -> EpochSecret {
    EpochSecret::from_bytes(context, Zeroizing::new([0x5e; 32]))
}

pub fn sealed_epoch(context: EpochContext, key: &PrivateKey) -> SealedEpoch {
    seal_epoch(&secret(context), &key.public_key(), &mut FixedRng(7)).unwrap()
}

pub fn ada() -> SignerData {
    SignerData {
        name: Some("Ada Lovelace".into()),
        email: Some("ada@example.org".into()),
        country: Some("GB".into()),
        postcode: None,
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
