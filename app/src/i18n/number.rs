use super::Lang;

/// A whole number as the language writes it (CLDR: English groups by comma, Spanish by point and only from five digits).
pub fn number(lang: Lang, n: i64) -> String {
    let (separator, smallest) = match lang {
        Lang::En => (',', 4),
        Lang::Es => ('.', 5),
    };
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 8);
    if n < 0 {
        text.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && digits.len() >= smallest && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number of bytes in the largest unit (powers of a thousand) of which there is at least one, with one decimal below ten.
#[cfg(feature = "ssr")]
pub fn size(lang: Lang, bytes: u64) -> String {
    let units = [(1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let Some((unit, name)) = units.into_iter().find(|(unit, _)| bytes >= *unit) else { return format!("{bytes} B") };
    let (whole, tenth) = (bytes / unit, bytes % unit * 10 / unit);
    match lang {
        _ if whole >= 10 => format!("{} {name}", number(lang, i64::try_from(whole).unwrap_or(i64::MAX))),
        Lang::En => format!("{whole}.{tenth} {name}"),
        Lang::Es => format!("{whole},{tenth} {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "ssr")]
    #[test]
    fn sizes_are_coarse() {
        assert_eq!(size(Lang::En, 999), "999 B");
        assert_eq!(size(Lang::En, 1_500), "1.5 kB");
        assert_eq!(size(Lang::Es, 2_340_000), "2,3 MB");
        assert_eq!(size(Lang::En, 48_900_000_000), "48 GB");
        assert_eq!(size(Lang::En, 5_000_000_000_000_000), "5,000 TB");
    }

    #[test]
    fn groups_digits_as_each_language_does() {
        assert_eq!(number(Lang::En, 999), "999");
        assert_eq!(number(Lang::En, 1_234), "1,234");
        assert_eq!(number(Lang::Es, 1_234), "1234");
        assert_eq!(number(Lang::Es, 12_431), "12.431");
        assert_eq!(number(Lang::En, -1_234_567), "-1,234,567");
    }
}
