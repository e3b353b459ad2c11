use super::Problem;
use serde::{Deserialize, Serialize};

/// Why a text is not an e-mail address.
pub type AddressProblem = Problem;

/// An e-mail address that a mail can be sent to: local part as in the HTML standard without quotes, domain of two labels or
/// more. On the server the domain is in its ASCII form (IDNA); the browser takes letters of any script there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailAddress(String);

/// RFC 5321 4.5.3.1.1: octets of the local part.
const MAX_LOCAL: usize = 64;

impl EmailAddress {
    /// Octets of a whole address (RFC 5321 4.5.3.1.3, less the angle brackets).
    pub const MAX: u32 = 254;

    /// Reads an address; white space around it is dropped.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::TooLong`] or [`Problem::NotAnAddress`].
    pub fn parse(text: &str) -> Result<Self, AddressProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(Problem::NotAnAddress)?;
        let domain = ascii_domain(domain).ok_or(Problem::NotAnAddress)?;
        if local.len() + 1 + domain.len() > Self::MAX as usize {
            return Err(Problem::TooLong { max: Self::MAX });
        }
        if !local_is_sound(local) || !domain_is_sound(&domain) {
            return Err(Problem::NotAnAddress);
        }
        Ok(Self(format!("{local}@{domain}")))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// The HTML standard's local part, and as in RFC 5322's dot-atom no dot at the ends and no two in a row.
fn local_is_sound(local: &str) -> bool {
    local.len() <= MAX_LOCAL
        && local.split('.').all(|atom| {
            !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&b))
        })
}

fn domain_is_sound(domain: &str) -> bool {
    let mut labels = domain.split('.').collect::<Vec<_>>();
    let all_sound = labels.iter().all(|label| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c == '-' || c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric()))
    });
    // A last label of digits would be an IP address.
    let last_is_name = labels.pop().is_some_and(|top| !top.bytes().all(|b| b.is_ascii_digit()));
    all_sound && last_is_name && !labels.is_empty()
}

#[cfg(feature = "ssr")]
fn ascii_domain(domain: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii_strict(domain).ok()?;
    (ascii.len() <= 253).then_some(ascii)
}

#[cfg(not(feature = "ssr"))]
fn ascii_domain(domain: &str) -> Option<String> {
    Some(domain.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_addresses_that_exist() {
        for good in ["ana@example.org", " o'neil+tag@mail.example.co.uk ", "x_y@a-b.io", "1@1.de"] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn refuses_what_no_mail_reaches() {
        for bad in [
            "ana",
            "@example.org",
            "ana@",
            "ana@localhost",
            "a b@example.org",
            "\"a b\"@example.org",
            "a..b@example.org",
            ".a@example.org",
            "ana@-a.org",
            "ana@[127.0.0.1]",
            "ana@127.0.0.1",
            "ana@exa_mple.org",
            "ana@example.org\r\nBcc: x@y.z",
        ] {
            assert_eq!(EmailAddress::parse(bad), Err(Problem::NotAnAddress), "{bad}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(Problem::Missing));
    }

    #[test]
    fn holds_to_the_limits_of_smtp() {
        let long_local = format!("{}@example.org", "a".repeat(65));
        assert_eq!(EmailAddress::parse(&long_local), Err(Problem::NotAnAddress));
        let long = format!(
            "a@{}.org",
            ["b".repeat(60), "c".repeat(60), "d".repeat(60), "e".repeat(60), "f".repeat(20)].join(".")
        );
        assert!(EmailAddress::parse(&long).is_err());
    }

    impl std::fmt::Debug for EmailAddress {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("EmailAddress")
        }
    }
}
