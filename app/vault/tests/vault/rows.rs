//! Sealed rows.

use proptest::prelude::*;
use vault::row::{MAX_SEALED_ROW_BYTES, OVERHEAD_BYTES};
use vault::{EpochContext, RowError, SignerData, open_row, seal_row};

use crate::helpers::{CONTEXT, ROW, ada, hex, secret, sha256};

const NONCE: [u8; 24] = [0x24; 24];

/// Computed by an independent implementation from the description of the format.
/// If this fails, rows sealed before no longer open: raise the version and keep opening the old one.
#[test]
fn a_sealed_row_is_the_known_one() {
    let sealed = seal_row(&secret(CONTEXT), &ROW, NONCE, &ada()).unwrap();
    assert_eq!(hex(&sealed[..25]), format!("01{}", "24".repeat(24)));
    assert_eq!(
        hex(&sealed[25..65]),
        "8b9c84e691a425612a5c55406fe23aa3719177a9bcb8ab2110c7eedbf493ed57bcfa0d459338d043"
    );
    assert_eq!(sha256(&sealed), "efd1a6590f17326bf351606ad215551c35e4f0c3553a74fc42e2125b67f4f556");
}

#[test]
fn a_row_opens_in_its_own_place_only() {
    let sealed = seal_row(&secret(CONTEXT), &ROW, NONCE, &ada()).unwrap();
    assert_eq!(open_row(&secret(CONTEXT), &ROW, &sealed), Ok(ada()));
    assert_eq!(open_row(&secret(CONTEXT), &[1; 16], &sealed), Err(RowError::Damaged));
    for context in [EpochContext { campaign: [1; 16], ..CONTEXT }, EpochContext { epoch: [1; 16], ..CONTEXT }] {
        assert_eq!(open_row(&secret(context), &ROW, &sealed), Err(RowError::Damaged));
    }
}

#[test]
fn every_altered_byte_and_every_cut_shuts_it() {
    let secret = secret(CONTEXT);
    let sealed = seal_row(&secret, &ROW, NONCE, &ada()).unwrap();
    for place in 0..sealed.len() {
        let mut altered = sealed.clone();
        altered[place] ^= 1;
        assert!(open_row(&secret, &ROW, &altered).is_err(), "byte {place}");
        assert!(open_row(&secret, &ROW, &sealed[..place]).is_err(), "cut at {place}");
    }
    let version = [&[2], &sealed[1..]].concat();
    assert_eq!(open_row(&secret, &ROW, &version), Err(RowError::UnsupportedVersion(2)));
    assert_eq!(open_row(&secret, &ROW, &[1; OVERHEAD_BYTES]), Err(RowError::Length(OVERHEAD_BYTES)));
    let long = vec![1; MAX_SEALED_ROW_BYTES + 256];
    assert_eq!(open_row(&secret, &ROW, &long), Err(RowError::Length(long.len())));
}

#[test]
fn the_length_does_not_tell_what_is_in_it() {
    let length = |data: &SignerData| seal_row(&secret(CONTEXT), &ROW, NONCE, data).unwrap().len();
    let long = SignerData {
        name: Some("Ana María de los Ángeles Fernández-Villaverde y García de la Torre".into()),
        email: Some(format!("{}@example.org", "a".repeat(64))),
        country: Some("ES".into()),
        postcode: Some("28013".into()),
    };
    for data in [SignerData::default(), ada(), SignerData { email: None, ..ada() }, long] {
        assert_eq!(length(&data), 297);
    }
}

#[test]
fn a_field_that_is_too_long_is_refused() {
    let name = |length| SignerData { name: Some("x".repeat(length)), ..SignerData::default() };
    assert!(seal_row(&secret(CONTEXT), &ROW, NONCE, &name(1024)).is_ok());
    let error = RowError::FieldTooLong { field: "name", found: 1025 };
    assert_eq!(seal_row(&secret(CONTEXT), &ROW, NONCE, &name(1025)), Err(error));
}

fn field() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("\\PC{0,250}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_sealed_comes_back(
        name in field(), email in field(), country in field(), postcode in field(), nonce: [u8; 24], row: [u8; 16],
    ) {
        let data = SignerData { name, email, country, postcode };
        let sealed = seal_row(&secret(CONTEXT), &row, nonce, &data).unwrap();
        prop_assert_eq!((sealed.len() - OVERHEAD_BYTES) % 256, 0);
        prop_assert_eq!(open_row(&secret(CONTEXT), &row, &sealed), Ok(data));
    }

    #[test]
    fn no_bytes_make_the_opener_fall_over(bytes: Vec<u8>) {
        prop_assert!(open_row(&secret(CONTEXT), &ROW, &bytes).is_err());
    }
}
