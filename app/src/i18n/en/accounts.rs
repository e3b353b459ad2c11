use crate::i18n::{AccountMsg as M, Lang, Text, sign_in_subject};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::SignIn => "Sign in",
        M::Lead => "For those who run campaigns. Signing a campaign needs no account.",
        M::AddressHelp => "The address that your account has, or is to have.",
        M::Ask => "Send me a link",
        M::HowTitle => "How it works",
        M::HowLink => {
            "We send a link to this address. You open it and press one button: there is no password to choose, to forget or to lose."
        }
        M::HowFirst => "The first time, this makes your account.",
        M::SignedOut => "You are signed out in this browser.",
        M::Closed => "Your account is closed, and your address is erased.",
        M::SentTitle => "Look into your mail",
        M::NotAsked => {
            "This browser has not asked for a link within the last hour. If another one has, go on there, or ask for a link here."
        }
        M::AskHere => "Ask for a link",
        M::Subject { house } => return format!("“{}”", sign_in_subject(Lang::En, house)).into(),
        M::SubjectEnd => ". The link in it works once, for 15 minutes.",
        M::CodeTitle => "If you open the mail in another browser",
        M::NothingAgain => {
            "Ask for a link once more. To keep mailboxes from being flooded we send only a few of these mails to one address."
        }
        M::Here => "One press, and you are signed in in this browser.",
        M::ElsewhereTitle => "Another browser asked for this link",
        M::ElsewhereText => {
            "The button shows six digits to type there. They sign in that browser, not this one. You did not ask for a link? Close this page: \
             nothing happens then."
        }
        M::ShowCode => "Show the code",
        M::ShownTitle => "Your code",
        M::ShownText => "Type it into the page on which you asked for the link.",
        M::ShownWarning => {
            "Type this only into a page that you opened yourself. Whoever asks you for it in a message or on the telephone wants to get \
             into your account."
        }
        M::Account => "Your account",
        M::SignedInAs => "You are signed in as",
        M::SessionsTitle => "Where you are signed in",
        M::ThisBrowser { since } => return format!("This browser, since {since}").into(),
        M::OtherBrowser { since, seen } => {
            return format!("Another browser, since {since}, last seen on {seen}").into();
        }
        M::SignOut => "Sign out",
        M::SignOutThere => "Sign out there",
        M::Ended => "The other browser is signed out.",
        M::DataTitle => "Your data",
        M::DataText => "Everything that is stored about your account, in one file (JSON).",
        M::DataLink => "Download my data",
        M::Close => "Close the account",
        M::CloseText => {
            "Your address is erased, every browser is signed out, and you leave your teams; where nobody else is in one, its drafts are deleted. \
             Public campaigns stay public: if you are their only owner, they need another one first."
        }
    };
    text.into()
}
