use crate::i18n::{Lang, ReportMsg as M, Text, number};
use crate::reports::{Outcome as O, ReportField as F, ReportKind as K, ReportProblem as P};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Report => "Report this campaign",
        M::Lead => {
            "Say what is wrong, and somebody who runs this site will look at it. The campaign’s team does not see your report."
        }
        M::Kept => {
            "What you write here is kept until thirty days after somebody has decided on it, with the day and nothing else of you. An address, if \
             you give one, is encrypted and is deleted with the answer."
        }
        M::Label(F::Kind) => "What is wrong?",
        M::Label(F::Text) => "In your words",
        M::Label(F::Email) => "E-mail address for an answer",
        M::Help(F::Kind) => "Choose what fits best.",
        M::Help(F::Text) => {
            "Up to 1,000 characters. Do not write who you are. If it is about what a signer wrote, copy their words here."
        }
        M::Help(F::Email) => "Only if you want to hear what was decided.",
        M::Kind(kind) => self::kind(kind),
        M::Problem(F::Kind, _) => "Choose what is wrong.",
        M::Problem(F::Email, _) => "This cannot be an e-mail address. Correct it, or leave the field empty.",
        M::Problem(F::Text, P::TooLong(max)) => {
            return format!("This is longer than {} characters. Please shorten it.", number(Lang::En, max.into()))
                .into();
        }
        M::Problem(F::Text, P::ControlCharacter) => {
            "There are characters in it that cannot be seen. Please type it anew instead of pasting it."
        }
        M::Problem(F::Text, _) => "Say in a few words what is wrong.",
        M::Send => "Send the report",
        M::SentTitle => "Thank you",
        M::SentText => "Somebody will look at it. If you gave an address, you will be written to when it is decided.",
        M::Wait(n) => return format!("Reports ({})", number(Lang::En, n)).into(),
        M::List => "Reports that wait",
        M::Closed => "Reports that are closed",
        M::Waiting => "Those that wait",
        M::NoneWaits => "No report waits.",
        M::NoneClosed => "No report was closed in the last thirty days.",
        M::ClosedHow => "A report is deleted thirty days after it was closed.",
        M::Pages => "Pages of reports",
        M::ColumnKind => "What is wrong",
        M::One => "A report",
        M::NoText => "Nothing was written besides.",
        M::Written => "What was written:",
        M::WantsAnswer => {
            "An answer is asked for: a mail goes out when you close the report, and then the address is deleted."
        }
        M::NoAnswer => "No answer is asked for.",
        M::ToCampaign => "Read or hide the campaign",
        M::ToReasons => "Look at the reasons of its signers, and remove some",
        M::CloseTitle => "Close it",
        M::CloseLegend => "What was done?",
        M::Outcome(O::Nothing) => "Nothing was to be changed",
        M::Outcome(O::Hidden) => "The campaign was hidden",
        M::Outcome(O::ReasonRemoved) => "A signer’s words were removed",
        M::Close => "Close the report",
        M::DidClose => "The report is closed.",
        M::Choose => "Choose what was done.",
        M::NotHidden => "The campaign is public. Hide it first, or choose something else.",
    };
    text.into()
}

fn kind(kind: K) -> &'static str {
    match kind {
        K::Untrue => "It says something that is not true",
        K::PrivatePerson => "It names a private person, or gives away where somebody is to be found",
        K::Hatred => "It calls for hatred or violence",
        K::Trap => "It may serve to find out who signs",
        K::NotTheirs => "It pretends to come from somebody else, or uses what is theirs",
        K::SignersWords => "What a signer wrote below it",
        K::Other => "Something else",
    }
}
