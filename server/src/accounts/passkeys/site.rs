//! Whether the site's address can have passkeys, and what checks their answers there.

use crate::config::PublicUrl;
use app::accounts::passkeys::PASSKEY_MINUTES;
use std::time::Duration;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

/// What asks and checks; `None` where browsers allow no passkeys: without TLS (but on `localhost`), and where the host is a number.
///
/// Passkeys belong to the host's name: under another one nobody can use those that there are.
pub fn checker(public_url: &PublicUrl, house: &str) -> Option<Webauthn> {
    let origin = Url::parse(&public_url.origin()).ok()?;
    let host = origin.domain()?.to_owned();
    let secure = public_url.is_https() || host == "localhost" || host.ends_with(".localhost");
    let builder = WebauthnBuilder::new(&host, &origin).ok().filter(|_| secure)?;
    builder.rp_name(house).timeout(Duration::from_secs(u64::from(PASSKEY_MINUTES) * 60)).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_tls_are_needed_but_on_this_machine() {
        let works = |url| checker(&PublicUrl::parse(url).unwrap(), "Undersigned").is_some();
        for url in ["https://sign.example.org", "https://sign.example.org:8443", "http://localhost:3000"] {
            assert!(works(url), "{url}");
        }
        for url in [
            "http://sign.example.org",
            "http://127.0.0.1:3000",
            "https://192.0.2.1",
            "https://[2001:db8::1]",
            "http://localhost.example.org",
        ] {
            assert!(!works(url), "{url}");
        }
    }
}
