use crate::campaigns::Slug;

/// What counts are broken down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// The day on which signatures were confirmed, in the campaign's time zone.
    Day,
    /// The country.
    Country,
    /// How signers came.
    Source,
}

impl Dimension {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Day, Self::Country, Self::Source];

    /// Its name in addresses and files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Country => "country",
            Self::Source => "source",
        }
    }

    /// The dimension of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.name() == name)
    }
}

/// A campaign's counts as its team sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dashboard {
    /// The campaign's address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// Confirmed signatures at this moment.
    pub count: i64,
    /// The goal that is next to be reached.
    pub goal: i64,
    /// The time zone of its days (IANA).
    pub time_zone: String,
    /// One for each of [`Dimension::ALL`], in that order.
    pub breakdowns: Vec<Breakdown>,
}

/// Counts by one dimension, over finished days. A group of fewer than ten is in `rest`, and so is, until it has grown by ten, what a
/// group has grown by: two of these tell of no smaller group either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// What it is by.
    pub by: Dimension,
    /// The groups: days in their order, others the largest first.
    pub rows: Vec<BreakdownRow>,
    /// Signatures that are in no group: none, or at least ten.
    pub rest: i64,
    /// The last day that is in it, in the reader's language; `None` while there is nothing to be shown.
    pub until: Option<String>,
}

/// A group of signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakdownRow {
    /// A day (ISO 8601), the code of a country (ISO 3166-1) or of a source.
    pub key: String,
    /// What readers are shown for it, in their language.
    pub label: String,
    /// Confirmed signatures less those that were withdrawn or removed.
    pub n: i64,
}
