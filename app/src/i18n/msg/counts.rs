use crate::exports::{Column, CountsProblem, Dimension, Format};

/// The export of counts, for admins.
#[derive(Clone, Copy)]
pub enum CountsMsg {
    /// Heading of the page.
    Title,
    /// What it is for, and what becomes of small groups.
    Lead,
    /// Legend: campaigns.
    Campaigns,
    /// What ticking none of something means.
    AllOfThem,
    /// The first day.
    From,
    /// The last day.
    To,
    /// What the days are.
    DaysHelp,
    /// Label: whether over time.
    OverTime,
    /// Not over time.
    NotOverTime,
    /// By day, by hour.
    By(Dimension),
    /// Legend: groups.
    Groups,
    /// Name of a group.
    Group(Dimension),
    /// Legend: what is counted.
    Columns,
    /// What is counted if nothing is ticked.
    ColumnsHelp,
    /// What is counted.
    Column(Column),
    /// Whether small groups are told.
    Exact,
    /// What that means.
    ExactHelp,
    /// Button: shows the first rows.
    Show,
    /// What is wrong.
    Problem(CountsProblem),
    /// Heading of what is wrong.
    Wrong,
    /// Heading of the first rows.
    Preview,
    /// Above the first rows, where more follow.
    FirstRows(usize),
    /// Above all rows: how many.
    AllRows(usize),
    /// In the place of rows.
    NoRows,
    /// Above rows with small groups.
    ExactRows,
    /// Above rows without small groups.
    MergedRows,
    /// Where the time zone stands.
    Zones,
    /// Button: the file.
    Download(Format),
    /// Heading: counts by mail provider.
    Providers,
    /// What is shown, and what the bars are.
    ProvidersSaid,
    /// In the place of the table.
    NoProviders,
    /// Column of the table.
    Provider,
    /// Row of the table: providers that are not told apart.
    OtherProviders,
}
