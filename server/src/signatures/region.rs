//! The coarse part of a postcode, for tallies.

/// Which part of a postcode says where in the country someone lives without saying much more: the letters that a British postcode
/// begins with, the first three digits of an American ZIP code (a "sectional center"), elsewhere the first two characters.
pub(super) fn region(country: &str, postcode: Option<&str>) -> String {
    let plain = postcode.unwrap_or_default().chars().filter(|c| c.is_ascii_alphanumeric());
    match country {
        "GB" => plain.take_while(char::is_ascii_alphabetic).take(2).collect(),
        "US" => plain.take(3).collect(),
        _ => plain.take(2).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn keeps_the_coarse_part() {
        assert_eq!(region("GB", Some("EC1A")), "EC");
        assert_eq!(region("US", Some("60614-1234")), "606");
        assert_eq!(region("DE", Some("10115")), "10");
        assert_eq!(region("DE", None), "");
    }
}
