//! Sealed epoch secrets.

use proptest::prelude::*;
use vault::{EpochContext, EpochError, EpochSecret, KeyId, SealedEpoch, open_epoch, open_row, seal_epoch, seal_row};

use crate::helpers::{CONTEXT, FixedRng, ROW, ada, private_key, sealed_epoch, secret, sha256};

/// If this fails, epochs sealed before no longer open: give the suite another name and keep opening the old one.
#[test]
fn a_sealed_epoch_is_the_known_one() {
    let sealed = sealed_epoch(CONTEXT, &private_key(1));
    assert_eq!(sha256(&sealed.to_bytes()), "6d4d357b7a3e270c70f228a6e742aa6f17059fd5fe397cf5a989dae72aa85903");
}

#[test]
fn an_opened_secret_opens_the_rows_of_the_one_that_was_sealed() {
    let key = private_key(1);
    let drawn = EpochSecret::generate(CONTEXT, &mut FixedRng(9));
    let row = seal_row(&drawn, &ROW, [1; 24], &ada()).unwrap();
    let sealed = seal_epoch(&drawn, &key.public_key(), &mut FixedRng(3)).unwrap();
    let stored = SealedEpoch::from_parts(sealed.key_id, &*sealed.enc, &sealed.wrapped).unwrap();
    let opened = open_epoch(&key, CONTEXT, &stored).unwrap();
    assert_eq!(opened.context(), &CONTEXT);
    assert_eq!(open_row(&opened, &ROW, &row), Ok(ada()));
}

#[test]
fn a_new_holder_gets_the_epoch_from_an_old_one() {
    let (old, new) = (private_key(1), private_key(2));
    let opened = open_epoch(&old, CONTEXT, &sealed_epoch(CONTEXT, &old)).unwrap();
    let sealed = seal_epoch(&opened, &new.public_key(), &mut FixedRng(3)).unwrap();
    let row = seal_row(&secret(CONTEXT), &ROW, [1; 24], &ada()).unwrap();
    assert_eq!(open_row(&open_epoch(&new, CONTEXT, &sealed).unwrap(), &ROW, &row), Ok(ada()));
}

#[test]
fn a_wrong_key_is_told_which_one_is_right() {
    let (right, wrong) = (private_key(1), private_key(2));
    let mut sealed = sealed_epoch(CONTEXT, &right);
    let error = EpochError::WrongKey { given: wrong.key_id(), sealed_for: right.key_id() };
    assert_eq!(open_epoch(&wrong, CONTEXT, &sealed).unwrap_err(), error);
    sealed.key_id = wrong.key_id();
    let error = open_epoch(&wrong, CONTEXT, &sealed).unwrap_err();
    assert_eq!(error, EpochError::Damaged { key: wrong.key_id() });
    assert!(error.to_string().starts_with("wrong key or damaged file"));
}

#[test]
fn another_campaign_or_epoch_does_not_open() {
    let key = private_key(1);
    let sealed = sealed_epoch(CONTEXT, &key);
    for context in [EpochContext { campaign: [1; 16], ..CONTEXT }, EpochContext { epoch: [1; 16], ..CONTEXT }] {
        assert_eq!(open_epoch(&key, context, &sealed).unwrap_err(), EpochError::Damaged { key: key.key_id() });
    }
}

#[test]
fn parts_of_another_length_are_refused() {
    let id = KeyId::from_bytes([0; 8]);
    let length = |expected, found| EpochError::Length { expected, found };
    assert_eq!(SealedEpoch::from_parts(id, &[0; 1119], &[0; 48]).unwrap_err(), length(1120, 1119));
    assert_eq!(SealedEpoch::from_parts(id, &[0; 1120], &[0; 49]).unwrap_err(), length(48, 49));
    assert_eq!(SealedEpoch::from_bytes(&[0; 1175]).unwrap_err(), length(1176, 1175));
}

#[test]
fn debug_prints_nothing_of_the_secret() {
    let printed = format!("{:?}", secret(CONTEXT));
    assert!(!printed.contains("5e") && !printed.contains("94"), "{printed}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_altered_byte_anywhere_shuts_it(place in 0..1176usize, flip in 1..=255u8) {
        let key = private_key(1);
        let mut bytes = sealed_epoch(CONTEXT, &key).to_bytes();
        bytes[place] ^= flip;
        let altered = SealedEpoch::from_bytes(&bytes).unwrap();
        prop_assert!(open_epoch(&key, CONTEXT, &altered).is_err());
    }
}
