//! From a file that somebody sent to the files that are kept. Nothing is taken over but what can be seen: no place, no time, no camera, no
//! colour profile, nothing that hangs behind the picture.

use app::pictures::{PictureProblem, picture_limits as limits};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// Bytes that decoding may take for the picture itself. Only pictures of more than eight bits for each colour come near it.
const MEMORY: u64 = 160 << 20;
/// Of 100: what cannot be told from the best by looking at it.
const QUALITY: u8 = 82;

/// A picture as it is kept.
pub(super) struct Drawn {
    /// SHA-256 over all files.
    pub(super) hash: [u8; 32],
    /// Width and height of the widest.
    pub(super) size: (u32, u32),
    /// JPEG by width, the least first.
    pub(super) files: Vec<(u32, Vec<u8>)>,
}

/// The widths in which a picture is kept whose widest file has this width, the least first.
pub(super) fn widths(widest: u32) -> Vec<u32> {
    let mut widths = limits::WIDTHS.into_iter().filter(|width| *width < widest).collect::<Vec<_>>();
    widths.push(widest);
    widths
}

/// Draws a picture anew. Takes up to a few seconds and some 250 MB; what is too large is refused by what its header says, for next to nothing.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn draw(bytes: &[u8]) -> Result<Drawn, PictureProblem> {
    let widest = read(bytes)?;
    let size = widest.dimensions();
    let (mut files, mut hash) = (Vec::new(), Sha256::new());
    for width in widths(size.0) {
        let jpeg = if width == size.0 {
            encoded(&widest)
        } else {
            let height = scaled(size.1, width, size.0);
            encoded(&image::imageops::resize(&widest, width, height, FilterType::CatmullRom))
        };
        let jpeg = jpeg.map_err(|_| PictureProblem::Unreadable)?;
        hash.update(&jpeg);
        files.push((width, jpeg));
    }
    Ok(Drawn { hash: hash.finalize().into(), size, files })
}

/// What can be seen, upright, in the greatest size that is kept.
fn read(bytes: &[u8]) -> Result<RgbImage, PictureProblem> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureProblem::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(PictureProblem::NotAPicture);
    }
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(MEMORY);
    reader.limits(bounds);
    let mut decoder = reader.into_decoder().map_err(|error| told(&error))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > u64::from(limits::MEGAPIXELS_MAX) * 1_000_000 || decoder.total_bytes() > MEMORY {
        return Err(PictureProblem::TooManyPixels(limits::MEGAPIXELS_MAX));
    }
    if width.min(height) < limits::SIDE_MIN {
        return Err(PictureProblem::TooSmall(limits::SIDE_MIN));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let whole = DynamicImage::from_decoder(decoder).map_err(|error| told(&error))?;
    let mut picture = shrunk(whole, orientation);
    picture.apply_orientation(orientation);
    Ok(on_white(picture))
}

fn told(error: &ImageError) -> PictureProblem {
    match error {
        ImageError::Limits(_) => PictureProblem::TooManyPixels(limits::MEGAPIXELS_MAX),
        _ => PictureProblem::Unreadable,
    }
}

/// The picture in the greatest size that is kept, once it stands upright. None is enlarged.
fn shrunk(picture: DynamicImage, orientation: Orientation) -> DynamicImage {
    let lies = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let most = (limits::WIDTHS.into_iter().max().unwrap_or_default(), limits::HEIGHT_MAX);
    let (most_width, most_height) = if lies { (most.1, most.0) } else { most };
    let (width, height) = (picture.width(), picture.height());
    let (new_width, new_height) = if width <= most_width && height <= most_height {
        return picture;
    } else if u64::from(width) * u64::from(most_height) >= u64::from(height) * u64::from(most_width) {
        (most_width, scaled(height, most_width, width))
    } else {
        (scaled(width, most_height, height), most_height)
    };
    if width >= 2 * new_width {
        // Averages: as good as any filter at this ratio, and needs no memory beside the two pictures.
        picture.thumbnail_exact(new_width, new_height)
    } else {
        picture.resize_exact(new_width, new_height, FilterType::CatmullRom)
    }
}

/// `side` in the ratio of `new` to `old`, at least 1.
fn scaled(side: u32, new: u32, old: u32) -> u32 {
    let old = u64::from(old.max(1));
    let rounded = (u64::from(side) * u64::from(new) + old / 2) / old;
    u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
}

/// What lets the ground shine through stands on white: JPEG knows no transparency.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut flat = RgbImage::new(picture.width(), picture.height());
    for (to, from) in flat.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        let over = |colour: u16| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        *to = Rgb([over(red), over(green), over(blue)]);
    }
    flat
}

fn encoded(picture: &RgbImage) -> Result<Vec<u8>, ImageError> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(picture)?;
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgba;
    use image::RgbaImage;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    fn sizes(drawn: &Drawn) -> Vec<(u32, u32)> {
        let size = |(_, jpeg): &(u32, Vec<u8>)| image::load_from_memory(jpeg).unwrap().into_rgb8().dimensions();
        drawn.files.iter().map(size).collect()
    }

    #[test]
    fn no_picture_is_enlarged_and_each_keeps_its_shape() {
        let drawn = |width, height| draw(&png(&DynamicImage::new_rgb8(width, height))).unwrap();
        assert_eq!(sizes(&drawn(320, 400)), [(320, 400)]);
        assert_eq!(sizes(&drawn(480, 320)), [(480, 320)]);
        assert_eq!(sizes(&drawn(1_000, 500)), [(480, 240), (960, 480), (1_000, 500)]);
        assert_eq!(sizes(&drawn(3_200, 400)), [(480, 60), (960, 120), (1_600, 200)]);
        assert_eq!(sizes(&drawn(400, 3_000)), [(320, 2_400)]);
    }

    #[test]
    fn what_shines_through_stands_on_white() {
        let mut picture = RgbaImage::from_pixel(320, 320, Rgba([0, 0, 0, 0]));
        for x in 0..160 {
            for y in 0..320 {
                picture.put_pixel(x, y, Rgba([200, 0, 0, 255]));
            }
        }
        let drawn = draw(&png(&DynamicImage::ImageRgba8(picture))).unwrap();
        let seen = image::load_from_memory(&drawn.files[0].1).unwrap().into_rgb8();
        let close = |at: (u32, u32), colour: [u8; 3]| {
            seen.get_pixel(at.0, at.1).0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 8)
        };
        assert!(close((20, 20), [200, 0, 0]) && close((300, 300), [255, 255, 255]));
    }

    #[test]
    fn whatever_is_sent_is_drawn_or_refused() {
        let whole = png(&DynamicImage::new_rgb8(400, 400));
        for end in (0..whole.len()).step_by(31) {
            assert!(draw(&whole[..end]).is_err() || end + 12 >= whole.len(), "{end} of {} bytes", whole.len());
        }
        for (bytes, problem) in [
            (&b""[..], PictureProblem::NotAPicture),
            (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", PictureProblem::NotAPicture),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", PictureProblem::NotAPicture),
            (b"\xff\xd8\xff\xe0", PictureProblem::Unreadable),
        ] {
            assert_eq!(draw(bytes).err(), Some(problem), "{bytes:?}");
        }
        assert_eq!(draw(&png(&DynamicImage::new_rgb8(319, 400))).err(), Some(PictureProblem::TooSmall(320)));
    }
}
