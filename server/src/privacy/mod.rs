//! What keeps signers unknown: the server's own keys, keyed fingerprints, tokens, and the short-lived keys of addresses.

mod canonical;
mod cookie;
mod day_keys;
mod digest;
mod keys;
pub(crate) mod provider;
pub(crate) mod return_tag;
mod secret_box;
mod token;

pub use canonical::canonical;
pub use cookie::{CookieSealer, Visit};
pub(crate) use day_keys::day_of;
pub use day_keys::{DayKeys, STATEMENTS};
pub use digest::{DigestKey, account_digest, fold_name, supporter_digest};
pub use keys::ServerKeys;
pub use return_tag::{Concern, ReturnTag, ReturnTags};
pub use secret_box::{KEY_ID_LENGTH, SecretBox};
pub use token::{Purpose, Tokens};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// HMAC-SHA-256 of `parts`, each behind its length, so that no two lists of parts give the same input.
pub(crate) fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than the block is filled up with zeros (RFC 2104).
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
