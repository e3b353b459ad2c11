use crate::i18n::{CampaignMsg as M, Lang, Text, number};

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::En, n);
    let text = match msg {
        M::HomeTitle => "Sign for what you want changed. What we do not know about you, nobody can take from us.",
        M::HomeLead => {
            "Petitions whose signatures are counted and proven, while who signed stays sealed. No account, no tracking, nothing public \
             unless you tick it."
        }
        M::SearchLabel => "Search campaigns",
        M::SearchButton => "Search",
        M::ListTitle => "Campaigns",
        M::FoundTitle { query } => return format!("Found for “{query}”").into(),
        M::ShowAll => "Show all campaigns",
        M::Empty => "Campaigns will be listed here.",
        M::EmptyHint => "None is public yet. Come back soon, or read what this site is.",
        M::NoMatch { query } => return format!("Nothing found for “{query}”").into(),
        M::NoMatchHint => "Every word has to occur in a campaign’s texts. Try fewer words, or the beginning of one.",
        M::Pages => "Pages",
        M::PreviousPage => "Newer",
        M::NextPage => "Older",
        M::PageNumber(page) => return format!("Page {page}").into(),
        M::ToLabel => "To",
        M::StartedBy => "Started by",
        M::InLanguages => "in",
        M::OtherLanguage { names } => {
            return format!("This campaign has no English text. It is shown in {names}.").into();
        }
        M::Unread => {
            "No moderator has read this campaign yet. Sign it only if you trust those who have started it, and report what looks wrong."
        }
        M::ChangedOn { day } => return format!("The text was changed on {day}.").into(),
        M::EarlierText => "Read the text before it",
        M::EarlierTitle => "An earlier text",
        M::EarlierSigned { from, until } => {
            return format!("It was public from {from} to {until}. Whoever signed in that time signed this text.")
                .into();
        }
        M::PresentText => "To the text that is public now",
        M::SignedWords(1) => "person has signed",
        M::SignedWords(_) => "have signed",
        M::NobodyYet => "Nobody has signed yet",
        M::BarLabel => "Signatures on the way to the next goal",
        M::BarText { count, goal } => return format!("{} of {}", n(count), n(goal)).into(),
        M::NextGoal(goal) => return format!("Next goal {}", n(goal)).into(),
        M::Closes { day } => return format!("closes {day}").into(),
        M::ClosedOn { day } => return format!("closed {day}").into(),
        M::Closed => "closed",
        M::ClosedTitle => "This campaign is closed",
        M::ClosedText => "It takes no signatures any more. Confirming a signature goes on for one day after the last.",
        M::SignLink => "Sign",
        M::Demands => "We demand",
        M::Facts => "The facts",
        M::ShowNumbers => "Show the numbers",
        M::FactLabel => "What",
        M::FactSource => "Source",
        M::Story => "Why it matters",
        M::Reasons => "Why others signed",
        M::NoReasons => "Nobody has given a reason yet. Yours could stand here: it is part of the form.",
        M::Share => "Share",
        M::QrText => "Scan to sign",
        M::QrAlt => "QR code that leads to this campaign",
        M::ShareLink => "Link to the campaign",
        M::Copy => "Copy the link",
        M::Copied => "Link copied",
        M::NotCopied => "The link could not be copied. Select it and copy it by hand.",
        M::ShareDevice => "Share…",
        M::ShareMail => "By e-mail",
        M::Print => "Print as a poster",
        M::MailBody { title, url } => return format!("{title}\n\nRead it and sign here: {url}").into(),
    };
    text.into()
}
