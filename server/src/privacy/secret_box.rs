use crate::clock::{Entropy, random};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// Bytes of a key id, with which every ciphertext begins.
pub const KEY_ID_LENGTH: usize = 4;
const NONCE_LENGTH: usize = 24;

/// A symmetric key with its id: encrypts to `key id ‖ nonce ‖ ciphertext` (XChaCha20-Poly1305, random nonce).
#[derive(Clone)]
pub struct SecretBox {
    id: [u8; KEY_ID_LENGTH],
    key: Zeroizing<[u8; 32]>,
}

impl SecretBox {
    /// A box with this key.
    pub fn new(id: [u8; KEY_ID_LENGTH], key: [u8; 32]) -> Self {
        Self { id, key: Zeroizing::new(key) }
    }

    /// Encrypts, bound to `context`: it opens only beside the same context.
    pub fn seal(&self, entropy: &dyn Entropy, context: &[u8], plaintext: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_LENGTH] = random(entropy);
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: plaintext, aad: context });
        // Encryption fails only for plaintexts of 256 GiB and more.
        [&self.id[..], &nonce, &sealed.unwrap_or_default()].concat()
    }

    /// Decrypts. `None` for another key, another context or damaged bytes.
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (id, rest) = sealed.split_at_checked(KEY_ID_LENGTH)?;
        let (nonce, ciphertext) = rest.split_at_checked(NONCE_LENGTH)?;
        let nonce = <[u8; NONCE_LENGTH]>::try_from(nonce).ok()?;
        if id != self.id {
            return None;
        }
        self.cipher().decrypt(&XNonce::from(nonce), Payload { msg: ciphertext, aad: context }).ok().map(Zeroizing::new)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemEntropy;

    #[test]
    fn opens_only_what_it_sealed_in_the_same_context() {
        let one = SecretBox::new(*b"key1", [1; 32]);
        let sealed = one.seal(&SystemEntropy, b"row 1", b"ana@example.org");
        assert_eq!(one.open(b"row 1", &sealed).unwrap().as_slice(), b"ana@example.org");
        assert!(one.open(b"row 2", &sealed).is_none());
        assert!(SecretBox::new(*b"key1", [2; 32]).open(b"row 1", &sealed).is_none());
        assert!(SecretBox::new(*b"key2", [1; 32]).open(b"row 1", &sealed).is_none());
        let mut damaged = sealed.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert!(one.open(b"row 1", &damaged).is_none());
        assert!(one.open(b"row 1", &sealed[..20]).is_none());
    }
}
