use crate::i18n::{Lang, ReviewMsg as M, Text, number};
use crate::moderation::{AgeBand as B, CaseAction as A, CaseField as F, TextProblem as P};

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::En, n);
    let text = match msg {
        M::Queue => "Campaigns that wait",
        M::Ages(due, overdue) => {
            return format!(
                "The oldest come first. After {} a campaign is due, after {} overdue.",
                days(due.into()),
                days(overdue.into())
            )
            .into();
        }
        M::NothingWaits => "Nothing waits. Campaigns that are submitted will be listed here.",
        M::NothingHere => "Nothing of this kind waits.",
        M::QueuePages => "Pages of the queue",
        M::Filter => "Show only",
        M::FilterAge => "Age",
        M::FilterLanguage => "Language",
        M::All => "All",
        M::Apply => "Show",
        M::Band(band) => self::band(band),
        M::BandCount(band, count) => return format!("{} {}", n(count), self::band(band)).into(),
        M::ColumnCampaign => "Campaign",
        M::ColumnLanguage => "Language",
        M::ColumnWaiting => "Waiting",
        M::ColumnWho => "Who is at it",
        M::Days(0) => "since today",
        M::Days(count) => return days(count).into(),
        M::Nobody => "nobody",
        M::Previous => "Previous campaign",
        M::Next => "Next campaign",
        M::Key(key) => return format!("(access key {key})").into(),
        M::Others => "Others that wait",
        M::Did(A::Take) => "You have taken it. The others see that for half an hour.",
        M::Did(A::Leave) => "You have left it to the others.",
        M::Did(A::Note) => "Your note is there.",
        M::Did(A::Publish) => "It is public, and its team is written to.",
        M::Did(A::SendBack) => "It is back with its team, who are written to.",
        M::Did(A::Reject) => "It is refused, and its team is written to.",
        M::Do(A::Take) => "I take this",
        M::Do(A::Leave) => "Leave it to others",
        M::Do(A::Note) => "Add the note",
        M::Do(A::Publish) => "Publish",
        M::Do(A::SendBack) => "Send back",
        M::Do(A::Reject) => "Refuse",
        M::TakeOver => "Take it over",
        M::LockTitle => "Who is at it",
        M::LockFree => "Nobody is at it. Take it, so that no one else reads it at the same time.",
        M::LockMine(until) => return format!("You are at it until {until}.").into(),
        M::LockOther { by, until } => return format!("{by} is at it until {until}.").into(),
        M::DecisionTitle => "Decide",
        M::OwnTeam => {
            "You belong to the team of this campaign, so somebody else has to decide on it. You can read it and write notes."
        }
        M::Held(by) => {
            return format!("{by} is at it, so nothing was decided. Take it over if you are to decide instead.").into();
        }
        M::Unfit => "It cannot be published as it is. Send it back and say what is to be changed:",
        M::Changed => {
            "Its team has changed it since you opened it, so nothing was decided. What is shown now is the new version."
        }
        M::Over => "Its team took it back, or somebody else has decided on it. Nothing of yours was changed or lost.",
        M::OverTitle => "This does not wait any more",
        M::Label(F::Remark) => "Remark for its team",
        M::Label(F::Grounds) => "Reasons for refusing",
        M::Label(F::Note) => "New note",
        M::Help(F::Remark) => {
            "They read it on the page of their draft. Needed for sending back: say what they are to change. Up to 2,000 characters."
        }
        M::Help(F::Grounds) => "At least one for refusing. Its team reads them as they stand here.",
        M::Help(F::Note) => "Moderators alone read it. Up to 2,000 characters.",
        M::Problem(_, P::TooLong(max)) => {
            return format!("This is longer than {} characters. Please shorten it.", n(max.into())).into();
        }
        M::Problem(_, P::ControlCharacter) => {
            "There are characters in it that cannot be seen. Please type it anew instead of pasting it."
        }
        M::Problem(F::Remark, P::Missing) => "Say what its team is to change.",
        M::Problem(F::Grounds, P::Missing) => "Tick at least one reason.",
        M::Problem(F::Note, P::Missing) => "Write something first.",
        M::NothingDone => "Nothing was decided.",
        M::FactsTitle => "What the page does not show",
        M::FactAddress => "Address",
        M::FactLanguage => "Language",
        M::FactZone => "Time zone of its last day",
        M::FactPostcode => "Asks signers for their postcode area",
        M::YesNo(true) => "Yes",
        M::YesNo(false) => "No",
        M::ChangesTitle => "What is new",
        M::NoChanges => "Its texts are those that are public.",
        M::ChangesHow => {
            "Against the texts that are public now: struck through what was taken out, underlined what was put in."
        }
        M::RemovedWords => "taken out:",
        M::AddedWords => "put in:",
        M::NotesTitle => "Notes among moderators",
        M::NoNotes => "There are none yet.",
        M::ClosedAccount => "somebody whose account is closed",
    };
    text.into()
}

fn band(band: B) -> &'static str {
    match band {
        B::New => "new",
        B::Due => "due",
        B::Overdue => "overdue",
    }
}

fn days(n: i64) -> String {
    if n == 1 { "1 day".to_owned() } else { format!("{} days", number(Lang::En, n)) }
}
