use crate::i18n::{ProofMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Second proof",
        M::State(true) => "In use: an authenticator app gives a second proof that it is you.",
        M::State(false) => {
            "Not set up. An authenticator app on your telephone can give a second proof that it is you, so that nobody gets far with your mail \
             alone."
        }
        M::Link(true) => "Show the second proof",
        M::Link(false) => "Set up a second proof",
        M::GoOn => "Go on",
        M::SetUp => {
            "An authenticator app shows six digits, other ones every half minute. They prove that it is you, not only somebody who can read your \
             mail."
        }
        M::SetUpAsked => {
            "The page that you asked for needs a second proof that it is you: six digits from an authenticator app, other ones every half \
             minute. Set one up first."
        }
        M::FirstTitle => "First: give the app this secret",
        M::FirstText => {
            "Any authenticator app will do, also a password manager that makes such codes. Add an account in it and point the camera at this \
             picture."
        }
        M::Qr => "QR code with the secret for the app",
        M::ByHand => "Without a camera, type the secret in:",
        M::OpenApp => "Open it in an app on this device",
        M::KeepText => {
            "The secret is shown only now. If you want to be safe against losing your telephone, write it down and keep the paper where nobody \
             else finds it."
        }
        M::ThenTitle => "Then: type the code that the app shows",
        M::SetUpButton => "Set it up",
        M::SignInAgain => {
            "This browser signed in more than an hour ago. Sign out and in again first, so that nobody who finds it left open can add a \
             proof of their own."
        }
        M::Ask => "Type the code that your authenticator app shows for this account.",
        M::AskPasskey => "Use one of your passkeys.",
        M::AskEither => "Use one of your passkeys, or type the code that your authenticator app shows.",
        M::AskedFor => "The page that you asked for needs a proof that it is you.",
        M::SetUpBeside => {
            "Your passkeys are a second proof that it is you. An authenticator app can be another way, for when no passkey is at hand: it \
             shows six digits, other ones every half minute."
        }
        M::Instead => {
            "A passkey will do instead of an app: your device asks for your finger, your face or its PIN, and there is nothing to type."
        }
        M::InsteadLink => "Add a passkey",
        M::Prove => "Go on",
        M::LostTitle => "If you lose your app or your passkeys",
        M::LostText => {
            "Use what is left: another passkey, or the secret of the app that you wrote down, put into another app. Without either, ask whoever \
             runs the server: they can remove app and passkeys from your account, so that you can set up others."
        }
        M::InUse => {
            "In use. You have just proved that it is you; pages that ask for a new proof will do so again after ten minutes."
        }
        M::Kept => {
            "Moderators and admins need an app or a passkey, for what they do must not hang on a mailbox alone: add a passkey before you remove \
             the app."
        }
        M::Remove => "Remove the app",
        M::RemoveText => {
            "After that, unless you have a passkey, whoever can read your mail can do everything with your account that you can."
        }
        M::SaidSetUp => "The authenticator app is set up.",
        M::SaidProved => "Thank you. The code fits.",
        M::SaidRemoved => "The authenticator app is removed.",
    };
    text.into()
}
