use crate::exports::Dimension;
use crate::signatures::Source;

/// A campaign's counts, for its team.
#[derive(Clone, Copy)]
pub enum ExportMsg<'a> {
    /// Heading of the page, and every link to it.
    Counts,
    /// What follows the number of confirmed signatures, which stands in an element of its own.
    Confirmed(i64),
    /// What the breakdowns show and what they do not, and why.
    Rule,
    /// Heading of a breakdown.
    Heading(Dimension),
    /// Which group is the largest. There may be others of its size.
    Top {
        /// What the breakdown is by.
        by: Dimension,
        /// The group.
        name: &'a str,
        /// Its signatures: at least ten.
        n: i64,
        /// All signatures of the breakdown.
        total: i64,
    },
    /// In the place of a breakdown without groups.
    Empty,
    /// Where there are too many bars: which of them are drawn.
    SomeBars {
        /// How many are drawn: more than one.
        shown: usize,
        /// Of how many.
        of: usize,
    },
    /// Column of the table: the groups.
    Column(Dimension),
    /// Column of the table: the counts.
    Signatures,
    /// The last row: what is in no group.
    Others,
    /// The last day that is in a breakdown.
    AsOf {
        /// The day, as the server wrote it.
        day: &'a str,
        /// The campaign's time zone (IANA).
        zone: &'a str,
    },
    /// How signers came.
    Source(Source),
    /// Name of the figure: signatures of today.
    Today,
    /// Name of the figure: signatures since Monday.
    ThisWeek,
    /// In the place of a figure.
    FewerThanTen,
    /// What the two figures cover.
    Lately {
        /// The campaign's time zone (IANA).
        zone: &'a str,
    },
    /// What the marks in the line of days are; a list follows.
    Marks,
    /// One of them.
    Mark {
        /// Signatures that were reached.
        n: i64,
        /// The day, as the server wrote it.
        day: &'a str,
    },
    /// How many were confirmed within ten seconds, and what that may mean.
    Fast(i64),
    /// Heading: what became of forms.
    Funnel,
    /// The same in figures.
    FunnelSaid {
        /// Forms that were sent.
        signed: i64,
        /// Mailboxes that were proven.
        confirmed: i64,
    },
}
