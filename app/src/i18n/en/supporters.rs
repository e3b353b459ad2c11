use crate::i18n::{SupportMsg as M, Text};
use crate::supporters::{HOURS, MOST};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Support this idea",
        M::Lead => {
            "Somebody who knows you is writing this campaign. If enough people support it, a moderator reads it, and it can become public. \
             This is not yet a signature: sign it once it is public."
        }
        M::Banner => "This page is private: it can be read by whoever has its address, and nobody has reviewed it.",
        M::AddressHelp => {
            "We send one mail, to see that the address is yours. Then a mark is kept from which nobody can read it, until the campaign is \
             decided on; the address itself is forgotten. Whoever writes the campaign sees a number and no names."
        }
        M::Support => "Support it",
        M::Sent => "If this address can still support it, a mail is on its way. Its link works for 24 hours.",
        M::Full => {
            return format!("{MOST} people have supported it already, and more are not needed. Thank you.").into();
        }
        M::DeadTitle => "This link does not work any more",
        M::DeadText => {
            "The campaign was decided on, the link was taken back, or it was cut short on its way. The link of a mail works for 24 hours; you can enter \
             your address again behind the link that you were given."
        }
        M::ConfirmTitle => "Confirm your support",
        M::ConfirmText => {
            "Press the button if you have entered your address to support an idea. You are not signing anything."
        }
        M::Confirm => "Yes, I support it",
        M::ThanksTitle => "Thank you",
        M::Thanks => "Your support counts. Your address is not kept.",
        M::Own => "Supporters",
        M::OwnLead { needed: 0 } => {
            "You can show what you write to people you trust before a moderator reads it, and count who supports it."
        }
        M::OwnLead { needed: 1 } => {
            "Before you can submit the campaign, one person has to support it. You see a number and no names."
        }
        M::OwnLead { needed } => {
            return format!(
                "Before you can submit the campaign, {needed} people have to support it. You see a number and no names."
            )
            .into();
        }
        M::OpenHelp => {
            return format!(
                "The link shows the campaign as you last saved it, to whoever has it. At most {MOST} people can support it. You can take the link back."
            )
            .into();
        }
        M::Open => "Make a private link",
        M::Opened => "The link is made.",
        M::LinkTitle => "The private link",
        M::LinkHelp => {
            return format!(
                "Give it to people you know, and ask them not to pass it on: nobody has reviewed what it shows. Each enters an address and \
                 presses the button of a mail within {HOURS} hours. The mail has none of your words in it."
            )
            .into();
        }
        M::Confirmed(0) => "Nobody has supported it yet.",
        M::Confirmed(1) => "One person supports it.",
        M::Confirmed(n) => return format!("{n} people support it.").into(),
        M::Close => "Take the link back",
        M::CloseText => "The link stops working, and whoever has supported the campaign does not count any more.",
        M::Sure => "Yes, take it back",
        M::SureHelp => "A new link begins with nobody.",
        M::NotSure => "Tick the box if you want to take the link back.",
        M::Closed => "The link does not work any more.",
        M::SoFar { confirmed, needed } => return format!("Supporters: {confirmed} of {needed}").into(),
        M::TooFew { needed: 1 } => "One person has to support it before you can submit it.",
        M::TooFew { needed } => return format!("{needed} people have to support it before you can submit it.").into(),
    };
    text.into()
}
