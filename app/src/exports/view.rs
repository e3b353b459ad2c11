use super::{CountsField, CountsProblem};
use crate::campaigns::Slug;

/// What stands in files in the place of a group that is not told.
pub const OTHERS: &str = "(others)";

/// What counts are broken down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// The day of an event, in the campaign's time zone.
    Day,
    /// Its hour.
    Hour,
    /// The country.
    Country,
    /// The coarse part of the postcode.
    Region,
    /// How signers came.
    Source,
    /// The language in which they signed.
    Locale,
}

impl Dimension {
    /// All of them, in the order of columns.
    pub const ALL: [Self; 6] = [Self::Day, Self::Hour, Self::Country, Self::Region, Self::Source, Self::Locale];
    /// Those on the page of a campaign's counts, in its order.
    pub const SHOWN: [Self; 3] = [Self::Day, Self::Country, Self::Source];
    /// Those that say something of a signer, in the order in which they are stored.
    pub const GROUPS: [Self; 4] = [Self::Country, Self::Region, Self::Source, Self::Locale];

    /// Its name in addresses and files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Country => "country",
            Self::Region => "region",
            Self::Source => "source",
            Self::Locale => "locale",
        }
    }

    /// The dimension of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.name() == name)
    }

    /// Whether it is a time and no group of signers.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Day | Self::Hour)
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Confirmed signatures less those that were withdrawn or removed.
    Signatures,
    /// Forms that were sent.
    Signed,
    /// Mails that went out to be confirmed.
    Mailed,
    /// Forms whose mail came back for good.
    Bounced,
    /// Mailboxes that were proven.
    Confirmed,
    /// Those of them that were proven within ten seconds: perhaps by a program.
    Fast,
    /// Forms that nobody confirmed in time.
    Expired,
    /// Signatures that were taken back.
    Withdrawn,
    /// Signatures that were removed by a rule.
    Invalidated,
    /// Signatures that count again after that.
    Restored,
}

impl Column {
    /// All of them, in the order of columns.
    pub const ALL: [Self; 10] = [
        Self::Signatures,
        Self::Signed,
        Self::Mailed,
        Self::Bounced,
        Self::Confirmed,
        Self::Fast,
        Self::Expired,
        Self::Withdrawn,
        Self::Invalidated,
        Self::Restored,
    ];
    /// Events, in the order in which they are stored.
    pub const EVENTS: [Self; 9] = [
        Self::Signed,
        Self::Mailed,
        Self::Bounced,
        Self::Confirmed,
        Self::Fast,
        Self::Expired,
        Self::Withdrawn,
        Self::Invalidated,
        Self::Restored,
    ];

    /// What becomes of forms, step by step.
    pub const FUNNEL: [Self; 5] = [Self::Signed, Self::Mailed, Self::Bounced, Self::Confirmed, Self::Fast];

    /// Its name in addresses and files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signatures => "signatures",
            Self::Signed => "signed",
            Self::Mailed => "mailed",
            Self::Bounced => "bounced",
            Self::Confirmed => "confirmed",
            Self::Fast => "fast",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
            Self::Invalidated => "invalidated",
            Self::Restored => "restored",
        }
    }

    /// The column of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }
}

/// How counts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table as text.
    Csv,
    /// A workbook.
    Xlsx,
    /// An array of objects.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// Its name in forms and at the end of files' names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The format of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The page on which admins export counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountsPage {
    /// Campaigns that can be chosen, the newest first.
    pub campaigns: Vec<CampaignChoice>,
    /// What is wrong with the query; there is no preview then.
    pub errors: Vec<(CountsField, CountsProblem)>,
    /// The first rows of the file.
    pub preview: Option<Preview>,
    /// What becomes of forms at each mail provider.
    pub providers: Providers,
}

/// Events of the whole house by mail provider, over finished days in UTC, small groups merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Providers {
    /// The provider, or [`OTHERS`], and one number for each of [`Providers::STEPS`]; the greatest first, what is merged last.
    pub rows: Vec<(String, Vec<i64>)>,
}

impl Providers {
    /// What is counted.
    pub const STEPS: [Column; 4] = [Column::Signed, Column::Mailed, Column::Bounced, Column::Confirmed];
}

/// A campaign that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignChoice {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
}

/// The first rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The names of its columns.
    pub head: Vec<String>,
    /// How many of them, from the left, hold words.
    pub words: usize,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// Whether more rows follow.
    pub more: bool,
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
    /// Signatures of today, with those of days before that were too few to be told; `None` if they are fewer than ten.
    pub today: Option<i64>,
    /// The same since Monday.
    pub week: Option<i64>,
    /// Days of the chart on which a number of signatures was reached, in their order.
    pub milestones: Vec<Mark>,
    /// What became of forms, day by day.
    pub funnel: Funnel,
    /// One for each of [`Dimension::SHOWN`], in that order.
    pub breakdowns: Vec<Breakdown>,
    /// Whether this reader may have the list of signers.
    pub signers: bool,
}

/// A day on which a campaign reached a number of signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// ISO 8601.
    pub key: String,
    /// The day in the reader's language.
    pub day: String,
    /// The number.
    pub n: i64,
}

/// Events by day: of each, days have none or at least ten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Which events; of [`Column::FUNNEL`], those that have happened.
    pub steps: Vec<Column>,
    /// Days in their order.
    pub rows: Vec<FunnelRow>,
}

/// A day's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelRow {
    /// The day in the reader's language.
    pub day: String,
    /// One number for each step.
    pub numbers: Vec<i64>,
}

/// Counts by one dimension, over finished days. A group of fewer than ten is in `rest`, and so is, until it has grown by ten, what a
/// group has grown by: two of these tell of no smaller group either. Days have no rest: few signatures are counted on the day on which
/// they came to be ten.
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
    /// Confirmed signatures less those that were withdrawn or removed; of days, all that were confirmed.
    pub n: i64,
}
