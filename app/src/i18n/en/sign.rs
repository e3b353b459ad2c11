use crate::campaigns::{Reading, ReasonsMode};
use crate::i18n::{Lang, SignMsg as M, Text, number};
use crate::signatures::{Field as F, Problem as P, limits};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title | M::Submit => "Sign",
        M::Label(field) => label(field),
        M::Help(field) => return help(field),
        M::ReasonHelp(mode) => return reason_help(mode),
        M::ChooseCountry => "Choose…",
        M::CharactersLeft(1) => "1 character left",
        M::CharactersLeft(-1) => "1 character too many",
        M::CharactersLeft(n) if n < 0 => return format!("{} characters too many", number(Lang::En, -n)).into(),
        M::CharactersLeft(n) => return format!("{} characters left", number(Lang::En, n)).into(),
        M::Problem(field, problem) => return complaint(field, problem),
        M::HintStart => "Did you mean ",
        M::HintEnd => "?",
        M::HintTaken { address } => return format!("Changed to {address}.").into(),
        M::Choices => "Only if you want",
        M::ShowReason => "Show my reason on this page",
        M::ShowName => "Show my name beside it",
        M::ShowNameHelp => "Everyone can read it then, your employer and the authorities too.",
        M::Updates => "Send me updates on this campaign",
        M::Contact => "The campaign’s team may write to me",
        M::ContactHelp => "Your address is then sealed for the team, and they can read it.",
        M::Trap => "Leave this empty",
        M::DataTitle => "What happens to my data",
        M::DataMail => "One mail goes to your address. Nothing counts until you confirm there.",
        M::DataReading(Reading::None) => {
            "The campaign’s team sees numbers only. Nobody can read a list of who signed, we neither."
        }
        M::DataReading(Reading::Names) => {
            "Your name, country and postcode area are locked with a key that only the campaign’s team holds. This server cannot open them."
        }
        M::DataReading(Reading::Contact) => {
            "Your name, country and postcode area, and your address if you tick it, are locked with a key that only the campaign’s team \
             holds. This server cannot open them."
        }
        M::DataAddress => {
            "Your address is deleted after four days at most, unless you ask to hear from us. A keyed fingerprint stays, so \
             that nobody signs twice."
        }
        M::DataNever => {
            "We keep no IP address, nothing is public unless you tick it, and you can withdraw at any time."
        }
        M::DataMore => "What is stored, and what could be taken",
        M::Pending => "Signing…",
    };
    text.into()
}

fn label(field: F) -> &'static str {
    match field {
        F::Name => "Name",
        F::Email => "E-mail",
        F::Country => "Country you live in",
        F::Postcode => "Postcode area",
        F::Reason => "Why do you sign?",
        F::Code => "Code from the mail",
        F::SignInCode => "The six digits",
        F::ProofCode => "Code from your app",
        F::Sure => "Yes, close my account",
    }
}

fn help(field: F) -> Text {
    match field {
        F::Name => {
            format!("As you would sign on paper, {} to {} characters.", limits::NAME_MIN, limits::NAME_MAX).into()
        }
        F::Email => {
            format!("For the one mail with which you confirm. At most {} characters.", limits::EMAIL_MAX).into()
        }
        F::Country => "It is counted, never shown beside your name.".into(),
        F::Postcode => {
            format!("Only the first part, such as 752 or EC1. At most {} characters.", limits::POSTCODE_MAX).into()
        }
        F::Reason => reason_help(ReasonsMode::Reviewed),
        F::Code => format!("{} digits, valid for 24 hours.", limits::CODE_DIGITS).into(),
        F::SignInCode => {
            "Open the link in any browser and press its button: it shows six digits to type here. Only ever type them into a page that \
             you opened yourself."
                .into()
        }
        F::ProofCode => "Six digits, as your authenticator app shows them at this moment.".into(),
        F::Sure => "We cannot undo this for you. You can make a new account with the same address.".into(),
    }
}

fn reason_help(mode: ReasonsMode) -> Text {
    let shown = match mode {
        ReasonsMode::Off => "It is not shown.",
        ReasonsMode::Reviewed => {
            "If you tick it below, it is shown once a person has read it; otherwise it is not kept."
        }
        ReasonsMode::Open => "If you tick it below, it is shown as soon as you confirm; otherwise it is not kept.",
    };
    format!("Up to {} characters. {shown}", limits::REASON_MAX).into()
}

fn complaint(field: F, problem: P) -> Text {
    let text = match (field, problem) {
        (F::Name, P::Missing) => "Enter your name.",
        (F::Email, P::Missing) => "Enter your e-mail address.",
        (F::Country, P::Missing) => "Choose the country you live in.",
        (F::Code, P::Missing) => "Enter the code from the mail.",
        (F::SignInCode, P::Missing) => "Enter the six digits that the other browser shows.",
        (F::ProofCode, P::Missing) => "Enter the six digits that your app shows.",
        (F::Sure, P::Missing) => "Tick the box if you want to close your account.",
        (_, P::Missing) => "Fill in this field.",
        (F::Name, P::TooShort { min }) => return format!("A name has at least {min} characters.").into(),
        (_, P::TooShort { min }) => return format!("Enter at least {min} characters.").into(),
        (F::Name, P::TooLong { max }) => return format!("Shorten the name to {max} characters.").into(),
        (F::Reason, P::TooLong { max }) => return format!("Shorten your reason to {max} characters.").into(),
        (F::Email, P::TooLong { max }) => return format!("An address has at most {max} characters.").into(),
        (_, P::TooLong { max }) => return format!("Enter at most {max} characters.").into(),
        (_, P::Link) => "Leave web addresses out of the name.",
        (_, P::FormulaStart) => "Begin the name with a letter, not with = + - or @.",
        (_, P::ControlCharacter) => {
            "There is an invisible control character in it, perhaps from copying. Delete the text and type it anew."
        }
        (_, P::NoLetter) => "Enter a name with at least one letter.",
        (_, P::NotAnAddress) => "That is not a complete e-mail address. It looks like name@example.org.",
        (_, P::Blocked) => {
            "Nobody can sign here with an address of this mail domain: those who run this house have blocked it. Use another address."
        }
        (_, P::NotInList) => "Choose a country from the list.",
        (_, P::NotAPostcode) => "Use letters, digits, spaces and hyphens only.",
        (F::SignInCode, P::WrongCode) => "These digits do not fit. Look at them again, or ask for a new link.",
        (F::ProofCode, P::WrongCode) => {
            "This code does not fit. Wait for the next one, and see that the clock of your device is right."
        }
        (_, P::WrongCode) => "This code does not fit. Look at it again, or use the link in the mail.",
        (_, P::LastAdmin) => "You are the only admin: make somebody else one first.",
        (_, P::Wait { minutes: 1 }) => "Too many codes did not fit. Try again in 1 minute.",
        (_, P::Wait { minutes }) => {
            return format!("Too many codes did not fit. Try again in {minutes} minutes.").into();
        }
    };
    text.into()
}
