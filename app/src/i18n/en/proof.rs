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
            "This browser signed in more than an hour ago. Sign out and in again first, so that nobody who finds it left open can set up an \
             app of their own."
        }
        M::Ask => "Type the code that your authenticator app shows for this account.",
        M::AskedFor => {
            "The page that you asked for needs a proof that it is you. Type the code that your authenticator app shows."
        }
        M::Prove => "Go on",
        M::LostTitle => "If you lose the app",
        M::LostText => {
            "Put the secret that you wrote down into another app. Without it, ask whoever runs the server: they can remove the app from your \
             account, so that you can set up another one."
        }
        M::InUse => {
            "In use. You have just proved that it is you; pages that ask for a new proof will do so again after ten minutes."
        }
        M::Kept => "Moderators and admins cannot remove their app, for what they do must not hang on a mailbox alone.",
        M::Remove => "Remove the app",
        M::RemoveText => "After that, whoever can read your mail can do everything with your account that you can.",
        M::SaidSetUp => "The authenticator app is set up.",
        M::SaidProved => "Thank you. The code fits.",
        M::SaidRemoved => "The authenticator app is removed.",
    };
    text.into()
}
