use serde::{Deserialize, Serialize};

/// How a signer came to the campaign. A closed list: a free text could name the person who shared the link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// A shared link.
    Link,
    /// The QR code.
    Qr,
    /// The share button of a device or service.
    Share,
    /// A mail.
    Mail,
    /// An embedded form.
    Embed,
    /// Nothing was said.
    #[default]
    None,
    /// Something that is not in this list.
    Other,
}

/// Characters of a campaign's own code.
pub const OWN_SOURCE: std::ops::RangeInclusive<usize> = 2..=20;

impl Source {
    /// Whether a campaign may have this code of its own: letters from a to z, digits and hyphens between them, and none of this list.
    pub fn is_free(code: &str) -> bool {
        OWN_SOURCE.contains(&code.len())
            && code
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
            && Self::parse(code) == Self::Other
            && code != Self::Other.code()
    }

    /// The source with this code; empty is [`Source::None`], an unknown one [`Source::Other`].
    pub fn parse(code: &str) -> Self {
        match code {
            "" | "none" => Self::None,
            "link" => Self::Link,
            "qr" => Self::Qr,
            "share" => Self::Share,
            "mail" => Self::Mail,
            "embed" => Self::Embed,
            _ => Self::Other,
        }
    }

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Qr => "qr",
            Self::Share => "share",
            Self::Mail => "mail",
            Self::Embed => "embed",
            Self::None => "none",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn a_campaigns_own_codes_are_none_of_the_list() {
        for code in ["ab", "flyer-5", "2027", "a23456789012345678-0"] {
            assert!(Source::is_free(code), "{code}");
        }
        for code in [
            "",
            "a",
            "link",
            "qr",
            "none",
            "other",
            "Flyer",
            "fly_er",
            "-ab",
            "ab-",
            "a--b",
            "a b",
            "ñu",
            &"a".repeat(21),
        ] {
            assert!(!Source::is_free(code), "{code}");
        }
    }
}
