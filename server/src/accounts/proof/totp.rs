//! Codes that change with time (TOTP, RFC 6238), as all authenticator apps make them: HMAC-SHA-1, six digits, steps of thirty seconds.

use app::accounts::proof::PROOF_DIGITS;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// Bytes of a secret, as RFC 4226 recommends.
pub(super) const SECRET_LENGTH: usize = 20;
/// Steps that the clock of an app may be before or after ours.
const SLACK: i64 = 1;

/// The number of a moment's step.
pub(super) fn step_of(now: Timestamp) -> i64 {
    now.as_second().div_euclid(30)
}

/// The code of a step.
pub(super) fn code(secret: &[u8; SECRET_LENGTH], step: i64) -> [u8; PROOF_DIGITS] {
    // A key shorter than the block is filled up with zeros (RFC 2104).
    let mut block = [0; 64];
    block[..SECRET_LENGTH].copy_from_slice(secret);
    let mut mac = Hmac::<Sha1>::new(&block.into());
    mac.update(&step.to_be_bytes());
    let tag: [u8; 20] = mac.finalize().into_bytes().into();
    // RFC 4226, 5.3: the last four bits say where the number begins.
    let at = usize::from(tag[19] & 15);
    let mut number = tag[at..].iter().take(4).fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) & 0x7fff_ffff;
    let mut digits = [b'0'; PROOF_DIGITS];
    for digit in digits.iter_mut().rev() {
        // Below ten.
        *digit += (number % 10) as u8;
        number /= 10;
    }
    digits
}

/// The step around `now` that this code is of. None that is not after `last`: no code counts twice, nor one from before it.
pub(super) fn matching(
    secret: &[u8; SECRET_LENGTH],
    now: Timestamp,
    last: Option<i64>,
    typed: &[u8; PROOF_DIGITS],
) -> Option<i64> {
    let now = step_of(now);
    (now - SLACK..=now + SLACK)
        .filter(|step| last.is_none_or(|last| *step > last))
        .find(|step| bool::from(code(secret, *step).ct_eq(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8; 20] = b"12345678901234567890";

    /// RFC 6238, appendix B, the rows of SHA-1; six digits are the last six of its eight.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code_of_eight) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] {
            let step = step_of(Timestamp::from_second(seconds).unwrap());
            assert_eq!(code(SECRET, step), code_of_eight.as_bytes()[2..], "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_once_and_a_step_too_early_or_too_late() {
        let at = |seconds| Timestamp::from_second(seconds).unwrap();
        let typed = code(SECRET, 100);
        for now in [2_970, 3_000, 3_029, 3_059] {
            assert_eq!(matching(SECRET, at(now), None, &typed), Some(100), "{now}");
        }
        for now in [2_969, 3_060] {
            assert_eq!(matching(SECRET, at(now), None, &typed), None, "{now}");
        }
        assert_eq!(matching(SECRET, at(3_000), Some(99), &typed), Some(100));
        assert_eq!(matching(SECRET, at(3_000), Some(100), &typed), None, "used");
        assert_eq!(matching(SECRET, at(3_000), Some(101), &typed), None, "a later one was used");
        assert_eq!(matching(b"12345678901234567891", at(3_000), None, &typed), None);
    }
}
