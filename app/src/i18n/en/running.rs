use crate::i18n::{Lang, RunMsg as M, Text, number};
use crate::running::{RunField as F, RunProblem as P, RunState as S};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Run => "Run this campaign",
        M::RunLink => "Run it",
        M::State(S::Open, None) => "It takes signatures, and has no last day.",
        M::State(S::Open, Some(day)) => return format!("It takes signatures until the end of {day}.").into(),
        M::State(S::Closed, Some(day)) => return format!("It is closed; its last day was {day}.").into(),
        M::State(S::Archived, Some(day)) => return format!("It is archived; its last day was {day}.").into(),
        M::State(S::Closed, None) => "It is closed.",
        M::State(S::Archived, None) => "It is archived.",
        M::EndTitle => "The last day",
        M::Label(F::ClosesOn) => "Last day for signing",
        M::Label(F::Sure) | M::Sure => "Yes, close it now",
        M::Label(F::AnsweredBy) => "Who has answered?",
        M::Label(F::Text) => "The answer",
        M::Label(F::Day) => "Day of the answer",
        M::Label(F::Link) => "Where it can be read",
        M::Label(F::Remark) => "What should the team change?",
        M::Help(F::AnsweredBy) => "A name or an office, up to 100 characters.",
        M::Help(F::Text) => "In their own words, up to 5,000 characters. Markdown works as in your story.",
        M::Help(F::Link) => "The address of their letter or press release, if there is one. It begins with https://.",
        M::Help(F::Remark) => "The team reads it on the page of its campaign.",
        M::Help(F::Day | F::Sure | F::ClosesOn) => "",
        M::DayHelp(zone) => {
            return format!("Signing ends when this day ends in the time zone {zone}. Leave it empty for no end.")
                .into();
        }
        M::Problem(_, P::ControlCharacter) => "Remove the characters that cannot be seen.",
        M::Problem(F::AnsweredBy, P::Missing) => "Say who has answered.",
        M::Problem(F::Text, P::Missing) => "Enter the answer.",
        M::Problem(F::Day, P::Missing) => "Enter the day of the answer.",
        M::Problem(F::Remark, P::Missing) => "Tell the team what to change.",
        M::Problem(_, P::Missing) => "Fill this in.",
        M::Problem(_, P::TooLong(max)) => {
            return format!("Shorten this to {} characters.", number(Lang::En, i64::from(max))).into();
        }
        M::Problem(_, P::NotADate) => "Enter a date such as 2027-03-31.",
        M::Problem(_, P::Past) => "Choose a day that is still to come.",
        M::Problem(_, P::Future) => "Choose a day that has come.",
        M::Problem(_, P::NotALink) => "Enter a whole address that begins with https://.",
        M::Problem(_, P::NotTicked) => "Tick the box if you mean to close it.",
        M::Extend => "Set the last day",
        M::Final => {
            "It closed more than 30 days ago and stays closed: the marks that keep anyone from counting twice have been destroyed."
        }
        M::Close => "Close now",
        M::CloseText => {
            "Nobody can sign from this moment on. Who has signed but not yet confirmed can do so for 24 hours. You can set a new last \
             day for 30 days, which opens it again."
        }
        M::SureHelp => "The page stays public, with the count as it ends.",
        M::Archive => "Archive",
        M::ArchiveText => {
            "The campaign leaves the list on the front page. Its own page and its counts stay where they are."
        }
        M::ShowAgain => "Put it back into the list",
        M::ReplyTitle => "The reply to your demands",
        M::ReplyText => {
            "When they have answered, put their words on the campaign’s page. Until then it says for how long you have been waiting, \
             from the day on which the goal was reached or signing has ended. A moderator looks at the reply first."
        }
        M::ReplyWaits => "This reply waits for a moderator. You can still change it.",
        M::ReplySentBack => "A moderator has sent this reply back:",
        M::ReplyShown => {
            "This reply stands on the campaign’s page. A new one takes its place once a moderator has looked at it."
        }
        M::SendReply => "Send the reply to review",
        M::RemoveReply => "Take the reply away",
        M::Milestones => "Reached so far",
        M::NoMilestones => "The first mark is 100 signatures. You will get a mail when it is reached.",
        M::Reached { n, day } => return format!("{} signatures on {day}", number(Lang::En, n)).into(),
        M::PublishedUnread => "It is public. A moderator reads it now, and may hide or refuse it.",
        M::Saved => "Saved.",
        M::Kept => "Nothing was changed; what you typed is still here.",
        M::WaitingReplies => "Replies that wait",
        M::NoneWaits => "No reply waits for you.",
        M::Show => "Show it on the page",
        M::SendBack => "Send it back",
        M::By { by, day } => return format!("{by}, {day}").into(),
        M::PublicReply => "The reply",
        M::WaitingDays(0) => "Waiting for a reply since today.",
        M::WaitingDays(1) => "Waiting for a reply for one day.",
        M::WaitingDays(days) => return format!("Waiting for a reply for {} days.", number(Lang::En, days)).into(),
        M::Source => "Read it where it was published",
    };
    text.into()
}
