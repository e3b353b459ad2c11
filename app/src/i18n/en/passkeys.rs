use crate::accounts::passkeys::{PASSKEYS_MAX, PasskeyProblem as P};
use crate::i18n::{PasskeyMsg as M, Text};
use crate::typed::TextProblem;

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "Passkeys",
        M::State(0) => "None yet. A passkey signs you in without a mail, and is a second proof that it is you.",
        M::State(1) => "There is one passkey for this account.",
        M::State(n) => return format!("There are {n} passkeys for this account.").into(),
        M::Link(true) => "Show the passkeys",
        M::Link(false) => "Add a passkey",
        M::Lead => {
            "A passkey is a key that your device keeps. It signs you in without a mail and is a second proof that it is you: the device asks for \
             your finger, your face or its PIN, which never leave it."
        }
        M::Provider => {
            "Where a device keeps its passkeys in a cloud, as those of Apple and Google do, its maker learns that you have an account here, and \
             with which address. We store a public key and the name that you give it."
        }
        M::ListTitle => "Your passkeys",
        M::NoneYet => "None yet.",
        M::Since { day } => return format!("Added on {day}").into(),
        M::Remove => "Remove",
        M::LastKept => {
            "Moderators and admins need a passkey or an authenticator app: add another passkey or an app before you remove this one."
        }
        M::AddTitle => "Add a passkey",
        M::AddText => {
            "Your device asks whether it is you. That may be this one, a telephone beside it, or a security key."
        }
        M::Full => {
            return format!("You have {PASSKEYS_MAX}, which is the most. Remove one before you add another.").into();
        }
        M::ProveFirst => "Passkeys are a second proof, so adding and removing them needs one itself.",
        M::ProveLink => "Prove that it is you",
        M::NotHere => {
            "Passkeys cannot be used at this address: browsers allow them only where an address has a name and begins with https, and, on one’s \
             own machine, at http://localhost."
        }
        M::LostTitle => "If you lose a device",
        M::LostText => {
            "Sign in by a mailed link or with another passkey, remove the lost one here, and sign out the browsers on your account’s page that you \
             do not know."
        }
        M::Added => "The passkey is added.",
        M::Removed => "The passkey is removed. Delete it on your device too, which does not know of it.",
        M::Problem(problem) => return complaint(problem),
    };
    text.into()
}

fn complaint(problem: P) -> Text {
    let text = match problem {
        P::NotFit => "What your device answered does not fit. Try again.",
        P::TooLate => "The answer came after more than five minutes, or for the second time. Try again.",
        P::Unknown => {
            "There is no such passkey here: it was removed, or it is that of another account. Use another way, and delete it on your device."
        }
        P::Copied => {
            "This passkey was refused, for there may be a copy of it. Sign in another way, remove it, and add a new one in its place."
        }
        P::Taken => "This passkey is in use already.",
        P::Full => {
            return format!("There are {PASSKEYS_MAX} passkeys already. Remove one before you add another.").into();
        }
        P::Name(TextProblem::Missing) => "Give the passkey a name.",
        P::Name(TextProblem::TooLong(max)) => return format!("Shorten the name to {max} characters.").into(),
        P::Name(TextProblem::ControlCharacter) => {
            "There is an invisible control character in the name, perhaps from copying. Delete the text and type it anew."
        }
        P::Old => "This browser signed in more than an hour ago. Sign out and in again first.",
        P::Last => {
            "Moderators and admins need a passkey or an authenticator app: add another passkey or an app before you remove this one."
        }
    };
    text.into()
}
