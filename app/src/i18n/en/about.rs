use crate::i18n::{AboutMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "About Undersigned",
        M::Lead => {
            "Undersigned is a place for petitions and campaigns: a demand, who it is addressed to, and the people who put their name to \
             it. Signing needs no account and takes a minute."
        }
        M::SigningTitle => "How signing works",
        M::StepForm => {
            "You fill in a short form on the campaign’s page. Beside the button it says who will be able to read what."
        }
        M::StepMail => "We send one mail. You open its link, or type its code, and press one button.",
        M::StepCount => "Only then does your signature count, once, and the number on the page goes up by one.",
        M::FearTitle => "Why we want to know so little",
        M::FearText => {
            "Some who sign have reason to fear being found out. So there is no list of signers that could be stolen, sold or demanded: \
             addresses are turned into fingerprints, names are sealed or not kept at all, and nothing is public unless you tick it."
        }
        M::FearLink => "What is stored about you, and what could be taken",
        M::FreeTitle => "Free software",
        M::FreeText => {
            "Anyone may read, run and change the program (GNU AGPL, version 3 or later). Whoever runs it for others has to show them the \
             code it is made of."
        }
        M::FreeLink => "Source code",
    };
    text.into()
}
