use super::{FakeClock, Page};
use app::paths::encode;
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use server::clock::Clock;
use sha1::Sha1;

/// An authenticator app, made after RFC 6238 anew, so that two mistakes do not cancel each other out.
#[derive(Clone, Debug)]
pub struct Authenticator(Vec<u8>);

impl Authenticator {
    /// Takes the secret that a page shows.
    pub fn taking(page: &Page) -> Self {
        let shown = page.body.split_once("<p class=\"secret\">").expect("a secret is shown").1;
        let letters = shown.split_once('<').unwrap().0.replace(' ', "");
        Self(BASE32_NOPAD.decode(letters.as_bytes()).unwrap())
    }

    /// The code that it shows so many steps from now.
    pub fn code(&self, clock: &FakeClock, steps: i64) -> String {
        let step = clock.now().as_second() / 30 + steps;
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).unwrap();
        mac.update(&step.to_be_bytes());
        let tag = mac.finalize().into_bytes();
        let at = usize::from(tag[19] % 16);
        let number = u32::from_be_bytes(tag[at..at + 4].try_into().unwrap()) % (1 << 31);
        format!("{:06}", number % 1_000_000)
    }

    /// What the form of the proof's page sends.
    pub fn body(&self, clock: &FakeClock, steps: i64) -> String {
        format!("action=prove&code={}", encode(&self.code(clock, steps)))
    }
}
