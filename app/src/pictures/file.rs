/// One of the files of a picture, by the end of its address: `<hash>-<width>.jpg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// The picture's SHA-256, over all of its files.
    pub hash: [u8; 32],
    /// Its width in pixels.
    pub width: u32,
}

impl PictureFile {
    /// Reads the end of an address; `None` if it names no picture.
    pub fn parse(name: &str) -> Option<Self> {
        let (digits, width) = name.strip_suffix(".jpg")?.split_once('-')?;
        let plain = |text: &str, longest: usize| {
            (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        if digits.len() != 64 || !plain(digits, 64) || !plain(width, 5) {
            return None;
        }
        let mut hash = [0; 32];
        for (byte, at) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self { hash, width: width.parse().ok()? })
    }

    /// A picture's hash as it stands in addresses.
    pub fn name(hash: &[u8; 32]) -> String {
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::PictureFile;

    #[test]
    fn only_names_that_we_give_are_read() {
        let hash = [0xa5; 32];
        let name = PictureFile::name(&hash);
        assert_eq!(PictureFile::parse(&format!("{name}-960.jpg")), Some(PictureFile { hash, width: 960 }));
        for odd in [
            format!("{name}.jpg"),
            format!("{name}-.jpg"),
            format!("{name}-+96.jpg"),
            format!("{name}-960.png"),
            format!("{name}-999999999999.jpg"),
            format!("{}-960.jpg", &name[1..]),
            format!("+{}-960.jpg", &name[1..]),
            format!("{}-960.jpg", "é".repeat(32)),
            format!("../{name}-960.jpg"),
        ] {
            assert_eq!(PictureFile::parse(&odd), None, "{odd}");
        }
    }
}
