use super::SecretBox;
use crate::clock::Entropy;
use crate::store::{CampaignId, SignInId, SignatureId};
use app::accounts::passkeys::PASSKEY_MINUTES;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

/// Seconds that the cookie holds.
const LIFETIME: i64 = 3_600;
/// Every plaintext is padded to this length, so that the cookie's size tells nothing of the address.
const PADDED: usize = 320;

/// What a visitor's browser carries from one page of the flow to the next.
#[derive(Clone, PartialEq, Eq)]
pub enum Visit {
    /// Has signed: the address as typed, for the inbox page and the code. The same whether a row was made or not.
    Inbox(String),
    /// Has confirmed: the signature that counts, if this person holds one.
    Thanks(Option<SignatureId>),
    /// Has asked for a sign-in mail: its row or, where none was sent, one that is not there, and the address as typed.
    SignIn(SignInId, String),
}

/// Makes our cookies: one that leads through a flow, sealed, that of a session, and that of a question to a device.
#[derive(Clone)]
pub struct CookieSealer {
    secret_box: SecretBox,
    secure: bool,
}

impl CookieSealer {
    /// `secure` says whether the site is served over TLS; the cookie then has the `__Host-` prefix.
    pub fn new(secret_box: SecretBox, secure: bool) -> Self {
        Self { secret_box, secure }
    }

    /// The cookie's name.
    pub fn name(secure: bool) -> &'static str {
        if secure { "__Host-undersigned" } else { "undersigned" }
    }

    /// The whole value of a `Set-Cookie` header.
    pub fn seal(&self, entropy: &dyn Entropy, now: Timestamp, campaign: CampaignId, visit: &Visit) -> String {
        let mut plaintext = (now.as_second() + LIFETIME).to_be_bytes().to_vec();
        match visit {
            Visit::Inbox(address) => {
                plaintext.push(1);
                plaintext.extend_from_slice(address.as_bytes());
            }
            Visit::Thanks(None) => plaintext.push(2),
            Visit::Thanks(Some(row)) => {
                plaintext.push(3);
                plaintext.extend_from_slice(row.bytes());
            }
            Visit::SignIn(row, address) => {
                plaintext.push(4);
                plaintext.extend_from_slice(row.bytes());
                plaintext.extend_from_slice(address.as_bytes());
            }
        }
        plaintext.push(0x80);
        plaintext.resize(PADDED, 0);
        let value = URL_SAFE_NO_PAD.encode(self.secret_box.seal(entropy, campaign.bytes(), &plaintext));
        self.set(Self::name(self.secure), &value, LIFETIME)
    }

    /// The name of a session's cookie.
    pub fn session_name(secure: bool) -> &'static str {
        if secure { "__Host-session" } else { "undersigned-session" }
    }

    /// The whole `Set-Cookie` header of a session that begins.
    pub fn session(&self, token: &str, days: i64) -> String {
        let seconds = days * 86_400;
        self.set(Self::session_name(self.secure), token, seconds)
    }

    /// The name of the cookie of a device that was asked for a passkey.
    pub fn passkey_name(secure: bool) -> &'static str {
        if secure { "__Host-undersigned-passkey" } else { "undersigned-passkey" }
    }

    /// The whole `Set-Cookie` header of such a question.
    pub fn passkey(&self, token: &str) -> String {
        self.set(Self::passkey_name(self.secure), token, i64::from(PASSKEY_MINUTES) * 60)
    }

    /// The whole `Set-Cookie` header that has a browser forget its session.
    pub fn end_of_session(&self) -> String {
        self.set(Self::session_name(self.secure), "", 0)
    }

    fn set(&self, name: &str, value: &str, seconds: i64) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
    }

    /// Reads a cookie's value. `None` if it was made for another campaign, is over its hour, or is not ours.
    pub fn open(&self, now: Timestamp, campaign: CampaignId, value: &str) -> Option<Visit> {
        let sealed = URL_SAFE_NO_PAD.decode(value).ok()?;
        let plaintext = self.secret_box.open(campaign.bytes(), &sealed)?;
        let (expires, rest) = plaintext.split_first_chunk::<8>()?;
        if i64::from_be_bytes(*expires) <= now.as_second() {
            return None;
        }
        let end = rest.iter().rposition(|byte| *byte != 0)?;
        let (kind, payload) = rest.get(..end)?.split_first()?;
        match kind {
            1 => String::from_utf8(payload.to_vec()).ok().map(Visit::Inbox),
            2 => Some(Visit::Thanks(None)),
            3 => SignatureId::read(payload).ok().map(|row| Visit::Thanks(Some(row))),
            4 => {
                let (row, address) = payload.split_at_checked(16)?;
                Some(Visit::SignIn(SignInId::read(row).ok()?, String::from_utf8(address.to_vec()).ok()?))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemEntropy;

    const CAMPAIGN: CampaignId = CampaignId([1; 16]);

    fn sealer() -> CookieSealer {
        CookieSealer::new(SecretBox::new(*b"cook", [1; 32]), true)
    }

    fn value(header: &str) -> &str {
        header.split_once('=').unwrap().1.split_once(';').unwrap().0
    }

    #[test]
    fn carries_a_visit_for_an_hour_and_one_campaign() {
        let now = Timestamp::UNIX_EPOCH;
        for visit in [
            Visit::Inbox("ana@example.org".into()),
            Visit::Thanks(None),
            Visit::Thanks(Some(SignatureId([0; 16]))),
            Visit::SignIn(SignInId([0; 16]), "ana@example.org".into()),
        ] {
            let header = sealer().seal(&SystemEntropy, now, CAMPAIGN, &visit);
            assert!(sealer().open(now, CAMPAIGN, value(&header)) == Some(visit));
            assert!(sealer().open(now, CampaignId([2; 16]), value(&header)).is_none());
            let later = Timestamp::from_second(3_600).unwrap();
            assert!(sealer().open(later, CAMPAIGN, value(&header)).is_none());
        }
    }

    #[test]
    fn its_length_tells_nothing() {
        let length = |visit| sealer().seal(&SystemEntropy, Timestamp::UNIX_EPOCH, CAMPAIGN, &visit).len();
        assert_eq!(length(Visit::Inbox("a@b.org".into())), length(Visit::Inbox("x".repeat(254))));
        assert_eq!(length(Visit::Inbox("a@b.org".into())), length(Visit::Thanks(None)));
        assert_eq!(length(Visit::SignIn(SignInId([1; 16]), "x".repeat(254))), length(Visit::Thanks(None)));
    }
}
