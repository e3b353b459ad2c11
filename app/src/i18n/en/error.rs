use crate::error::{AppError as E, PageError as P};
use crate::i18n::{ErrorMsg as M, Text};

pub fn text(msg: M) -> Text {
    match msg {
        M::Title(error) => title(&error).into(),
        M::Text(error) => page(&error),
        M::SignInLink => {
            "It was used, is older than 15 minutes or was cut short by a mail program. You can ask for a new one on the sign-in page.".into()
        }
        M::Form(error) => form(&error),
        M::RequestId => "If you write to us about it, give this number:".into(),
        M::TryAgain => "Try again".into(),
    }
}

fn title(error: &P) -> &'static str {
    match error {
        P::App(E::NotFound) => "There is nothing here",
        P::App(E::Gone) => "This campaign is not public any more",
        P::App(E::LinkInvalid) => "This link does not work any more",
        P::App(E::SignIn) => "Please sign in",
        P::App(E::SecondProof) => "Please prove once more that it is you",
        P::App(E::Closed) => "This campaign is closed",
        P::App(E::TooMany { .. }) => "Too many requests",
        P::App(E::Busy { .. }) | P::TooSlow => "We are very busy just now",
        P::App(E::Blocked) => "Nobody can sign from this network",
        P::App(E::Paused) => "This is switched off for now",
        P::App(E::Internal) => "Something went wrong on our side",
        P::App(E::Unreachable) => "The server cannot be reached",
        P::CrossSite => "This form was not sent from our pages",
        P::TooLarge => "That was more than we can take",
        P::Unreadable | P::App(E::Unreadable) => "We could not read that",
        P::WrongMethod => "That cannot be done here",
    }
}

fn page(error: &P) -> Text {
    let text = match error {
        P::App(E::NotFound) => {
            "The address may have been mistyped, or the page may have moved. Nothing of yours is lost."
        }
        P::App(E::Gone) => {
            "It was here once and was taken down. It takes no signatures, and one that is not confirmed yet will not count and is deleted within three days. Whoever has signed can still withdraw by the link in their mail."
        }
        P::App(E::LinkInvalid) => {
            "It was used up, has expired or was cut short by a mail program. A signature that was not confirmed within three days is \
             deleted. You can sign again on the campaign’s page, and we will send you a fresh link."
        }
        P::App(E::SignIn) => "You are not signed in here, or no longer. Nothing was changed.",
        P::App(E::SecondProof) => {
            "This page asks for a second proof that it is you: a passkey, or a code from your app. Nothing was changed."
        }
        P::App(E::Closed) => "It takes no signatures any more. What was confirmed in time counts.",
        P::App(E::TooMany { retry_after }) => {
            return format!(
                "So many requests have come from your network that we have to slow down. Please try again {}.",
                wait(*retry_after)
            )
            .into();
        }
        P::App(E::Busy { retry_after }) => {
            return format!("More is arriving than we can take at once. Please try again {}.", wait(*retry_after))
                .into();
        }
        P::TooSlow => {
            "Your request took too long, so we stopped it. Please try again in a minute; doing so twice does no harm."
        }
        P::App(E::Blocked) => {
            "Those who run this house have blocked the network that you are in. From another network you can sign."
        }
        P::App(E::Paused) => "Those who run this house have switched it off for a while. Please come back later.",
        P::App(E::Internal) => "The cause is in our log. Please try again in a moment; doing so twice does no harm.",
        P::App(E::Unreachable) => "Please check your connection and try again.",
        P::CrossSite => {
            "Your browser says that another site sent it, so we have not acted on it. If you meant to do this, open the page here and \
             send the form again."
        }
        P::TooLarge => {
            "The form was larger than any form of ours. Nothing was saved. Please go back and shorten what you typed."
        }
        P::Unreadable | P::App(E::Unreadable) => {
            "The form did not arrive in one piece. Nothing was saved. Please go back and send it again."
        }
        P::WrongMethod => "This address does not take that kind of request. Nothing was changed.",
    };
    text.into()
}

fn form(error: &E) -> Text {
    let text = match error {
        E::NotFound | E::Gone => "This campaign is not public any more, so nothing was saved.",
        E::LinkInvalid => "This link does not work any more. You can sign again on the campaign’s page.",
        E::SignIn => "You are not signed in here, or no longer, so nothing was saved.",
        E::SecondProof => "This needs a second proof first: a passkey, or a code from your app. Nothing was saved.",
        E::Unreadable => "What you entered did not arrive in one piece, so nothing was saved. Please send it again.",
        E::Closed => "The campaign has closed in the meantime. It takes no signatures any more.",
        E::TooMany { retry_after } => {
            return format!(
                "Too many attempts have come from your network just now. Nothing is lost: what you entered is still here. Please try \
                 again {}.",
                wait(*retry_after)
            )
            .into();
        }
        E::Busy { retry_after } => {
            return format!(
                "More people are signing at this moment than we can take. What you entered is still here. Please try again {}.",
                wait(*retry_after)
            )
            .into();
        }
        E::Blocked => {
            "Those who run this house have blocked the network that you are in, so nothing was sent. What you entered is still here: from another network you can sign."
        }
        E::Paused => {
            "This is switched off for now by those who run this house, so nothing was sent. What you entered is still here: try again later."
        }
        E::Internal => {
            "Something went wrong on our side. What you entered is still here. Please try again; sending it twice does no harm."
        }
        E::Unreachable => {
            "The server cannot be reached. What you entered is still here. Check your connection and try again."
        }
    };
    text.into()
}

fn wait(seconds: u32) -> String {
    match seconds.div_ceil(60) {
        0 | 1 => "in a minute".to_owned(),
        minutes @ 2..=90 => format!("in {minutes} minutes"),
        minutes => format!("in {} hours", minutes.div_ceil(60)),
    }
}
