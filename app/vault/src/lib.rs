//! The sealed format: how a signer's data is shut so that only a campaign's key holders can open it.
//!
//! A campaign has one key pair for each key holder ([`PrivateKey`], [`PublicKey`]). For every hour of a campaign the
//! server draws an [`EpochSecret`] and seals it to each of those keys ([`seal_epoch`]); rows are sealed under the epoch
//! secret ([`seal_row`]). Once the server has forgotten the secret, a private key is the only way back. An export
//! ([`export`]) carries all of it to the machine where a key holder opens it.
//!
//! What the format promises: without a private key nothing but the length class of a row can be read, neither today
//! nor by a later quantum computer, and a row can be neither altered nor moved to another campaign, epoch or row.
//! What it does not promise: *who* sealed. Anyone who has a public key can seal rows to it (HPKE base mode,
//! [RFC 9180 section 9.1.1](https://www.rfc-editor.org/rfc/rfc9180#section-9.1.1)), so whoever runs the server can
//! add rows or leave some out.
//!
//! The crate is pure: time is not needed, randomness is handed in, and nothing is read or written but through a reader
//! that the caller provides. Identifiers and sealed data are safe to log; keys, secrets and [`SignerData`] print
//! nothing of what they hold.

pub mod copy;
pub mod epoch;
pub mod export;
pub mod keys;
pub mod row;

mod hex;

/// The random number traits that the sealing functions take, in the version that `hpke` uses.
pub use hpke::rand_core;

#[cfg(feature = "seal")]
pub use epoch::seal_epoch;
pub use epoch::{EpochContext, EpochError, EpochSecret, SealedEpoch, open_epoch};
pub use keys::{KeyError, KeyId, KeyTextError, PrivateKey, PublicKey};
#[cfg(feature = "seal")]
pub use row::seal_row;
pub use row::{RowError, SignerData, open_row};

/// A campaign's, epoch's or row's identifier: 16 bytes, random, not secret.
pub type Id = [u8; 16];
