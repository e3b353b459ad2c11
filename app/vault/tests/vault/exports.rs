//! Export files.

use proptest::prelude::*;
use vault::export::{
    DecodeError, Decoder, EncodeError, Encoder, EpochRecord, Facts, Header, MAGIC, OpenError, OpenedRow, Opener,
    Record, RowRecord,
};
use vault::{EpochContext, EpochError, Id, PrivateKey, RowError, SignerData, seal_row};

use crate::helpers::{CAMPAIGN, CONTEXT, EPOCH, ada, private_key, sealed_epoch, secret, sha256};

const OTHER_EPOCH: Id = [0xe1; 16];

fn facts() -> Facts {
    Facts { country: "GB".into(), region: "GB-LND".into(), source: "qr".into(), locale: "en".into() }
}

fn row(epoch: Id, id: u8, data: &SignerData) -> Record {
    let secret = secret(EpochContext { campaign: CAMPAIGN, epoch });
    let sealed = seal_row(&secret, &[id; 16], [id; 24], data).unwrap();
    Record::Row(RowRecord { epoch, row: [id; 16], sealed, facts: facts() })
}

fn epoch(epoch: Id, keys: &[&PrivateKey]) -> Record {
    let context = EpochContext { campaign: CAMPAIGN, epoch };
    Record::Epoch(EpochRecord { epoch, keys: keys.iter().map(|key| sealed_epoch(context, key)).collect() })
}

/// Two epochs, the first for both keys and the second for the second key only, and a row in each.
fn records() -> Vec<Record> {
    let (first, second) = (private_key(1), private_key(2));
    vec![
        Record::Header(Header { campaign: CAMPAIGN, slug: "save-the-library".into() }),
        epoch(EPOCH, &[&first, &second]),
        epoch(OTHER_EPOCH, &[&second]),
        row(EPOCH, 1, &ada()),
        row(OTHER_EPOCH, 2, &SignerData::default()),
        Record::End { rows: 2 },
    ]
}

fn file(records: &[Record]) -> Vec<u8> {
    let mut out = vec![];
    let mut encoder = None;
    for record in records {
        match record {
            Record::Header(header) => encoder = Some(Encoder::start(header, &mut out).unwrap()),
            Record::Epoch(epoch) => encoder.as_mut().unwrap().epoch(epoch, &mut out).unwrap(),
            Record::Row(row) => encoder.as_mut().unwrap().row(row, &mut out).unwrap(),
            Record::End { .. } => encoder.take().unwrap().end(&mut out),
        }
    }
    out
}

fn decode(bytes: &[u8]) -> Result<Vec<Record>, DecodeError> {
    Decoder::new(bytes).collect()
}

/// If this fails, files written before can no longer be read: raise the version and keep reading the old one.
#[test]
fn a_file_is_the_known_one() {
    assert_eq!(sha256(&file(&records())), "54ea269ce5d638ef587cec6a5ba54f6568497d20d11e7ebfbf088aa1b33b34dd");
}

#[test]
fn records_come_back() {
    assert_eq!(decode(&file(&records())).unwrap(), records());
}

#[test]
fn every_cut_is_noticed() {
    let bytes = file(&records());
    for length in 0..bytes.len() {
        match decode(&bytes[..length]).unwrap_err() {
            DecodeError::NotAnExport => assert!(length <= MAGIC.len()),
            DecodeError::Truncated { rows } => assert!(rows <= 2),
            error => panic!("cut at {length}: {error}"),
        }
    }
}

#[test]
fn every_altered_byte_is_noticed() {
    let bytes = file(&records());
    for place in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[place] ^= 1;
        assert!(decode(&altered).is_err(), "byte {place}");
    }
}

#[test]
fn missing_rows_and_trailing_bytes_are_noticed() {
    let bytes = file(&records());
    let (without, end) = (file_without_last_row(), 5 + 8 + 8);
    let cut = [&without[..without.len() - end], &bytes[bytes.len() - end..]].concat();
    assert!(matches!(decode(&cut), Err(DecodeError::RowCount { counted: 2, read: 1 })));
    assert!(matches!(decode(&[&bytes[..], &[0]].concat()), Err(DecodeError::TrailingData)));
    assert!(matches!(decode(&[&bytes[..], &bytes[..]].concat()), Err(DecodeError::TrailingData)));
}

fn file_without_last_row() -> Vec<u8> {
    let mut records = records();
    records.remove(4);
    file(&records)
}

#[test]
fn another_file_is_refused_for_what_it_is() {
    assert!(matches!(decode(b"PK\x03\x04 some archive that is long enough"), Err(DecodeError::NotAnExport)));
    let later = [MAGIC.as_slice(), &[2]].concat();
    assert!(matches!(decode(&later), Err(DecodeError::UnsupportedVersion(2))));
}

/// The reader behind these lengths would be asked for gigabytes; it must not even be asked for the body.
#[test]
fn an_absurd_length_is_refused_before_anything_is_read() {
    for kind in 0..=255 {
        let bytes = [MAGIC.as_slice(), &[1, kind, 0xff, 0xff, 0xff, 0xff]].concat();
        assert!(matches!(decode(&bytes), Err(DecodeError::Damaged { record: 1 })), "kind {kind}");
    }
}

#[test]
fn nothing_comes_after_an_error() {
    let mut decoder = Decoder::new(b"x".as_slice());
    assert!(decoder.next().is_some_and(|record| record.is_err()));
    assert!(decoder.next().is_none());
}

#[test]
fn what_a_reader_would_refuse_is_not_written() {
    let header = |length| Header { campaign: CAMPAIGN, slug: "x".repeat(length) };
    let mut out = vec![];
    let too_long = EncodeError::TooLong { field: "slug", found: 256, max: 255 };
    assert_eq!(Encoder::start(&header(256), &mut out).unwrap_err(), too_long);
    let mut encoder = Encoder::start(&header(255), &mut out).unwrap();
    let written = out.len();

    let keys = |count| EpochRecord { epoch: EPOCH, keys: vec![sealed_epoch(CONTEXT, &private_key(1)); count] };
    assert_eq!(encoder.epoch(&keys(0), &mut out), Err(EncodeError::Keys(0)));
    assert_eq!(encoder.epoch(&keys(65), &mut out), Err(EncodeError::Keys(65)));
    let row = |fact, sealed| RowRecord {
        epoch: EPOCH,
        row: [0; 16],
        sealed: vec![0; sealed],
        facts: Facts { region: "x".repeat(fact), ..Facts::default() },
    };
    let long_fact = EncodeError::TooLong { field: "region", found: 65, max: 64 };
    assert_eq!(encoder.row(&row(65, 1), &mut out), Err(long_fact));
    let long_row = EncodeError::TooLong { field: "sealed row", found: 16426, max: 16425 };
    assert_eq!(encoder.row(&row(1, 16426), &mut out), Err(long_row));
    assert_eq!(out.len(), written);

    encoder.epoch(&keys(64), &mut out).unwrap();
    encoder.row(&row(64, 16425), &mut out).unwrap();
    encoder.end(&mut out);
    assert_eq!(decode(&out).unwrap().last(), Some(&Record::End { rows: 1 }));
}

fn open(key: PrivateKey, records: Vec<Record>) -> Vec<Result<OpenedRow, OpenError>> {
    let mut opener = Opener::new(key);
    records.into_iter().filter_map(|record| opener.open(record).transpose()).collect()
}

fn opened(id: u8, data: SignerData) -> Result<OpenedRow, OpenError> {
    Ok(OpenedRow { row: [id; 16], data, facts: facts() })
}

#[test]
fn a_holder_opens_what_was_sealed_for_them() {
    let (first, second) = (private_key(1).key_id(), private_key(2).key_id());
    assert_eq!(open(private_key(2), records()), [opened(1, ada()), opened(2, SignerData::default())]);
    let shut = OpenError::WrongKey { given: first, sealed_for: vec![second] };
    assert_eq!(open(private_key(1), records()), [opened(1, ada()), Err(shut)]);
}

#[test]
fn a_wrong_key_is_told_all_the_right_ones() {
    let given = private_key(3).key_id();
    let mut sealed_for = vec![private_key(1).key_id(), private_key(2).key_id()];
    sealed_for.sort();
    let message =
        format!("wrong key: this is key {given}, the file was sealed for keys {}, {}", sealed_for[0], sealed_for[1]);
    let error = OpenError::WrongKey { given, sealed_for };
    assert_eq!(error.to_string(), message);
    assert_eq!(open(private_key(3), records()), [Err(error.clone()), Err(error)]);
}

#[test]
fn a_damaged_epoch_spoils_its_own_rows_only() {
    let mut records = records();
    let Record::Epoch(epoch) = &mut records[1] else { panic!("the second record is an epoch") };
    epoch.keys.iter_mut().for_each(|key| key.enc[0] ^= 1);
    let error = OpenError::Epoch(EpochError::Damaged { key: private_key(2).key_id() });
    assert_eq!(open(private_key(2), records), [Err(error), opened(2, SignerData::default())]);
}

#[test]
fn a_damaged_row_spoils_itself_only() {
    let mut records = records();
    let Record::Row(row) = &mut records[3] else { panic!("the fourth record is a row") };
    row.sealed[100] ^= 1;
    let error = OpenError::Row { row: [1; 16], source: RowError::Damaged };
    assert_eq!(open(private_key(2), records), [Err(error), opened(2, SignerData::default())]);
}

#[test]
fn records_out_of_place_are_refused() {
    let mut opener = Opener::new(private_key(2));
    let mut records = records();
    assert_eq!(opener.open(records[1].clone()), Err(OpenError::NoHeader));
    assert_eq!(opener.open(records[0].clone()), Ok(None));
    let unknown = OpenError::UnknownEpoch { row: [1; 16], epoch: EPOCH };
    assert_eq!(opener.open(records[3].clone()), Err(unknown.clone()));
    assert_eq!(opener.open(records[1].clone()), Ok(None));
    assert_eq!(opener.open(records[1].clone()), Err(OpenError::DuplicateEpoch(EPOCH)));
    assert!(opener.open(records[3].clone()).is_ok());
    // A new file starts from nothing.
    assert_eq!(opener.open(records.remove(0)), Ok(None));
    assert_eq!(opener.open(records.remove(2)), Err(unknown));
}

#[test]
fn a_row_of_another_campaign_does_not_open() {
    let mut records = records();
    records[0] = Record::Header(Header { campaign: [1; 16], slug: "another".into() });
    assert!(open(private_key(2), records).iter().all(|row| matches!(row, Err(OpenError::Epoch(_)))));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_comes_back(
        slug in "[a-z-]{0,255}",
        rows in proptest::collection::vec((any::<[u8; 16]>(), proptest::collection::vec(any::<u8>(), 0..400), "\\PC{0,16}"), 0..20),
    ) {
        let mut records = vec![Record::Header(Header { campaign: CAMPAIGN, slug })];
        let count = rows.len() as u64;
        records.extend(rows.into_iter().map(|(id, sealed, text)| {
            let facts = Facts { country: text.clone(), region: String::new(), source: text, locale: "en".into() };
            Record::Row(RowRecord { epoch: id, row: id, sealed, facts })
        }));
        records.push(Record::End { rows: count });
        prop_assert_eq!(decode(&file(&records)).unwrap(), records);
    }

    #[test]
    fn no_bytes_make_the_decoder_fall_over(bytes: Vec<u8>) {
        let bytes = [MAGIC.as_slice(), &[1], &bytes].concat();
        prop_assert!(decode(&bytes).is_err());
    }
}
