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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits_as_each_language_does() {
        assert_eq!(number(Lang::En, 999), "999");
        assert_eq!(number(Lang::En, 1_234), "1,234");
        assert_eq!(number(Lang::Es, 1_234), "1234");
        assert_eq!(number(Lang::Es, 12_431), "12.431");
        assert_eq!(number(Lang::En, -1_234_567), "-1,234,567");
    }
}
