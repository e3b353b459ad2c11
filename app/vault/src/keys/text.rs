//! A private key as text: a file that says what it is, and a sheet of paper that can be typed in again.

use thiserror::Error;
use zeroize::Zeroizing;

use super::{PRIVATE_KEY_BYTES, PrivateKey};

/// The first line of a private key file. Its last word is the version of the format.
pub const PRIVATE_KEY_HEADER: &str = "undersigned private key 1";

/// The header without its version, by which a file of a later version is told from one of another kind.
const KIND: &str = "undersigned private key ";

/// A row of the key holds 8 bytes of seed and 2 of checksum, which are 16 characters of 5 bits.
const ROWS: usize = PRIVATE_KEY_BYTES / ROW_BYTES;
const ROW_BYTES: usize = 8;
const ROW_CHARACTERS: usize = 16;
const GROUP: usize = 4;

/// Longest campaign label in the comment, in characters: one that still fits a line of paper.
const MAX_LABEL: usize = 80;

/// Crockford's base32 (<https://www.crockford.com/base32.html>): no letter that is read as another one or as a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why a text is no private key. Lines count from 1 and include empty ones and comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyTextError {
    /// The text does not begin as a private key file does.
    #[error("this is not a private key: it has to begin with the line \"{PRIVATE_KEY_HEADER}\"")]
    NotAPrivateKey,
    /// A private key file of a version that this program does not know.
    #[error("this private key was written by a newer version of Undersigned: update this program")]
    UnsupportedVersion,
    /// A character that no row of a key has.
    #[error("line {line}: the key has no character {character:?}")]
    Character {
        /// The line it stands in.
        line: usize,
        /// The character.
        character: char,
    },
    /// A row with too few or too many characters.
    #[error("line {line}: {found} characters instead of 16, not counting hyphens and spaces")]
    Length {
        /// The line.
        line: usize,
        /// How many letters and digits it has.
        found: usize,
    },
    /// The row's checksum does not fit its characters.
    #[error("line {line}: a character is mistyped, or the rows of the key are not in their order")]
    Checksum {
        /// The line.
        line: usize,
    },
    /// The text has other than four rows.
    #[error("the key has 4 rows, this text has {found}")]
    Rows {
        /// How many rows there are; 5 stands for 5 or more.
        found: usize,
    },
}

impl PrivateKey {
    /// The private key file: the lines of [`PrivateKey::recovery_sheet`], each ended by a line feed.
    #[must_use]
    pub fn to_text(&self, campaign: &str) -> Zeroizing<String> {
        let lines = self.recovery_sheet(campaign);
        // Reserved at once: a string that grows leaves copies of the key behind in memory.
        let mut text = Zeroizing::new(String::with_capacity(lines.iter().map(|l| l.len() + 1).sum()));
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// The lines to print on paper: a header, a comment with the campaign and the key's id, and four rows of four
    /// groups of four characters.
    ///
    /// `campaign` is a label for people (the slug), cut to 80 characters and without control characters; it is no part
    /// of the key. Each row is Crockford's base32 of 8 bytes of the seed and a CRC-16 of the row's number (1 to 4) and
    /// those bytes, so a mistyped character or two swapped neighbours are always found, and in the line where they are.
    #[must_use]
    pub fn recovery_sheet(&self, campaign: &str) -> Vec<Zeroizing<String>> {
        let label: String = campaign.chars().filter(|c| !c.is_control()).take(MAX_LABEL).collect();
        let mut lines = vec![
            Zeroizing::new(PRIVATE_KEY_HEADER.to_owned()),
            Zeroizing::new(format!("# campaign {label}, key {}", self.key_id())),
        ];
        let seed = self.to_seed();
        let (chunks, _) = seed.as_chunks::<ROW_BYTES>();
        lines.extend((1..).zip(chunks).map(|(number, chunk)| write_row(number, chunk)));
        lines
    }

    /// Reads a private key file or a typed recovery sheet.
    ///
    /// Upper and lower case, spaces, hyphens, empty lines and lines that begin with `#` make no difference; `O` is
    /// taken for `0`, and `I` and `L` for `1`.
    ///
    /// # Errors
    ///
    /// A [`KeyTextError`] that says what is wrong, and in which line.
    pub fn parse(text: &str) -> Result<Self, KeyTextError> {
        let mut lines = lines(text);
        check_header(lines.next().map_or("", |(_, line)| line))?;
        let mut seed = Zeroizing::new([0; PRIVATE_KEY_BYTES]);
        let (chunks, _) = seed.as_chunks_mut::<ROW_BYTES>();
        for (index, chunk) in chunks.iter_mut().enumerate() {
            let (line, row) = lines.next().ok_or(KeyTextError::Rows { found: index })?;
            read_row(line, row, index + 1, chunk)?;
        }
        if lines.next().is_some() {
            return Err(KeyTextError::Rows { found: ROWS + 1 });
        }
        Self::from_seed(&*seed).map_err(|_| KeyTextError::NotAPrivateKey)
    }
}

/// Whether a text begins as a private key file does, of whatever version. Comments may stand before.
#[must_use]
pub fn begins_as_private_key(text: &str) -> bool {
    lines(text).next().is_some_and(|(_, line)| header(line).starts_with(KIND))
}

/// Whether a group of a recovery sheet was typed as it stands there, as carelessly as [`PrivateKey::parse`] takes it.
#[must_use]
pub fn is_same_group(group: &str, typed: &str) -> bool {
    let values = |text: &str| -> Option<Vec<u8>> {
        text.chars().filter(|c| *c != '-' && !c.is_whitespace()).map(character_value).collect()
    };
    values(typed).is_some_and(|typed| !typed.is_empty() && values(group) == Some(typed))
}

/// Lines that are neither empty nor comments, with their numbers.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..)
        .zip(text.trim_start_matches('\u{feff}').lines())
        .map(|(number, line)| (number, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

fn header(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().take(5).collect();
    words.join(" ").to_ascii_lowercase()
}

fn check_header(line: &str) -> Result<(), KeyTextError> {
    let header = header(line);
    if header == PRIVATE_KEY_HEADER {
        Ok(())
    } else if header.strip_prefix(KIND).is_some_and(|version| version.parse::<u32>().is_ok()) {
        Err(KeyTextError::UnsupportedVersion)
    } else {
        Err(KeyTextError::NotAPrivateKey)
    }
}

fn write_row(number: u8, seed: &[u8; ROW_BYTES]) -> Zeroizing<String> {
    let bits = Zeroizing::new((u128::from(u64::from_be_bytes(*seed)) << 16) | u128::from(checksum(number, seed)));
    let mut row = Zeroizing::new(String::with_capacity(ROW_CHARACTERS + ROW_CHARACTERS / GROUP));
    for place in 0..ROW_CHARACTERS {
        if place > 0 && place % GROUP == 0 {
            row.push('-');
        }
        let value = (*bits >> (5 * (ROW_CHARACTERS - 1 - place))) & 31;
        row.push(char::from(ALPHABET[value as usize]));
    }
    row
}

fn read_row(line: usize, row: &str, number: usize, seed: &mut [u8; ROW_BYTES]) -> Result<(), KeyTextError> {
    let mut bits = Zeroizing::new(0u128);
    let mut found = 0;
    for character in row.chars().filter(|c| *c != '-' && !c.is_whitespace()) {
        let value = character_value(character).ok_or(KeyTextError::Character { line, character })?;
        *bits = (*bits << 5) | u128::from(value);
        found += 1;
    }
    if found != ROW_CHARACTERS {
        return Err(KeyTextError::Length { line, found });
    }
    *seed = ((*bits >> 16) as u64).to_be_bytes();
    let expected = u8::try_from(number).map(|number| checksum(number, seed));
    if expected == Ok((*bits & 0xffff) as u16) { Ok(()) } else { Err(KeyTextError::Checksum { line }) }
}

fn character_value(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..).zip(ALPHABET).find(|(_, letter)| char::from(**letter) == character).map(|(value, _)| value)
}

/// CRC-16 with polynomial 0x1021, begun with 0xFFFF. A CRC and no hash, because it finds *every* error within 16
/// neighbouring bits, which is three characters. It guards against typing mistakes only: the key needs no proof of
/// origin, since a wrong one opens nothing.
fn checksum(number: u8, seed: &[u8; ROW_BYTES]) -> u16 {
    std::iter::once(&number).chain(seed).fold(0xffff, |crc, byte| {
        (0..8).fold(
            crc ^ (u16::from(*byte) << 8),
            |crc, _| {
                if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
            },
        )
    })
}
