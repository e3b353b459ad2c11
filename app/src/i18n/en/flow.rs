use crate::i18n::{FlowMsg as M, Lang, Text, confirm_subject, number};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::InboxTitle => "Check your inbox",
        M::MailOnItsWay => "A mail is on its way to",
        M::MailPerhaps => "If you have just signed, a mail is on its way to the address that you gave.",
        M::ChangeAddress => "Not right? Change it",
        M::SubjectStart => "Its subject is ",
        M::Subject { house } => return format!("“{}”", confirm_subject(Lang::En, house)).into(),
        M::SubjectEnd => {
            ". It does not name the campaign, so that nobody who glances at your phone learns what you signed. Open the link in it, or \
             type the code here."
        }
        M::DevOutbox => "Read it in the outbox",
        M::DevOutboxText => "This server sends no mail; it keeps them in memory.",
        M::ConfirmButton => "Confirm my signature",
        M::NothingTitle => "When nothing comes",
        M::NothingSpam => "Wait five minutes and look into the folder for unwanted mail.",
        M::NothingAddress => "Check the address: one letter is enough.",
        M::NothingAgain => {
            "Sign once more after ten minutes. To keep mailboxes from being flooded we send only a few mails a day to one address."
        }
        M::NothingBefore => "If you have signed before, you need not do anything.",
        M::ConfirmTitle => "Confirm your signature",
        M::ConfirmText => "One press, and your signature counts.",
        M::PublicLegend => "This will be shown to everyone",
        M::PublicHelp => {
            "Untick what you do not want to be seen. You did not write it? Untick everything, or close this page: nothing happens then."
        }
        M::PublicName => "The name",
        M::PublicReason => "The reason",
        M::ThanksTitle => "Thank you",
        M::Counts => "Your signature counts.",
        M::CountsPerhaps => {
            "If you have just confirmed, your signature counts. If you followed somebody’s link to this page, you have not signed yet."
        }
        M::SignToo => "Read the campaign and sign",
        M::ThanksMissing(1) => "The next one is a person whom you know. Ask them.",
        M::ThanksMissing(n) if n < 1 => "Every further signature is a person whom someone asked. Ask two.",
        M::ThanksMissing(n) => {
            return format!("The next {} are people whom you know. Ask two of them.", number(Lang::En, n)).into();
        }
        M::YoursTitle => "Your signature stays yours",
        M::YoursText => "Hide your name and reason, or withdraw:",
        M::Mine => "My signature",
        M::YoursMail => "The link in your mail leads there for good.",
        M::State => "State",
        M::StateConfirmed => "Confirmed, and counted",
        M::StateWithdrawn => "Withdrawn by you, and not counted",
        M::StateInvalidated => "Removed by a rule of this site, and not counted",
        M::Shown => "Shown on the page",
        M::ShownNothing => "Nothing",
        M::ShownBoth => "Name and reason",
        M::ShownReason => "The reason, without a name",
        M::InReview { what } => return format!("{what}, once a person has read it").into(),
        M::Updates => "Updates",
        M::UpdatesOn => "Sent to your address",
        M::UpdatesOff => "Not sent",
        M::PublicTitle => "What everyone can see",
        M::HideButton => "Hide my name and reason",
        M::HideText => "They disappear from the campaign’s page. Your signature goes on counting.",
        M::Hidden => "Saved. Nothing of yours is shown any more.",
        M::WithdrawTitle => "Withdraw",
        M::WithdrawText => "Your signature stops counting at once, and your name, reason and address are erased.",
        M::WithdrawOpen => "Withdraw my signature",
        M::WithdrawFinal => "We cannot undo this for you. You can sign again as long as the campaign is open.",
        M::WithdrawButton => "Yes, withdraw it",
        M::Withdrawn => "Your signature was withdrawn and does not count any more.",
    };
    text.into()
}
