use crate::campaigns::CountCheck;
use crate::i18n::{AboutMsg as M, Lang, Text, number};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title { house } => return format!("About {house}").into(),
        M::Lead { house } => {
            return format!(
                "{house} is a place for petitions and campaigns: a demand, who it is addressed to, and the people who put their name \
                 to it. Signing needs no account and takes a minute."
            )
            .into();
        }
        M::SigningTitle => "How signing works",
        M::StepForm => {
            "You fill in a short form on the campaign’s page. Beside the button it says who will be able to read what."
        }
        M::StepMail => "We send one mail. You open its link, or type its code, and press one button.",
        M::StepCount => "Only then does your signature count, once, and the number on the page goes up by one.",
        M::CountsTitle => "Are the numbers right?",
        M::CountsText => {
            "A page shows a number that grew by one with each signature. Every night all signatures are counted anew and held against it."
        }
        M::CountsRight(check) => {
            return format!("Last done on {} for {}: every number was right.", check.day, campaigns(check.campaigns))
                .into();
        }
        M::CountsOff(CountCheck { day, campaigns: n, difference }) => {
            let (campaigns, difference) = (campaigns(*n), number(Lang::En, *difference));
            let signatures = if difference == "1" { "signature" } else { "signatures" };
            return format!(
                "Last done on {day} for {campaigns}: the numbers were off by {difference} {signatures} in all. The cause is not known \
                 yet; please take the numbers with care."
            )
            .into();
        }
        M::FearTitle => "Why we want to know so little",
        M::FearText => {
            "Some who sign have reason to fear being found out. So there is no list of signers that could be stolen, sold or demanded: \
             addresses are turned into fingerprints, names are sealed or not kept at all, and nothing is public unless you tick it."
        }
        M::FearLink => "What is stored about you, and what could be taken",
        M::FreeTitle => "Free software",
        M::FreeText => {
            "The program behind these pages is Undersigned. Anyone may read, run and change it (GNU AGPL, version 3 or later). Whoever runs it for others has to show them the \
             code it is made of."
        }
        M::FreeLink => "Source code",
    };
    text.into()
}

fn campaigns(n: i64) -> String {
    if n == 1 { "one campaign".to_owned() } else { format!("{} campaigns", number(Lang::En, n)) }
}
