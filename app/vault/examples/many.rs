//! Seals made-up signers for a campaign, as SQL for SQLite on standard output: what the time to open a long list is measured with.
//!
//! `cargo run --release -p vault --features seal --example many -- KEY-FILE CAMPAIGN-ID NUMBER`, the id in hexadecimal digits. The same
//! numbers come each time, so these secrets protect nothing.

use std::io::{BufWriter, Write};
use std::process::ExitCode;
use vault::rand_core::{Infallible, TryCryptoRng, TryRng};
use vault::{EpochContext, EpochSecret, Id, PrivateKey, SignerData, seal_epoch, seal_row};

/// Signatures of an hour.
const AN_HOUR: u64 = 140;

/// Counts on: no randomness, which these rows do not need.
struct Counting(u64);

impl TryRng for Counting {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|number| number as u32)
    }

    /// SplitMix64, so that ids fall anywhere.
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Ok(mixed ^ (mixed >> 31))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.try_next_u64()?.to_be_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

impl TryCryptoRng for Counting {}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let [file, campaign, number] = arguments.as_slice() else {
        return Err("usage: many KEY-FILE CAMPAIGN-ID NUMBER".into());
    };
    let key = PrivateKey::parse(&std::fs::read_to_string(file)?)?.public_key();
    let campaign: Id = u128::from_str_radix(campaign, 16)?.to_be_bytes();
    let number: u64 = number.parse()?;
    let mut rng = Counting(number);
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "BEGIN;")?;
    let mut secret = None;
    for row in 0..number {
        if row % AN_HOUR == 0 {
            let mut epoch: Id = [0; 16];
            rng.try_fill_bytes(&mut epoch)?;
            let fresh = EpochSecret::generate(EpochContext { campaign, epoch }, &mut rng);
            let sealed = seal_epoch(&fresh, &key, &mut rng)?;
            let (key, enc, wrapped) = (hex(sealed.key_id.as_bytes()), hex(&sealed.enc[..]), hex(&sealed.wrapped));
            let (epoch, campaign) = (hex(&epoch), hex(&campaign));
            writeln!(
                out,
                "INSERT INTO epoch_keys (epoch, key_id, campaign_id, enc, wrapped) VALUES (x'{epoch}', x'{key}', x'{campaign}', x'{enc}', x'{wrapped}');"
            )?;
            secret = Some(fresh);
        }
        let Some(secret) = &secret else { continue };
        let (mut id, mut nonce): (Id, _) = ([0; 16], [0; vault::row::NONCE_BYTES]);
        rng.try_fill_bytes(&mut id)?;
        rng.try_fill_bytes(&mut nonce)?;
        let data = SignerData {
            name: Some(format!("Signer Número {row}")),
            email: (row % 3 == 0).then(|| format!("signer-{row}@example.org")),
            country: Some("US".to_owned()),
            postcode: Some(format!("{:05}", row % 100_000)),
        };
        let sealed = hex(&seal_row(secret, &id, nonce, &data)?);
        let (id, epoch, campaign) = (hex(&id), hex(&secret.context().epoch), hex(&campaign));
        writeln!(
            out,
            "INSERT INTO signatures (id, campaign_id, state, epoch, sealed, country, region, source, locale, revision_id) \
             SELECT x'{id}', id, 'confirmed', x'{epoch}', x'{sealed}', 'US', '', 'none', 'en', revision_id FROM campaigns WHERE id = x'{campaign}';"
        )?;
    }
    writeln!(out, "COMMIT;")?;
    out.flush()?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
