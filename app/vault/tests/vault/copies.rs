//! Locked copies of a private key, and the passphrases that open them.

use vault::PrivateKey;
use vault::copy::{COPY_BYTES, CopyError, copied_key, draw_passphrase, lock, plain, unlock};

use crate::helpers::{hex, private_key};

const EN: &str = include_str!("../../../../public/words/en.txt");
const ES: &str = include_str!("../../../../public/words/es.txt");

fn known() -> (PrivateKey, [u8; COPY_BYTES]) {
    let (seed, random): (Vec<u8>, Vec<u8>) = ((0..32).collect(), (0x40..0x68).collect());
    let key = PrivateKey::from_seed(&seed).unwrap();
    let copy = lock(&key, "Abandon  árbol, ZOO", random.as_slice().try_into().unwrap()).unwrap();
    (key, copy)
}

/// Computed by other implementations: argon2-cffi (the reference code in C) and PyNaCl (libsodium).
#[test]
fn a_copy_is_the_known_one() {
    let (key, copy) = known();
    assert_eq!(
        hex(&copy),
        "01c9a3565ffde4f72b404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f6061626364656667\
         ff81cd0020f9cbbb3ba7155a9326cd1cb1f98372fa40c449383d170682760eeb0a85c0dedfb987735dc920c611b47d56"
    );
    assert_eq!(copied_key(&copy), Ok(key.key_id()));
    assert_eq!(*unlock(&copy, "abandon arbol zoo").unwrap().to_seed(), *key.to_seed());
}

#[test]
fn only_the_passphrase_opens_it_and_only_unaltered() {
    let (_, copy) = known();
    assert_eq!(unlock(&copy, "abandon zoo arbol").unwrap_err(), CopyError::Damaged);
    // One byte of key id, salt, nonce, seed and tag each.
    for place in [1, 9, 25, 49, COPY_BYTES - 1] {
        let mut altered = copy;
        altered[place] ^= 1;
        assert_eq!(unlock(&altered, "abandon arbol zoo").unwrap_err(), CopyError::Damaged, "{place}");
    }
}

#[test]
fn what_is_no_copy_is_refused_at_once() {
    let (_, copy) = known();
    for bytes in [&[][..], &copy[1..], &copy[..COPY_BYTES - 1], &[1; 32]] {
        let refused = copied_key(bytes).unwrap_err();
        assert!(matches!(refused, CopyError::NotACopy | CopyError::UnsupportedVersion(_)), "{refused}");
        assert_eq!(unlock(bytes, "abandon").unwrap_err(), refused);
    }
    let mut later = copy;
    later[0] = 2;
    assert_eq!(copied_key(&later), Err(CopyError::UnsupportedVersion(2)));
}

#[test]
fn a_passphrase_may_be_typed_carelessly() {
    for typed in ["ñandú árbol", " NANDU-arbol.\n", "n\u{303}andu\u{301}  a\u{301}rbol", "ñandú, árbol"] {
        assert_eq!(plain(typed).as_str(), "nandu arbol", "{typed}");
    }
    assert_eq!(plain(" ,-").as_str(), "");
}

#[test]
fn eight_words_are_drawn_by_eleven_bits_each() {
    let drawn = |list, random| draw_passphrase(list, random).unwrap().join(" ");
    assert_eq!(drawn(EN, &[0; 11]), ["abandon"; 8].join(" "));
    assert_eq!(drawn(EN, &[0xff; 11]), ["zoo"; 8].join(" "));
    // 1, 2, 4 and so on, in eleven bits each.
    let bits = (0..8).fold(0u128, |bits, place| (bits << 11) | (1 << place));
    let random = bits.to_be_bytes()[5..].try_into().unwrap();
    assert_eq!(drawn(EN, &random), "ability able above absurd acoustic advice amount avoid");
    for list in [EN, ES] {
        assert_eq!(draw_passphrase(list, &[7; 11]).unwrap().len(), 8);
    }
}

#[test]
fn no_passphrase_is_drawn_from_a_list_that_is_short_or_repeats_itself() {
    let short: Vec<&str> = EN.lines().skip(1).collect();
    assert_eq!(draw_passphrase(&short.join("\n"), &[0; 11]), None);
    for double in ["zoo", "Zóo", "two words"] {
        assert_eq!(draw_passphrase(&EN.replacen("abandon", double, 1), &[0; 11]), None, "{double}");
    }
    assert_eq!(draw_passphrase("<!DOCTYPE html>", &[0; 11]), None);
}

#[test]
fn a_group_is_compared_as_carelessly_as_a_sheet_is_read() {
    use vault::keys::is_same_group;
    assert!(is_same_group("0A1B", " oalb ") && is_same_group("0A1B", "0a-1b"));
    for typed in ["", "0A1", "0A1BB", "0A1C", "0A1U", "-"] {
        assert!(!is_same_group("0A1B", typed), "{typed}");
    }
    let sheet = private_key(3).recovery_sheet("x");
    assert!(sheet[2].split('-').all(|group| is_same_group(group, &group.to_lowercase())));
}
