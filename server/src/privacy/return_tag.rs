use super::hmac;
use data_encoding::BASE32_NOPAD;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

const MAC: usize = 12;
const BODY: usize = 20;
/// Characters of a tag.
pub(crate) const LENGTH: usize = 52;

/// What the coming back of a mail may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// The pending signature that it asks to confirm.
    Confirmation([u8; 16]),
    /// The updates of this signature.
    Updates([u8; 16]),
    /// Nothing: the row of the outbox, so that it is counted once.
    Nothing([u8; 16]),
}

impl Concern {
    /// The row.
    pub const fn id(&self) -> &[u8; 16] {
        match self {
            Self::Confirmation(id) | Self::Updates(id) | Self::Nothing(id) => id,
        }
    }
}

/// What the server writes into the sender address of a mail, to read it again should the mail come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReturnTag {
    /// What it may end.
    pub concern: Concern,
    /// The number of the mail provider.
    pub provider: u8,
    /// The UTC day on which it was sent, counted since 1970.
    pub day: u16,
}

/// Writes and reads tags, which every mail server on the way can see: encrypted, and nobody else can make one. The nonce is the code that
/// authenticates (SIV, RFC 5297), so that both fit into the 64 characters that the local part of an address has (RFC 5321).
#[derive(Clone)]
pub struct ReturnTags(Zeroizing<[u8; 32]>);

impl ReturnTags {
    /// Tags under this key.
    pub fn new(key: [u8; 32]) -> Self {
        Self(Zeroizing::new(key))
    }

    /// The tag in small letters and digits: some mail servers change the case of addresses.
    pub fn seal(&self, tag: &ReturnTag) -> String {
        let body = body(tag);
        let mac = self.mac(&body);
        BASE32_NOPAD.encode(&[&mac[..], &self.crypt(&mac, body)].concat()).to_ascii_lowercase()
    }

    /// Reads a tag; `None` for one that is not ours.
    pub fn open(&self, text: &str) -> Option<ReturnTag> {
        if text.len() != LENGTH {
            return None;
        }
        let bytes = BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).ok()?;
        let (mac, sealed) = bytes.split_first_chunk::<MAC>()?;
        let body = self.crypt(mac, <[u8; BODY]>::try_from(sealed).ok()?);
        if !bool::from(self.mac(&body).ct_eq(mac)) {
            return None;
        }
        let [kind, provider, day_high, day_low, id @ ..] = body;
        let concern = match kind {
            0 => Concern::Nothing(id),
            1 => Concern::Confirmation(id),
            2 => Concern::Updates(id),
            _ => return None,
        };
        Some(ReturnTag { concern, provider, day: u16::from_be_bytes([day_high, day_low]) })
    }

    /// What is kept of a report: the same for the same tag and weight, and without the key it names nothing.
    pub fn mark(&self, tag: &ReturnTag, is_hard: bool) -> [u8; 16] {
        let mark = hmac(&self.0, &[b"report", &body(tag), &[u8::from(is_hard)]]);
        let mut short = [0; 16];
        short.copy_from_slice(&mark[..16]);
        short
    }

    fn mac(&self, body: &[u8; BODY]) -> [u8; MAC] {
        let mut mac = [0; MAC];
        mac.copy_from_slice(&hmac(&self.0, &[b"code", body])[..MAC]);
        mac
    }

    fn crypt(&self, mac: &[u8; MAC], mut body: [u8; BODY]) -> [u8; BODY] {
        let stream = hmac(&self.0, &[b"stream", mac]);
        body.iter_mut().zip(stream).for_each(|(byte, key)| *byte ^= key);
        body
    }
}

fn body(tag: &ReturnTag) -> [u8; BODY] {
    let kind = match tag.concern {
        Concern::Nothing(_) => 0,
        Concern::Confirmation(_) => 1,
        Concern::Updates(_) => 2,
    };
    let mut body = [0; BODY];
    let [high, low] = tag.day.to_be_bytes();
    body[..4].copy_from_slice(&[kind, tag.provider, high, low]);
    body[4..].copy_from_slice(tag.concern.id());
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_by_its_own_server_alone_and_says_nothing() {
        let tags = ReturnTags::new([1; 32]);
        for concern in [Concern::Nothing([0; 16]), Concern::Confirmation([7; 16]), Concern::Updates([255; 16])] {
            let tag = ReturnTag { concern, provider: 3, day: 20_500 };
            let text = tags.seal(&tag);
            assert_eq!(text.len(), LENGTH);
            assert!(text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{text}");
            assert_eq!(tags.open(&text), Some(tag));
            assert_eq!(tags.open(&text.to_uppercase()), Some(tag), "some servers change the case");
            assert_eq!(ReturnTags::new([2; 32]).open(&text), None);
            // The last character holds four bits that mean nothing, and have to be zero.
            for place in 0..LENGTH {
                let mut forged = text.clone().into_bytes();
                forged[place] = if forged[place] == b'a' { b'b' } else { b'a' };
                assert_eq!(tags.open(&String::from_utf8(forged).unwrap()), None, "{place}");
            }
            assert_eq!(tags.open(&text[1..]), None);
        }
        for junk in ["", "a", &"a".repeat(LENGTH), &"é".repeat(26)] {
            assert_eq!(tags.open(junk), None, "{junk}");
        }
    }

    #[test]
    fn tags_of_one_signer_on_other_days_have_nothing_in_common() {
        let tags = ReturnTags::new([1; 32]);
        let of = |day| tags.seal(&ReturnTag { concern: Concern::Updates([9; 16]), provider: 3, day });
        let alike = of(1).chars().zip(of(2).chars()).filter(|(one, other)| one == other).count();
        assert!(alike < 12, "{alike} characters");
    }

    #[test]
    fn a_report_leaves_the_same_mark_each_time() {
        let tags = ReturnTags::new([1; 32]);
        let tag = ReturnTag { concern: Concern::Updates([9; 16]), provider: 3, day: 1 };
        assert_eq!(tags.mark(&tag, true), tags.mark(&tag, true));
        assert_ne!(tags.mark(&tag, true), tags.mark(&tag, false));
        assert_ne!(tags.mark(&tag, true), tags.mark(&ReturnTag { day: 2, ..tag }, true));
    }
}
