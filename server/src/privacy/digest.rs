use super::{SecretBox, canonical, hmac, provider};
use crate::clock::{Entropy, random};
use app::signatures::EmailAddress;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fingerprint of an account's address: the same for all spellings that reach the same mailbox, and unlike that of any campaign.
pub fn account_digest(key: &[u8; 32], address: &EmailAddress) -> [u8; 32] {
    hmac(key, &[b"account", canonical(address.as_str()).as_bytes()])
}

/// Fingerprint of an address that supports a draft: of use for the draft's link alone, and unlike that of an account.
pub fn supporter_digest(key: &[u8; 32], link: &[u8; 16], address: &EmailAddress) -> [u8; 32] {
    hmac(key, &[b"supporter", link, canonical(address.as_str()).as_bytes()])
}

/// A campaign's key for fingerprints. Without it the digests of the campaign say nothing; it is destroyed 30 days after closing.
#[derive(Clone)]
pub struct DigestKey(Zeroizing<[u8; 32]>);

impl DigestKey {
    /// A new random key.
    pub fn new(entropy: &dyn Entropy) -> Self {
        Self(Zeroizing::new(random(entropy)))
    }

    /// The key as it is stored: encrypted under the server's key.
    pub fn wrap(&self, wrapping: &SecretBox, entropy: &dyn Entropy, campaign: &[u8; 16]) -> Vec<u8> {
        wrapping.seal(entropy, campaign, &*self.0)
    }

    /// Reads the stored key. `None` under another server key.
    pub fn unwrap_from(wrapping: &SecretBox, campaign: &[u8; 16], wrapped: &[u8]) -> Option<Self> {
        let key = wrapping.open(campaign, wrapped)?;
        <[u8; 32]>::try_from(key.as_slice()).ok().map(|key| Self(Zeroizing::new(key)))
    }

    /// Fingerprint of an address: the same for all spellings that reach the same mailbox.
    pub fn address(&self, address: &EmailAddress) -> [u8; 32] {
        hmac(&self.0, &[b"address", canonical(address.as_str()).as_bytes()])
    }

    /// Fingerprint of address and name: tells a second person on one mailbox from a repeat.
    pub fn name(&self, address: &EmailAddress, name: &str) -> [u8; 16] {
        let tag = hmac(&self.0, &[b"name", canonical(address.as_str()).as_bytes(), fold_name(name).as_bytes()]);
        truncate(tag)
    }

    /// Fingerprint of the mail provider's domain.
    pub fn domain(&self, address: &EmailAddress) -> [u8; 16] {
        self.domain_tag(&address.domain().to_lowercase())
    }

    /// What the provider behind such a fingerprint is counted under.
    pub(crate) fn provider(&self, tag: &[u8]) -> &'static str {
        provider::counted_under(|domain| self.domain_tag(domain)[..] == *tag)
    }

    /// The same of the domain alone, in small letters.
    pub fn domain_tag(&self, domain: &str) -> [u8; 16] {
        truncate(hmac(&self.0, &[b"domain", domain.as_bytes()]))
    }
}

fn truncate(tag: [u8; 32]) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&tag[..16]);
    short
}

/// A name or text without what spellings differ in: decomposed (NFKD), lower case, only letters and digits, single spaces.
pub fn fold_name(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !unicode_normalization::char::is_combining_mark(c) && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemEntropy;

    fn address(text: &str) -> EmailAddress {
        EmailAddress::parse(text).ok().unwrap()
    }

    #[test]
    fn spellings_of_one_mailbox_give_one_digest() {
        let key = DigestKey::new(&SystemEntropy);
        assert_eq!(key.address(&address("Ana.Nunez+x@gmail.com")), key.address(&address("ananunez@googlemail.com")));
        assert_ne!(key.address(&address("ana@example.org")), key.address(&address("ana@example.com")));
        assert_ne!(DigestKey::new(&SystemEntropy).address(&address("a@b.org")), key.address(&address("a@b.org")));
    }

    #[test]
    fn a_fingerprint_tells_the_provider_to_whoever_has_the_key() {
        let key = DigestKey::new(&SystemEntropy);
        let of = |text| key.provider(&key.domain(&address(text)));
        assert_eq!(
            (of("ana@GMAIL.com"), of("ana@hotmail.es"), of("ana@example.org")),
            ("gmail.com", "outlook.com", "other")
        );
        assert_eq!(DigestKey::new(&SystemEntropy).provider(&key.domain(&address("ana@gmail.com"))), "other");
    }

    #[test]
    fn spellings_of_one_name_give_one_tag() {
        let key = DigestKey::new(&SystemEntropy);
        let at = address("home@example.org");
        assert_eq!(key.name(&at, "Ana  NÚÑEZ"), key.name(&at, "ana nunez"));
        assert_ne!(key.name(&at, "Ana Núñez"), key.name(&at, "Luis Núñez"));
    }

    #[test]
    fn a_wrapped_key_opens_only_for_its_campaign() {
        let wrapping = SecretBox::new(*b"wrap", [7; 32]);
        let key = DigestKey::new(&SystemEntropy);
        let wrapped = key.wrap(&wrapping, &SystemEntropy, &[1; 16]);
        assert!(DigestKey::unwrap_from(&wrapping, &[1; 16], &wrapped).is_some());
        assert!(DigestKey::unwrap_from(&wrapping, &[2; 16], &wrapped).is_none());
    }

    #[test]
    fn folding_keeps_other_scripts() {
        assert_eq!(fold_name("  李明 — Straße "), "李明 straße");
    }
}
