//! Keys and their text.

use proptest::prelude::*;
use vault::keys::PRIVATE_KEY_HEADER;
use vault::{KeyError, KeyTextError, PrivateKey, PublicKey};

use crate::helpers::{FixedRng, private_key, sha256};

/// The first vector of draft-connolly-cfrg-xwing-kem: its seed, and the SHA-256 of its public key.
#[test]
fn a_key_pair_is_the_one_of_the_internet_draft() {
    let seed = *b"\x7f\x9c\x2b\xa4\xe8\x8f\x82\x7d\x61\x60\x45\x50\x76\x05\x85\x3e\
        \xd7\x3b\x80\x93\xf6\xef\xbc\x88\xeb\x1a\x6e\xac\xfa\x66\xef\x26";
    let key = PrivateKey::from_seed(&seed).unwrap();
    let public = key.public_key();
    assert_eq!(sha256(&public.to_bytes()), "2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb");
    assert_eq!(key.key_id().to_string(), "2e816deebcd76c5c");
    assert_eq!(public.key_id(), key.key_id());
    assert_eq!(*key.to_seed(), seed);
}

#[test]
fn keys_come_back_from_their_bytes() {
    let key = PrivateKey::generate(&mut FixedRng(1));
    let public = key.public_key();
    assert_eq!(PublicKey::from_bytes(&public.to_bytes()), Ok(public.clone()));
    assert_eq!(PrivateKey::from_seed(&*key.to_seed()).unwrap().public_key(), public);
    assert_ne!(PrivateKey::generate(&mut FixedRng(2)).public_key(), public);
}

#[test]
fn what_is_no_key_is_refused() {
    assert_eq!(PrivateKey::from_seed(&[0; 31]).unwrap_err(), KeyError::Length { expected: 32, found: 31 });
    assert_eq!(PublicKey::from_bytes(&[0; 1217]).unwrap_err(), KeyError::Length { expected: 1216, found: 1217 });
    assert_eq!(PublicKey::from_bytes(&[0xff; 1216]).unwrap_err(), KeyError::Invalid);
}

#[test]
fn debug_prints_nothing_of_the_key() {
    assert_eq!(format!("{:?}", private_key(1)), "PrivateKey(..)");
}

#[test]
fn the_text_is_the_known_one() {
    let seed: Vec<u8> = (0..32).collect();
    let text = PrivateKey::from_seed(&seed).unwrap().to_text("save\nthe-library");
    assert_eq!(
        text.as_str(),
        "undersigned private key 1\n\
         # campaign savethe-library, key c9a3565ffde4f72b\n\
         000G-40R4-0M30-FNF2\n\
         104G-M2RC-1M70-YQKX\n\
         208H-44RM-2MB1-EKGJ\n\
         30CH-M6RW-3MF1-YPB2\n"
    );
}

#[test]
fn a_key_may_be_typed_carelessly() {
    let key = private_key(0);
    let typed =
        format!("\u{feff}\r\n  {}", key.to_text("x").to_lowercase().replace('-', " ").replace('\n', "\r\n\r\n"));
    let typed: String = typed
        .lines()
        .map(|l| if l.starts_with("00") { l.replace('0', "o").replace('1', "l") + "\n" } else { format!("{l}\n") })
        .collect();
    assert!(typed.contains("oooo"), "{typed}");
    assert_eq!(PrivateKey::parse(&typed).unwrap().key_id(), key.key_id());
}

#[test]
fn another_text_is_refused_for_what_it_is() {
    let text = private_key(1).to_text("x");
    let rows: Vec<&str> = text.lines().skip(2).collect();
    let parse = |text: String| PrivateKey::parse(&text).unwrap_err();
    assert_eq!(parse(String::new()), KeyTextError::NotAPrivateKey);
    assert_eq!(parse("undersigned sealed export\n".into()), KeyTextError::NotAPrivateKey);
    assert_eq!(parse(rows.join("\n")), KeyTextError::NotAPrivateKey);
    assert_eq!(parse(text.replace("key 1", "key 2")), KeyTextError::UnsupportedVersion);
    assert_eq!(parse(format!("{PRIVATE_KEY_HEADER}\n{}", rows[..3].join("\n"))), KeyTextError::Rows { found: 3 });
    assert_eq!(parse(format!("{}{}", *text, rows[0])), KeyTextError::Rows { found: 5 });
    assert_eq!(parse(text.replace(rows[1], "ABCU")), KeyTextError::Character { line: 4, character: 'U' });
    assert_eq!(parse(text.replace(rows[2], "ABC")), KeyTextError::Length { line: 5, found: 3 });
    assert_eq!(parse(text.replace(rows[0], &format!("{}0", rows[0]))), KeyTextError::Length { line: 3, found: 17 });
}

#[test]
fn swapped_rows_are_found() {
    let key = PrivateKey::generate(&mut FixedRng(1));
    let mut sheet = key.recovery_sheet("x");
    sheet.swap(2, 3);
    let text: Vec<&str> = sheet.iter().map(|line| line.as_str()).collect();
    assert_eq!(PrivateKey::parse(&text.join("\n")).unwrap_err(), KeyTextError::Checksum { line: 3 });
}

/// Every character in every place, and every pair of neighbours.
#[test]
fn every_single_typing_mistake_is_found_in_its_line() {
    let text = PrivateKey::generate(&mut FixedRng(1)).to_text("x");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for line in 2..6 {
        let row: Vec<char> = lines[line].chars().filter(|c| *c != '-').collect();
        for place in 0..16 {
            let mut mistakes = vec![];
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|c| *c != row[place]) {
                let mut typed = row.clone();
                typed[place] = other;
                mistakes.push(typed);
            }
            if place > 0 && row[place] != row[place - 1] {
                let mut typed = row.clone();
                typed.swap(place, place - 1);
                mistakes.push(typed);
            }
            for typed in mistakes {
                let mut lines = lines.clone();
                lines[line] = typed.into_iter().collect();
                let error = PrivateKey::parse(&lines.join("\n")).unwrap_err();
                assert_eq!(error, KeyTextError::Checksum { line: line + 1 });
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_key_comes_back_from_its_text(seed: [u8; 32], campaign: String) {
        let key = PrivateKey::from_seed(&seed).unwrap();
        prop_assert_eq!(*PrivateKey::parse(&key.to_text(&campaign)).unwrap().to_seed(), seed);
    }

    #[test]
    fn no_text_makes_the_parser_fall_over(text: String) {
        prop_assert!(PrivateKey::parse(&text).is_err());
        let with_header = [PRIVATE_KEY_HEADER, &text].join("\n");
        prop_assert!(PrivateKey::parse(&with_header).is_err());
    }
}
