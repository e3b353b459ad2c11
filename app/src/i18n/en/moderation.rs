use crate::i18n::{Lang, ReviewMsg as M, Text, number};
use crate::moderation::{
    AgeBand as B, CaseAction as A, CaseField as F, GroundAction as G, GroundField, GroundProblem, TextProblem as P,
};

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
        M::QueuedChange => " changes to a public text",
        M::IsChange => {
            "This campaign is public already. Publishing puts these texts in the place of those that are public; otherwise those stay."
        }
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
        M::Rooms => "Parts of review",
        M::ReasonsWait(count) => return format!("Reasons of signers ({})", n(count)).into(),
        M::UpdatesWait(count) => return format!("Updates ({})", n(count)).into(),
        M::RepliesWait(count) => return format!("Replies of those who are asked ({})", n(count)).into(),
        M::Reasons => "Reasons of signers that wait",
        M::ReasonsHow => {
            "Signers wrote these and want them to be public. When is not stored: those of the oldest campaigns come first."
        }
        M::ReasonsShown => "Reasons of signers that are shown",
        M::ReasonsWaiting => "Those that wait",
        M::NoReasons => "No reason waits.",
        M::NoShownReasons => "No reason is shown.",
        M::ReasonPages => "Pages of reasons",
        M::PickReason => "Tick this reason",
        M::ShowTicked => "Show what is ticked",
        M::RemoveTicked => "Remove what is ticked",
        M::RemoveHow => {
            "What is removed is erased with the name beside it, and cannot be brought back. The signature goes on counting."
        }
        M::ReasonsDone(1) => "1 reason is decided on.",
        M::ReasonsDone(count) => return format!("{} reasons are decided on.", n(count.into())).into(),
        M::NothingTicked => "Tick at least one reason first.",
        M::Campaigns => "Public and hidden campaigns",
        M::SearchWords => "Words in their texts",
        M::Which => "Which",
        M::AllOfThem => "All",
        M::HiddenOnes => "Hidden ones",
        M::NoCampaigns => "Nothing was found.",
        M::CampaignPages => "Pages of campaigns",
        M::ColumnState => "State",
        M::StatePublic => "public",
        M::StateHidden => "hidden",
        M::ToPublicPage => "Its public page",
        M::ToItsReasons => "Reasons of its signers that are shown",
        M::UnreadTitle => "Public, not read yet",
        M::UnreadLead => "These became public when they were submitted. Read them, then approve, hide or refuse each.",
        M::UnreadText => "It became public when it was submitted, and nobody has read it yet.",
        M::Approve => "Approve it",
        M::Refuse => "Refuse the campaign",
        M::RefuseHelp => "A refused campaign is hidden for good, for the reasons that are ticked.",
        M::RefusedTitle => "It is refused",
        M::DidApprove => "It is approved and stays public.",
        M::DidRefuse => "It is refused, and its team is written to.",
        M::HideTitle => "Hide it",
        M::HideText => {
            "Its page then says why it was taken down, nobody can sign or confirm any more, and its team is written to. Those who signed can \
             still withdraw. It can be shown again."
        }
        M::Hide => "Hide the campaign",
        M::HideHelp => "At least one. Everyone reads them on the campaign’s page.",
        M::ShowTitle => "It is hidden",
        M::HiddenBecause => "Its page says why:",
        M::HiddenWithout => "Its page gives no reason, for none was given.",
        M::Show => "Show it again",
        M::DidHide => "It is hidden, and its team is written to.",
        M::DidShow => "It is public again, and its team is written to.",
        M::Catalogue => "Catalogue of reasons",
        M::CatalogueText => {
            "Moderators give these reasons when they refuse or hide a campaign. Its team and, of hidden ones, everyone reads them. A change \
             shows at once wherever a reason was given; one that is retired stays there and cannot be given any more."
        }
        M::NewGround => "A new reason",
        M::Retired => "retired",
        M::DoGround(G::Add) => "Add it",
        M::DoGround(G::Change) => "Save",
        M::DoGround(G::Retire) => "Retire",
        M::DoGround(G::Restore) => "Bring it back",
        M::DidGround(G::Add) => "The reason was added.",
        M::DidGround(G::Change) => "The texts were saved.",
        M::DidGround(G::Retire) => "The reason is retired.",
        M::DidGround(G::Restore) => "The reason can be given again.",
        M::GroundLabel(GroundField::Code) => "Name in the audit log",
        M::GroundLabel(GroundField::Text(lang)) => return format!("Text in {}", lang.own_name()).into(),
        M::GroundCodeHelp => "3 to 40 characters: small letters a to z, digits and _. It cannot be changed later.",
        M::GroundProblem(GroundField::Code, GroundProblem::Missing) => "Give it a name.",
        M::GroundProblem(GroundField::Text(lang), GroundProblem::Missing) => {
            return format!("Write the text in {}.", lang.own_name()).into();
        }
        M::GroundProblem(_, GroundProblem::TooLong(max)) => {
            return format!("This is longer than {} characters. Please shorten it.", n(max.into())).into();
        }
        M::GroundProblem(_, GroundProblem::ControlCharacter) => {
            "There are characters in it that cannot be seen. Please type it anew instead of pasting it."
        }
        M::GroundProblem(_, GroundProblem::NotACode) => "Use 3 to 40 small letters a to z, digits and _.",
        M::GroundProblem(_, GroundProblem::Taken) => "There is a reason of this name already. Give it another one.",
        M::NothingChanged => "Nothing was changed.",
        M::WhyHidden => "Those who run this site took it down because:",
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
