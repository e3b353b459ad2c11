use crate::campaigns::{Reading, Slug};

/// A campaign whose signers a key holder wants to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignersPage {
    /// The campaign's address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// Confirmed signatures at this moment.
    pub count: i64,
    /// What may be read.
    pub reading: Reading,
    /// Whether the key lies locked with the server.
    pub copy: LockedCopy,
}

/// A private key that lies with the server, locked with a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockedCopy {
    /// There is none.
    None,
    /// There is one, to be had after the second proof.
    AsksProof,
    /// There is one, and whoever looks gave the second proof within the last ten minutes.
    Ready,
}

/// What a browser asks for to open signers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedPart {
    /// The secrets of hours.
    Epochs,
    /// The signers.
    Rows,
}

impl SealedPart {
    /// The part of this name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "epochs" => Some(Self::Epochs),
            "rows" => Some(Self::Rows),
            _ => None,
        }
    }
}
