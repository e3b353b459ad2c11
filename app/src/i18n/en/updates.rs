use crate::i18n::{Lang, Text, UpdateMsg as M, number};
use crate::updates::{
    Crowd, MailingState as S, UpdateField as F, UpdateProblem as P, UpdateState, update_limits as max,
};

pub fn text(msg: M) -> Text {
    let n = |n: u32| number(Lang::En, n.into());
    let text = match msg {
        M::Updates => "Updates",
        M::Older => "Older updates",
        M::Newer => "Newer updates",
        M::NoneShown => "There are no updates on this campaign.",
        M::Lead => {
            "Tell signers what has happened. A moderator reads each update; then it stands on the campaign’s page, and you can have it \
             mailed to the signers who asked for updates."
        }
        M::Start => "Write an update",
        M::TooMany(most) => {
            return format!(
                "{most} updates of this campaign are being written or wait. Submit one of them or delete one to begin another."
            )
            .into();
        }
        M::NoneYet => "The updates that you write will be listed here.",
        M::Untitled => "Untitled",
        M::State(UpdateState::Draft, false) => "draft",
        M::State(UpdateState::Draft, true) => "sent back to you",
        M::State(UpdateState::Submitted, _) => "waits for a moderator",
        M::State(UpdateState::Approved, _) => "public",
        M::MailingShort(S::Queued | S::Running) => "being mailed",
        M::MailingShort(S::Paused) => "mailing paused",
        M::MailingShort(S::Cancelled) => "mailing ended early",
        M::MailingShort(S::Done) => "mailed",
        M::Deleted => "The update is deleted.",
        M::Saved => "Saved.",
        M::Submitted => "Submitted for review.",
        M::TakenBack => "Taken back. You can change it again.",
        M::Tested => "A test mail is on its way to you.",
        M::Begun => "The mailing has begun.",
        M::Paused => "The mailing is paused.",
        M::Resumed => "The mailing goes on.",
        M::Cancelled => "The mailing is ended.",
        M::Label(F::Title) => "What has happened, in one line?",
        M::Label(F::Locale) => "Language of the update",
        M::Label(F::Text) => "The update",
        M::Help(F::Title) => {
            return format!("Up to {} characters. For example: The council votes on Tuesday", max::TITLE_MAX).into();
        }
        M::Help(F::Locale) => "The language in which you write.",
        M::Help(F::Text) => {
            return format!(
                "Up to {} characters. It is mailed as text, so put the main thing first. For example: On Monday we handed over…",
                n(max::TEXT_MAX)
            )
            .into();
        }
        M::Problem(F::Title, P::Missing) => "Say in one line what has happened.",
        M::Problem(F::Title, P::TooLong(max)) => return format!("Shorten the line to {} characters.", n(max)).into(),
        M::Problem(F::Text, P::Missing) => "Tell what has happened.",
        M::Problem(_, P::TooLong(max)) => return format!("Shorten the update to {} characters.", n(max)).into(),
        M::Problem(F::Locale, _) | M::Problem(_, P::NotALanguage) => "Choose the language in which you write.",
        M::Problem(_, P::ControlCharacter) => {
            "There is an invisible control character in it, perhaps from copying. Delete that part and type it anew."
        }
        M::Save => "Save",
        M::Preview => "Preview what is saved (new tab)",
        M::SubmitHelp => {
            "When you submit it, it is saved too, and a moderator reads it. You get a mail with the decision. Nothing is mailed to signers \
             before you say so."
        }
        M::Submit => "Submit for review",
        M::NotSubmitted => "What you typed is saved, but not submitted yet.",
        M::SentBack => "A moderator sent this back:",
        M::Overtaken => {
            "Somebody else has saved this update meanwhile. What you typed stands below and is not saved. Save once more to put it in the \
             place of theirs, or look at theirs first."
        }
        M::OpenSaved => "Open the saved version (new tab)",
        M::Waits => "It waits for a moderator. You get a mail when it is decided.",
        M::TakeBack => "Take it back to change it",
        M::Delete => "Delete the update",
        M::DeleteText => "Its text is erased for you and for everyone who writes it with you.",
        M::Sure => "Yes, delete it",
        M::SureHelp => "We cannot bring it back.",
        M::NotSure => "Tick the box if you want to delete the update.",
        M::NotDeleted => "Nothing was deleted.",
        M::PreviewBanner => "Preview: only your team sees this page.",
        M::Back => "Back to the update",
        M::TestTitle => "Try it out",
        M::TestText => "You get the mail as signers would get it, at the address of your account.",
        M::Test => "Send what is saved to me",
        M::TooManyTests(most) => {
            return format!("{most} test mails of this update were sent, and there are no more.").into();
        }
        M::Public => "It is public, on the campaign’s page.",
        M::OpenPublic => "Open the campaign’s updates",
        M::MailTitle => "Mail it to signers",
        M::Readers(Crowd::Few) => {
            "Fewer than 10 signers have asked for updates. Nobody is shown who they are or what their addresses are."
        }
        M::Readers(Crowd::AtLeast(count)) => {
            return format!(
                "At least {} signers have asked for updates. Nobody is shown who they are or what their addresses are.",
                number(Lang::En, count)
            )
            .into();
        }
        M::Left(1) => "You can mail one more update in these seven days.",
        M::Left(left) => return format!("You can mail {left} more updates in these seven days.").into(),
        M::NoneLeft(most) => {
            return format!(
                "{most} updates of this campaign were mailed in the last seven days, and more would tire those who read them. Mail this one \
                 later."
            )
            .into();
        }
        M::MailOpen => "Mail this update",
        M::MailFinal => "What has been sent cannot be called back. Have you looked at the test mail?",
        M::Mail => "Yes, mail it now",
        M::MailingState(S::Queued) => "The mailing begins in a moment.",
        M::MailingState(S::Running) => "Mails are being sent.",
        M::MailingState(S::Paused) => "The mailing is paused. Mails that had been made already still go out.",
        M::MailingState(S::Cancelled) => "The mailing was ended early. It cannot be begun again.",
        M::MailingState(S::Done) => "The mailing is done.",
        M::Made(Crowd::Few) => "Fewer than 10 mails made so far.",
        M::Made(Crowd::AtLeast(count)) => {
            return format!("At least {} mails made so far.", number(Lang::En, count)).into();
        }
        M::Progress => "How much of the list is done",
        M::Percent(percent) => return format!("{percent} %").into(),
        M::Reload => "This page shows how it stood when you opened it.",
        M::ReloadLink => "Look again",
        M::Pause => "Pause",
        M::Resume => "Go on",
        M::CancelOpen => "End the mailing",
        M::CancelText => {
            "Mails that still wait are dropped, and nobody else is written to. This update cannot be mailed again."
        }
        M::Cancel => "Yes, end it",
        M::WaitingTitle => "Updates that wait for review",
        M::NothingWaits => "No update waits.",
        M::Since => "Submitted",
        M::Decide => "Your decision",
        M::Remark => "Remark for the team",
        M::RemarkHelp => "Needed to send it back: what should change? The team reads it.",
        M::RemarkUnfit(max) => {
            return format!("To send it back, say in 1 to {} characters what should change.", n(max)).into();
        }
        M::Approve => "Make it public",
        M::ApproveHelp => "It stands on the campaign’s page at once, and its team can mail it to signers.",
        M::SendBack => "Send it back",
        M::Decided => "Your decision is done, and the team is written to.",
        M::TooLate => {
            "This version no longer waits: its team took it back, or somebody else has decided. Nothing was changed."
        }
        M::UnsubscribeTitle => "No more updates",
        M::UnsubscribeText => {
            "One press, and we send you no more updates on this campaign and delete your address. Your signature goes on counting."
        }
        M::Unsubscribe => "Send me no more updates",
        M::Unsubscribed => "You get no more updates on this campaign.",
        M::UnsubscribedText => {
            "Your address is deleted. Your signature goes on counting. A mail that was leaving at this very moment may still arrive."
        }
        M::StopTitle => "Updates",
        M::StopText => "We mail you updates on this campaign. You can stop that; your address is deleted then.",
    };
    text.into()
}
