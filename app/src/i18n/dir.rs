/// The writing direction of a text by the BCP 47 code of its language, as in HTML's `dir`. Knows the languages that are written from
/// right to left in the script they are mostly written in (CLDR, `layout.json`).
pub fn text_dir(code: &str) -> &'static str {
    let primary = code.split('-').next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => "rtl",
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::text_dir;

    #[test]
    fn knows_what_runs_from_right_to_left() {
        assert_eq!((text_dir("ar-EG"), text_dir("FA"), text_dir("es"), text_dir("")), ("rtl", "rtl", "ltr", "ltr"));
    }
}
