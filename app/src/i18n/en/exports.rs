use crate::exports::Dimension as D;
use crate::i18n::{ExportMsg as M, Lang, Text, number};
use crate::signatures::Source as S;

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::En, n);
    let text = match msg {
        M::Counts => "Counts",
        M::Confirmed(1) => "confirmed signature, at this moment",
        M::Confirmed(_) => "confirmed signatures, at this moment",
        M::Rule => {
            "The total is exact. The breakdowns cover finished days only. Groups of fewer than ten signatures are together under “All \
             others”, and a group’s number moves only by ten or more: so nobody can be found out by watching the numbers."
        }
        M::Heading(D::Day) => "By day",
        M::Heading(D::Country) => "By country",
        M::Heading(D::Source) => "How signers came",
        M::Heading(D::Hour) => "By hour",
        M::Heading(D::Region) => "By region",
        M::Heading(D::Locale) => "By language",
        M::Top { by: D::Day | D::Hour, name, n: most, total } => {
            return format!("No day brought more signatures than {name}: {} of {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Country, name, n: most, total } => {
            return format!("No country brought more signatures than {name}: {} of {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Region, name, n: most, total } => {
            return format!("No region brought more signatures than {name}: {} of {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Locale, name, n: most, total } => {
            return format!("No language brought more signatures than {name}: {} of {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Source, name, n: most, total } => {
            return format!("No source brought more signatures than “{name}”: {} of {}.", n(most), n(total)).into();
        }
        M::Empty => "Not enough signatures yet to show this without giving anyone away.",
        M::SomeBars { shown, of } => {
            return format!("The bars show the largest {shown} of {of} groups. All of them are among the numbers.")
                .into();
        }
        M::Column(D::Day) => "Day",
        M::Column(D::Country) => "Country",
        M::Column(D::Source) => "Source",
        M::Column(D::Hour) => "Hour",
        M::Column(D::Region) => "Region",
        M::Column(D::Locale) => "Language",
        M::Signatures => "Signatures",
        M::Others => "All others",
        M::AsOf { day, zone } => return format!("As of {day} (time zone {zone})").into(),
        M::Today => "Today",
        M::ThisWeek => "This week",
        M::FewerThanTen => "fewer than ten",
        M::Lately { zone } => {
            return format!(
                "Today and the week, which begins on Monday, are those of the time zone {zone}. Where a day brings fewer than ten, they \
                 are counted on the day on which they have come to be ten."
            )
            .into();
        }
        M::Marks => "The dashed lines stand where the campaign reached a milestone:",
        M::Mark { n: reached, day } => return format!("{} signatures on {day}", n(reached)).into(),
        M::Fast(fast) => {
            return format!(
                "{} of them were confirmed within ten seconds of signing: too fast for most people, so programs may be among them.",
                n(fast)
            )
            .into();
        }
        M::Funnel => "From form to signature",
        M::FunnelSaid { signed: 0, confirmed } => {
            return format!("{} signatures were confirmed on finished days.", n(confirmed)).into();
        }
        M::FunnelSaid { signed, confirmed } => {
            return format!(
                "On finished days, {} forms were sent and {} signatures confirmed. The others have not pressed the button in the mail, or not yet.",
                n(signed),
                n(confirmed)
            )
            .into();
        }
        M::Source(S::Link) => "Shared link",
        M::Source(S::Qr) => "QR code",
        M::Source(S::Share) => "Share button",
        M::Source(S::Mail) => "Mail",
        M::Source(S::Embed) => "Embedded form",
        M::Source(S::None) => "Nothing said",
        M::Source(S::Other) => "Another way",
    };
    text.into()
}
