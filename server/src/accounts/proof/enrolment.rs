//! A new secret in the forms in which an app takes it.

use super::totp::SECRET_LENGTH;
use app::accounts::proof::{Enrolment, Qr};
use app::paths::encode;
use data_encoding::BASE32_NOPAD;
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light fields around a QR code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The secret as the page shows it. `house` and `address` name the account in the app.
pub(super) fn shown(
    secret: &[u8; SECRET_LENGTH],
    house: &str,
    address: &str,
    sealed: String,
) -> Result<Enrolment, QrError> {
    let letters = BASE32_NOPAD.encode(secret);
    // A colon would end the house's name.
    let house = encode(&house.replace(':', " "));
    let link = format!("otpauth://totp/{house}:{}?secret={letters}&issuer={house}", encode(address));
    let qr = drawn(&link)?;
    let groups = letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>();
    Ok(Enrolment { secret: groups.join(" "), link, qr, sealed })
}

/// A QR code as one outline: each run of dark fields in a row is a rectangle.
fn drawn(text: &str) -> Result<Qr, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let width = code.width();
    let fields = code.to_colors();
    let mut path = String::new();
    for (y, row) in fields.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    Ok(Qr { width: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_told_the_secret_in_three_ways() {
        let shown = shown(b"12345678901234567890", "Under: signed", "ana+x@example.org", "s".into()).unwrap();
        // RFC 4648, by another implementation.
        assert_eq!(shown.secret, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            shown.link,
            "otpauth://totp/Under%20%20signed:ana%2Bx%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Under%20%20signed"
        );
    }

    #[test]
    fn the_drawing_has_every_dark_field_and_no_other() {
        let text = "otpauth://totp/A:b?secret=GEZDGNBV&issuer=A";
        let (code, qr) = (QrCode::with_error_correction_level(text, EcLevel::M).unwrap(), drawn(text).unwrap());
        let mut fields = vec![Color::Light; code.width() * code.width()];
        for run in qr.path.split('M').skip(1) {
            let numbers = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<usize>().ok());
            let [x, y, length, 1, back] = numbers.collect::<Vec<_>>()[..] else { panic!("{run}") };
            assert_eq!(length, back);
            for x in x..x + length {
                fields[(y - QUIET) * code.width() + x - QUIET] = Color::Dark;
            }
        }
        assert_eq!(qr.width, code.width() + 8);
        assert!(fields == code.to_colors());
    }
}
