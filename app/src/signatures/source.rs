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

impl Source {
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
