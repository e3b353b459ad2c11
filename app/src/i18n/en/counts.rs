use crate::exports::{Column as C, CountsProblem as P, Dimension as D, Format as F};
use crate::i18n::{CountsMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Export counts",
        M::Lead => {
            "Choose what you need, look at the first rows, then take the file. Small groups are merged: a group is told in lots of ten or \
             more, on the day on which they had come together. So no file, and no two files, give anyone away."
        }
        M::Campaigns => "Campaigns",
        M::AllOfThem => "All of them, if you tick none.",
        M::From => "First day",
        M::To => "Last day",
        M::DaysHelp => "In each campaign’s time zone, such as 2026-03-01. Breakdowns cover finished days.",
        M::OverTime => "Over time",
        M::NotOverTime => "Not over time",
        M::By(D::Hour) => "By hour",
        M::By(_) => "By day",
        M::Groups => "Break down by",
        M::Group(D::Day) => "Day",
        M::Group(D::Hour) => "Hour",
        M::Group(D::Country) => "Country",
        M::Group(D::Region) => "Region (the beginning of the postcode)",
        M::Group(D::Source) => "How signers came",
        M::Group(D::Locale) => "Language of the form",
        M::Columns => "What to count",
        M::ColumnsHelp => {
            "Signatures, if you tick none; over time, those that were confirmed. Other events are told over time, or with exact cells."
        }
        M::Column(C::Signatures) => "Signatures: confirmed, less those withdrawn or removed",
        M::Column(C::Signed) => "Forms sent",
        M::Column(C::Mailed) => "Mails sent",
        M::Column(C::Bounced) => "Mails that came back",
        M::Column(C::Fast) => "Confirmed within ten seconds",
        M::Column(C::Confirmed) => "Confirmed",
        M::Column(C::Expired) => "Expired without being confirmed",
        M::Column(C::Withdrawn) => "Withdrawn",
        M::Column(C::Invalidated) => "Removed by a rule",
        M::Column(C::Restored) => "Restored",
        M::Exact => "Exact cells",
        M::ExactHelp => {
            "Every group is told, even of one. Whoever knows a campaign may recognise someone: keep such a file to yourself. Asks for a \
             fresh code, and is written into the log, as every export is."
        }
        M::Show => "Show the first rows",
        M::Problem(P::NoDay) => "Write the day as year, month and day: 2026-03-01.",
        M::Problem(P::Order) => "The last day is before the first.",
        M::Problem(P::DayAndHour) => "Choose days or hours: an hour names its day.",
        M::Problem(P::HourAlone) => {
            "By hour, no other groups can be told. Choose days, untick the groups, or tick “Exact cells”."
        }
        M::Problem(P::EventsOverTime) => {
            "With groups, only signatures can be told. Untick the other events, or the groups, or tick “Exact cells”."
        }
        M::Wrong => "Nothing was counted yet. Please look at this:",
        M::Preview => "The first rows",
        M::FirstRows(rows) => return format!("These are the first {rows} rows. More follow in the file.").into(),
        M::AllRows(1) => "This is the only row.",
        M::AllRows(rows) => return format!("These are all {rows} rows.").into(),
        M::NoRows => {
            "There is nothing to tell yet: no day is over on which ten or more had come together, or no campaign is there."
        }
        M::ExactRows => "These rows are exact: groups of few are among them.",
        M::MergedRows => "Small groups are merged. “(others)” stands for what is in no group yet.",
        M::Zones => "Days and hours are those of each campaign’s time zone, which every row names.",
        M::Providers => "By mail provider",
        M::ProvidersSaid => {
            "Of all campaigns together, over finished days (UTC): how many forms were sent with an address at each provider, how \
             many mails went out there and came back, and how many were confirmed. The bars show forms. A provider that confirms far fewer than \
             others may be losing our mails."
        }
        M::NoProviders => "Not enough forms yet to show this without giving anyone away.",
        M::Provider => "Provider",
        M::OtherProviders => "All others",
        M::Download(F::Csv) => "Download as CSV",
        M::Download(F::Xlsx) => "Download as XLSX (Excel)",
        M::Download(F::Json) => "Download as JSON",
    };
    text.into()
}
