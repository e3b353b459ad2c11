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
        M::SomeBars { by: D::Day, shown, of } => {
            return format!("The bars show the last {shown} of {of} days. All of them are among the numbers.").into();
        }
        M::SomeBars { shown, of, .. } => {
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
