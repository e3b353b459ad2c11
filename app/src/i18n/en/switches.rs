use crate::i18n::{SwitchMsg as M, Text};
use crate::settings::{Switch as S, SwitchProblem as P};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Switches and notice",
        M::Lead => {
            "For when something is wrong. Every server follows within two seconds. A text is shown to the public where something is off; \
             without one, a sentence of ours is. Texts stay for the next time."
        }
        M::Switch(S::Signing) => "Signing",
        M::Switch(S::Campaigns) => "New campaigns",
        M::Switch(S::Mailing) => "Mail",
        M::Switch(S::Search) => "Search",
        M::SwitchOff(S::Signing) => "Take no signatures",
        M::SwitchOff(S::Campaigns) => "Let nobody start or submit campaigns",
        M::SwitchOff(S::Mailing) => "Send no mail",
        M::SwitchOff(S::Search) => "Switch the search off",
        M::Means(S::Signing) => {
            "The text stands in the place of every sign form; a form that is sent all the same comes back as it was typed. What was sent \
             before can still be confirmed."
        }
        M::Means(S::Campaigns) => "Drafts can still be written and saved.",
        M::Means(S::Mailing) => {
            "Mails wait and are sent once this is switched on again. It is the same as “undersigned mail pause”. Without mail nobody \
             confirms, and nobody new signs in."
        }
        M::Means(S::Search) => "The list of campaigns stays.",
        M::Standard(S::Signing) => "At the moment nothing can be signed here. Please come back later.",
        M::Standard(S::Campaigns) => "At the moment no new campaigns are taken here. Please come back later.",
        M::Standard(S::Mailing) => "At the moment our mails are late. Yours is kept and will come.",
        M::Standard(S::Search) => "The search is switched off at the moment.",
        M::Text(switch, lang) => return format!("{}: text in {}", text(M::Switch(switch)), lang.own_name()).into(),
        M::NoticeIn(lang) => return format!("Notice in {}", lang.own_name()).into(),
        M::Notice => "Notice on every page",
        M::NoticeHelp => "Stands above everything on all pages, in the reader’s language. Empty: there is none.",
        M::Until => "Last day of the notice",
        M::UntilHelp => "In UTC. Without it, the notice stays until you take it away.",
        M::Problem(P::Missing) => "Write the notice in this language too.",
        M::Problem(P::TooLong(max)) => return format!("Keep it to {max} characters.").into(),
        M::Problem(P::ControlCharacter) => "Remove the control characters.",
        M::Problem(P::NotADay) => "Enter a day, like 2026-03-31.",
        M::On => "not off",
        M::Off => "off",
        M::Nothing => "nothing",
        M::Save => "Save",
        M::Saved => "It is saved.",
    };
    text.into()
}
