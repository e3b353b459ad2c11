use crate::drafts::{DraftField as F, DraftProblem as P, DraftState, FactPart as Part, draft_limits as max};
use crate::i18n::{DraftMsg as M, Lang, Text, number};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Start => "Start a campaign",
        M::StartLead => {
            "Begin with the line that people read first. Everything else comes on the next page, and nothing is public before a moderator \
             has read it."
        }
        M::TooManyAWeek(most) => {
            return format!(
                "Your text is saved, but not submitted: a team can submit {most} within seven days, and yours has. Submit it in some days."
            )
            .into();
        }
        M::NotInvited => {
            "Only those who are invited start campaigns in this house. What you have begun already you can go on with."
        }
        M::NotInvitedContact => "Those who run it decide on that:",
        M::TooMany(most) => {
            return format!(
                "You can write {most} campaigns at the same time, and you have {most}. Submit one of them or delete one to start another."
            )
            .into();
        }
        M::SimilarTitle => "Perhaps one of these already asks for it",
        M::SimilarOr => "Sign one of these instead, or:",
        M::StartAnyway => "Start my own all the same",
        M::Mine => "Your campaigns",
        M::NoneYet => "The campaigns that you start will be listed here.",
        M::Untitled => "Untitled",
        M::State(DraftState::Draft, false) => "draft",
        M::State(DraftState::Draft, true) => "sent back to you",
        M::State(DraftState::Submitted, _) => "waits for a moderator",
        M::State(DraftState::Rejected, _) => "refused",
        M::ChangesState(DraftState::Draft, false) => "changes that are being written",
        M::ChangesState(DraftState::Draft, true) => "changes sent back to you",
        M::ChangesState(DraftState::Submitted, _) => "changes that wait for a moderator",
        M::ChangesState(DraftState::Rejected, _) => "changes that were refused",
        M::TextsTitle => "Texts",
        M::TextsLead => {
            "You can change what the campaign says. A moderator reads the changes first; until then the text that is public stays. The earlier text              stays readable too, for whoever signed before has signed that one."
        }
        M::TextsFixed => {
            "The address stays as it is. The last day is set where you run the campaign. If you want to ask for something else, start another campaign."
        }
        M::ChangeTexts => "Change the texts",
        M::GoOnChanging => "Go on with the changes",
        M::NotEditable => {
            "The campaign’s own language is not one that this site speaks, so its texts cannot be changed here. Write to those who run the site."
        }
        M::Revisions => "Texts that have been public",
        M::TextNumber(number) => return format!("Text {number}").into(),
        M::PresentSince => "public now, since",
        M::EarlierSince => "public since",
        M::ChangesLead => {
            "You are changing the texts of a public campaign. What is public stays until a moderator has read the changes."
        }
        M::ChangesWait => {
            "The changes wait for a moderator, and the text that is public stays. You get a mail when it is decided."
        }
        M::ChangesRefused => {
            "A moderator has refused these changes, so the text that was public has stayed. You can go on changing it and submit it again."
        }
        M::OpenPublic => "Open the text that is public (new tab)",
        M::DeleteChanges => "Delete these changes",
        M::DeleteChangesText => {
            "The text that is public stays. What you have changed is erased for everyone who writes it with you."
        }
        M::Deleted => "The draft is deleted.",
        M::Saved => "Saved.",
        M::Submitted => "Submitted for review.",
        M::TakenBack => "Taken back. You can change it again.",
        M::Label(field) => label(field),
        M::Help(field) => return help(field),
        M::Problem(field, problem) => return complaint(field, problem),
        M::GroupAsk => "What you ask",
        M::GroupWhy => "Why",
        M::GroupFacts => "The facts",
        M::FactsOptional => "Show figures as a chart (optional)",
        M::FactHelp(part) => return fact_help(part),
        M::FactRow(number) => return format!("Figure {number}").into(),
        M::AddRows => "Save and add rows",
        M::Utc => "UTC, the same everywhere",
        M::Region(region) => match region {
            "Arctic" => "Arctic Ocean",
            "Atlantic" => "Atlantic Ocean",
            "Indian" => "Indian Ocean",
            "Pacific" => "Pacific Ocean",
            region => region,
        },
        M::SourcesTitle => "Links and their sources",
        M::SourcesLead => {
            "Share a link of its own in each place, and the counts tell how many came by it. A source is a place, such as a flyer or a radio \
             show, never a person. It is counted from a few seconds after you save it."
        }
        M::LinksTitle => "Your links",
        M::NoSources => "The links of the sources that you add below will be listed here.",
        M::SourceColumn => "Source",
        M::LinkColumn => "Link",
        M::GroupWho => "Who, and until when",
        M::GroupDone => "Save or submit",
        M::StoryExamples => "How to write headings, lists and links",
        M::StoryExample => {
            "## A heading\n\nAn empty line begins\na new paragraph.\n\n- one point\n- **another**, in bold\n\n[our study](https://example.org)"
        }
        M::AsksPostcode => "Ask signers for the first part of their postcode",
        M::AsksPostcodeHelp => "It shows how many signed in each area. Tick it only if whoever you ask needs to know.",
        M::MissingTitle => "Before it can be submitted",
        M::Save => "Save",
        M::Preview => "Preview what is saved (new tab)",
        M::SubmitHelp => {
            "Save as often as you like, finished or not. When you submit, it is saved too, and a moderator reads it. You get a mail with the \
             decision. Meanwhile you can take it back."
        }
        M::KeyTitle => "The key to the signers",
        M::HasKey => {
            "This campaign has a key. What signers give is sealed for whoever holds it, should a moderator allow that they are read."
        }
        M::NoKey => {
            "This campaign has no key. It can be submitted like this: its team sees counts then, and nobody can ever read who signed. Once it \
             is public it cannot get one."
        }
        M::NoKeyForEditors => {
            "This campaign has no key. It can be submitted like this: its team sees counts then, and nobody can ever read who signed. Once it \
             is public it cannot get one. An owner of the team can make one."
        }
        M::MakeKey => "Save and make a key",
        M::KeyLink => "Save and look at the key",
        M::KeySet => "The campaign has its key now. Keep the sheet well.",
        M::Submit => "Submit for review",
        M::NotSubmitted => "What you typed is saved, but not submitted yet.",
        M::SentBack => "A moderator sent this back:",
        M::Overtaken => {
            "Somebody else has saved this draft meanwhile. What you typed stands below and is not saved. Save once more to put it in the \
             place of theirs, or look at theirs first."
        }
        M::OpenSaved => "Open the saved version (new tab)",
        M::SignedOut => {
            "You are not signed in any more, so nothing was saved. What you typed stands below, in this page alone: sign in in another tab, \
             then come back here and press the button again."
        }
        M::SendAgain => "Send it again",
        M::SignInElsewhere => "Sign in (new tab)",
        M::Waits => "It waits for a moderator. You get a mail when it is decided.",
        M::TakeBack => "Take it back to change it",
        M::Refused => {
            "A moderator has refused this campaign, so it is not public. You can change it and submit it again."
        }
        M::RefusedBecause => "Why it was refused:",
        M::RefusedWith => "The moderator says:",
        M::TryAgain => "Change it and try again",
        M::Delete => "Delete the draft",
        M::DeleteText => "Its texts are erased for you and for everyone who writes it with you.",
        M::Sure => "Yes, delete it",
        M::SureHelp => "We cannot bring it back.",
        M::NotSure => "Tick the box if you want to delete the draft.",
        M::NotDeleted => "Nothing was deleted.",
        M::PreviewBanner => "Preview: nobody but you sees this page.",
        M::BackToDraft => "Back to writing",
        M::SignPlace => "Once the campaign is public, people sign here.",
        M::NotWritten(field) => return format!("Still missing: {}", short(field)).into(),
    };
    text.into()
}

fn label(field: F) -> &'static str {
    match field {
        F::Title => "What do you ask, in one line?",
        F::Slug => "End of the address",
        F::StartedBy => "Who starts it?",
        F::Locale => "Language of the texts",
        F::Targets => "Whom do you ask?",
        F::Demands => "Your demands",
        F::Summary => "Summary",
        F::Story => "The story",
        F::FactsTitle => "Heading of the chart",
        F::FactsSentence => "What the chart shows, in a sentence",
        F::FactsUnit => "What is counted",
        F::FactsNote => "What a reader should know about the figures",
        F::Fact(_, Part::Label) => "What it stands for",
        F::Fact(_, Part::Value) => "Number",
        F::Fact(_, Part::Shown) => "As it reads",
        F::Fact(_, Part::Source) => "Source",
        F::Goal => "How many signatures do you hope for?",
        F::ClosesOn => "Last day to sign",
        F::TimeZone => "Time zone",
        F::Sources => "Sources of your own",
    }
}

/// A field's name within a sentence.
fn short(field: F) -> &'static str {
    match field {
        F::Title => "what you ask, in one line",
        F::Slug => "the address",
        F::StartedBy => "who starts it",
        F::Locale => "the language",
        F::Targets => "whom you ask",
        F::Demands => "your demands",
        F::Summary => "the summary",
        F::Story => "the story",
        F::FactsTitle | F::FactsSentence | F::FactsUnit | F::FactsNote | F::Fact(..) => "the figures",
        F::Goal => "the goal",
        F::ClosesOn => "the last day",
        F::TimeZone => "the time zone",
        F::Sources => "sources of your own",
    }
}

fn help(field: F) -> Text {
    let n = |n: u32| number(Lang::En, n.into());
    match field {
        F::Title => {
            format!("{} to {} characters. For example: Keep the night bus running", max::TITLE_MIN, max::TITLE_MAX)
                .into()
        }
        F::Slug => "3 to 60 characters: a–z, 0–9 and single hyphens between them. For example: night-bus".into(),
        F::StartedBy => format!(
            "A person or a group. Everyone can read it. Up to {} characters. For example: Riders of line 9",
            max::NAME_MAX
        )
        .into(),
        F::Locale => "The language in which you write.".into(),
        F::Targets => format!(
            "One a line, at most {}; the office behind a semicolon. Up to {} characters for each name and each office. For example: Ana \
             Ruiz; Mayor of Larkhaven",
            max::LINES_MAX,
            max::NAME_MAX
        )
        .into(),
        F::Demands => format!(
            "One a line, at most {}, in the order in which they shall stand. Up to {} characters each. For example: Run line 9 every hour \
             until two in the morning.",
            max::LINES_MAX,
            max::DEMAND_MAX
        )
        .into(),
        F::Summary => format!(
            "Two or three sentences, up to {} characters. They stand in lists too, and where the link is shared. For example: The last bus \
             leaves before the late shift ends. Three hundred people walk home in the dark.",
            max::SUMMARY_MAX
        )
        .into(),
        F::Story => format!(
            "Why it matters, and what happens if nothing changes. Up to {} characters. For example: Since March, line 9 stops at eleven…",
            n(max::STORY_MAX)
        )
        .into(),
        F::FactsTitle => {
            format!("Up to {} characters. For example: Riders on the night bus", max::FACTS_TITLE_MAX).into()
        }
        F::FactsSentence => format!(
            "Up to {} characters. Those who cannot see the chart read this. For example: Three times as many ride at night as ten years ago.",
            max::FACTS_SENTENCE_MAX
        )
        .into(),
        F::FactsUnit => format!("Up to {} characters. For example: riders a night", max::FACTS_UNIT_MAX).into(),
        F::FactsNote => format!(
            "How it was counted, and what is not in it. Up to {} characters.",
            max::FACTS_NOTE_MAX
        )
        .into(),
        F::Fact(..) => "".into(),
        F::Goal => format!("From {} to {}. For example: 1,000", n(max::GOAL_MIN), n(max::GOAL_MAX)).into(),
        F::ClosesOn => "Left empty, the campaign has no end. For example: 2027-03-31".into(),
        F::Sources => format!(
            "Codes for the places where you share the link, one a line, at most {}; 2 to 20 characters each: a–z, 0–9 and hyphens. Each gets a link \
             of its own. Signatures by a code that you remove stay counted. For example: flyer",
            max::SOURCES_MAX
        )
        .into(),
        F::TimeZone => "The last day ends at midnight there. Choose the city whose clocks show your time.".into(),
    }
}

fn fact_help(part: Part) -> Text {
    match part {
        Part::Label => format!("Up to {} characters. For example: 2026", max::FACT_LABEL_MAX).into(),
        Part::Value => "A whole number: it gives the bar its length. For example: 1,100".into(),
        Part::Shown => {
            format!("Only if it is not exact. Up to {} characters. For example: about 1,100", max::FACTS_UNIT_MAX)
                .into()
        }
        Part::Source => format!("Where readers can check it. Up to {} characters.", max::FACTS_SENTENCE_MAX).into(),
    }
}

fn complaint(field: F, problem: P) -> Text {
    let n = |n: u32| number(Lang::En, n.into());
    let text = match (field, problem) {
        (F::Title, P::Missing) => "Say in one line what you ask.",
        (F::Slug, P::Missing) => "Choose how the address shall end.",
        (F::StartedBy, P::Missing) => "Say who starts it: a person or a group.",
        (F::Locale, P::Missing | P::NotALanguage) => "Choose the language in which you write.",
        (F::Targets, P::Missing) => "Name whom you ask: one a line, the name first.",
        (F::Demands, P::Missing) => "Write at least one demand.",
        (F::Summary, P::Missing) => "Say in two or three sentences what it is about.",
        (F::Story, P::Missing) => "Tell why it matters.",
        (F::Goal, P::Missing) => "Say how many signatures you hope for.",
        (F::TimeZone, P::Missing) => "Choose the time zone in which the last day ends.",
        (F::FactsTitle, P::Missing) => "Give the chart a heading.",
        (F::FactsSentence, P::Missing) => "Say in a sentence what the chart shows.",
        (F::FactsUnit, P::Missing) => "Say what is counted.",
        (F::Fact(_, Part::Label), P::Missing) => "Say what this figure stands for.",
        (F::Fact(_, Part::Value), P::Missing) => "Enter the number of this figure.",
        (F::Fact(_, Part::Source), P::Missing) => "Say where this figure comes from.",
        (F::FactsNote | F::Fact(_, Part::Shown), P::Missing) => "Fill in this field.",
        (F::Sources, P::Missing) => "Fill in this field.",
        (F::Sources, P::TooManyLines(max)) => return format!("Keep at most {max} sources.").into(),
        (F::ClosesOn, P::Missing) => "Fill in this field.",
        (F::TimeZone, P::TooShort(_) | P::TooLong(_)) => {
            return complaint(field, P::NotATimeZone);
        }
        (F::Title, P::TooShort(min)) => return format!("Say a little more: at least {min} characters.").into(),
        (_, P::TooShort(min)) => return format!("Enter at least {min} characters.").into(),
        (F::Title, P::TooLong(max)) => return format!("Shorten the line to {max} characters.").into(),
        (F::StartedBy, P::TooLong(max)) => return format!("Shorten the name to {max} characters.").into(),
        (F::Summary, P::TooLong(max)) => return format!("Shorten the summary to {max} characters.").into(),
        (F::Story, P::TooLong(max)) => return format!("Shorten the story to {} characters.", n(max)).into(),
        (_, P::TooLong(max)) => return format!("Enter at most {} characters.", n(max)).into(),
        (F::Targets, P::TooManyLines(max)) => return format!("Name at most {max}: those who can decide.").into(),
        (F::Demands, P::TooManyLines(max)) => {
            return format!("Write at most {max} demands: join some, or leave some out.").into();
        }
        (_, P::TooManyLines(max)) => return format!("Write at most {max} lines.").into(),
        (F::Targets, P::LineTooLong(_)) => {
            return format!("Shorten each name and each office to {} characters.", max::NAME_MAX).into();
        }
        (F::Demands, P::LineTooLong(max)) => return format!("Shorten each demand to {max} characters.").into(),
        (_, P::LineTooLong(max)) => return format!("Shorten each line to {max} characters.").into(),
        (_, P::ControlCharacter) => {
            "There is an invisible control character in it, perhaps from copying. Delete that part and type it anew."
        }
        (_, P::NotASlug) => {
            "Use 3 to 60 small letters from a to z, digits, and single hyphens between them, such as night-bus."
        }
        (_, P::SlugTaken) => "Another campaign has this address. Choose another ending.",
        (_, P::NotAGoal) => {
            return format!("Enter a whole number from {} to {}.", n(max::GOAL_MIN), n(max::GOAL_MAX)).into();
        }
        (_, P::NotAFigure) => {
            "Enter a whole number, such as 1,100. For a fraction, count in smaller parts: 125 per thousand instead of 12.5 percent."
        }
        (_, P::NotADate) => "Enter a date as year, month and day, such as 2027-03-31, or leave the field empty.",
        (_, P::Past) => "This day is over. Choose a later one, or leave the field empty.",
        (_, P::NotATimeZone) => "Choose a time zone from the list.",
        (_, P::NotASource) => {
            "Use 2 to 20 letters from a to z, digits and hyphens between them for each, such as flyer-2, and none of link, qr, share, mail, embed, none \
             and other, which every campaign has."
        }
        (_, P::NotALanguage) => "Choose a language from the list.",
    };
    text.into()
}
