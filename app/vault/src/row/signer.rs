//! The plaintext of a row.

use std::fmt;

#[cfg(any(feature = "seal", test))]
use zeroize::Zeroizing;

#[cfg(any(feature = "seal", test))]
use super::{MAX_FIELD_BYTES, PADDING_BYTES, RowError};

/// What a row holds about a signer. A field is `None` where the campaign does not ask or the signer did not say.
///
/// Encoded as fields in rising order of their tag, then zeros up to a multiple of
/// [`PADDING_BYTES`](super::PADDING_BYTES). A field is its tag
/// (one byte: 1 name, 2 email, 3 country, 4 postcode), its length in bytes (two bytes, big-endian) and UTF-8. Equal
/// data gives equal bytes. A reader skips tags it does not know, so a later version can add fields.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SignerData {
    /// The name as the signer typed it.
    pub name: Option<String>,
    /// The address, only if the signer allowed the campaign's team to write.
    pub email: Option<String>,
    /// The country as an ISO 3166-1 code of two letters.
    pub country: Option<String>,
    /// The postcode as the signer typed it.
    pub postcode: Option<String>,
}

/// Says which fields are there and never what they hold, so that no signer ends up in a log.
impl fmt::Debug for SignerData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let present = self.fields().into_iter().filter(|(_, _, value)| value.is_some()).map(|(_, name, _)| name);
        f.write_str("SignerData")?;
        f.debug_set().entries(present).finish()
    }
}

impl SignerData {
    fn fields(&self) -> [(u8, &'static str, Option<&str>); 4] {
        [
            (1, "name", self.name.as_deref()),
            (2, "email", self.email.as_deref()),
            (3, "country", self.country.as_deref()),
            (4, "postcode", self.postcode.as_deref()),
        ]
    }

    #[cfg(any(feature = "seal", test))]
    pub(super) fn encode(&self) -> Result<Zeroizing<Vec<u8>>, RowError> {
        let mut length = 0;
        for (_, field, value) in self.fields() {
            let Some(value) = value else { continue };
            if value.len() > MAX_FIELD_BYTES {
                return Err(RowError::FieldTooLong { field, found: value.len() });
            }
            length += 3 + value.len();
        }
        // Reserved at once: a vector that grows leaves copies of the data behind in memory.
        let padded = length.max(1).next_multiple_of(PADDING_BYTES);
        let mut bytes = Zeroizing::new(Vec::with_capacity(padded));
        for (tag, field, value) in self.fields() {
            let Some(value) = value else { continue };
            let length = u16::try_from(value.len());
            let length = length.map_err(|_| RowError::FieldTooLong { field, found: value.len() })?;
            bytes.push(tag);
            bytes.extend(length.to_be_bytes());
            bytes.extend(value.as_bytes());
        }
        bytes.resize(padded, 0);
        Ok(bytes)
    }

    /// `None` unless the bytes are what an encoder of this or a later version writes.
    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut data = Self::default();
        let mut rest = bytes;
        let mut last = 0;
        while let Some((&tag, after)) = rest.split_first().filter(|(tag, _)| **tag != 0) {
            if tag <= last {
                return None;
            }
            last = tag;
            let (length, after) = after.split_first_chunk::<2>()?;
            let (value, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
            rest = after;
            let field = match tag {
                1 => &mut data.name,
                2 => &mut data.email,
                3 => &mut data.country,
                4 => &mut data.postcode,
                _ => continue,
            };
            *field = Some(std::str::from_utf8(value).ok()?.to_owned());
        }
        rest.iter().all(|byte| *byte == 0).then_some(data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> SignerData {
        SignerData { name: Some(name.into()), ..SignerData::default() }
    }

    #[test]
    fn a_field_of_a_later_version_is_skipped() {
        let mut bytes = b"\x01\x00\x03Ada".to_vec();
        bytes.extend(b"\xc8\x00\x02\xff\xfe");
        bytes.resize(PADDING_BYTES, 0);
        assert_eq!(SignerData::decode(&bytes), Some(name("Ada")));
    }

    #[test]
    fn what_no_encoder_writes_is_refused() {
        for bytes in [
            b"\x01\x00\x04Ada".as_slice(), // ends inside the value
            b"\x01\x00",                   // ends inside the length
            b"\x01\x00\x01A\x01\x00\x01B", // a field twice
            b"\x02\x00\x01A\x01\x00\x01B", // fields out of order
            b"\x01\x00\x01\xff",           // not UTF-8
            b"\x01\x00\x01A\x00\x00\x01",  // something in the padding
        ] {
            assert_eq!(SignerData::decode(bytes), None, "{bytes:x?}");
        }
    }

    #[test]
    fn a_plaintext_that_fills_its_block_needs_no_padding() {
        let data = name(&"x".repeat(PADDING_BYTES - 3));
        let bytes = data.encode().unwrap();
        assert_eq!(bytes.len(), PADDING_BYTES);
        assert_eq!(SignerData::decode(&bytes), Some(data));
        assert_eq!(name(&"x".repeat(PADDING_BYTES - 2)).encode().unwrap().len(), 2 * PADDING_BYTES);
    }

    #[test]
    fn debug_shows_no_value() {
        assert_eq!(format!("{:?}", name("Ada")), r#"SignerData{"name"}"#);
    }
}
