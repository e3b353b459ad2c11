//! Files that people send, and those that nobody should.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// The upper half red, the lower half blue, in this format.
pub fn halves(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |_, y| if y < height / 2 { Rgb([220, 30, 30]) } else { Rgb([30, 30, 220]) };
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, colour)).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG as a phone writes it that was turned to the left: it has to be turned to the right to stand upright, and it tells where and with what it was
/// taken.
pub fn from_a_phone(width: u32, height: u32) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    // A TIFF with two directories (Exif 2.3, 4.5): the first at byte 8, that of the place at byte 50.
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(entry(0x010f, 2, 4, *b"Cam\0"));
    tiff.extend(entry(0x0112, 3, 1, [0, 6, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, 50_u32.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(b"\0\x02");
    tiff.extend(entry(0x0001, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(0x0002, 5, 3, 80_u32.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend([40_u32, 1, 44, 1, 54, 1].iter().flat_map(|part| part.to_be_bytes()));
    tiff.extend(b"GPSGPSGPS");
    let plain = halves(width, height, ImageFormat::Jpeg);
    let length = u16::try_from(tiff.len() + 8).unwrap();
    [&plain[..2], b"\xff\xe1", &length.to_be_bytes(), b"Exif\0\0", &tiff, &plain[2..]].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let mut table = [0_u32; 256];
    for (n, entry) in table.iter_mut().enumerate() {
        *entry =
            (0..8).fold(u32::try_from(n).unwrap(), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 });
    }
    !bytes.iter().fold(!0, |c: u32, byte| table[usize::from(c.to_le_bytes()[0] ^ byte)] ^ (c >> 8))
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [&kind[..], data].concat();
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &body, &crc(&body).to_be_bytes()].concat()
}

/// A sound grey PNG of 20,000 × 20,000 pixels in two and a half megabytes: 400 MB of zeros, as deflate (RFC 1951) writes them in one block of
/// fixed codes.
pub fn bomb() -> Vec<u8> {
    const SIDE: u32 = 20_000;
    let total = u64::from(SIDE) * u64::from(SIDE + 1);
    let (mut bits, mut bytes) = (0_u32, vec![0x78, 0x01]);
    let mut filled = 0;
    let mut write = |code: u32, length: u32| {
        for at in (0..length).rev() {
            bits |= (code >> at & 1) << filled;
            filled += 1;
            if filled == 8 {
                bytes.push(u8::try_from(bits).unwrap());
                (bits, filled) = (0, 0);
            }
        }
    };
    // The last block, of fixed codes; then a zero, and zeros at distance one, 258 at a time.
    write(0b1_10, 3);
    let (zero, again) = ((0b0011_0000, 8), (0b1100_0101 << 5, 13));
    write(zero.0, zero.1);
    for _ in 0..(total - 1) / 258 {
        write(again.0, again.1);
    }
    for _ in 0..(total - 1) % 258 {
        write(zero.0, zero.1);
    }
    // The end, and what fills the last byte.
    write(0, 7);
    write(0, 7);
    let adler = u32::try_from(total % 65_521).unwrap() << 16 | 1;
    bytes.extend(adler.to_be_bytes());
    let head = [&SIDE.to_be_bytes()[..], &SIDE.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", &bytes), &chunk(b"IEND", &[])].concat()
}

/// A picture that is also a page and an archive.
pub fn polyglot() -> Vec<u8> {
    let page = b"<!DOCTYPE html><script>alert(1)</script>PK\x03\x04\x14\0\0\0";
    let plain = halves(400, 400, ImageFormat::Jpeg);
    let comment = [&b"\xff\xfe"[..], &u16::try_from(page.len() + 2).unwrap().to_be_bytes(), page].concat();
    [&plain[..2], &comment, &plain[2..], page].concat()
}
