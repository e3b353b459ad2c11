use crate::i18n::{InvalidationMsg as M, Lang, Text, number};
use crate::invalidation::{InvalidationAct as A, InvalidationState as S, Met, RuleField as F, RuleProblem as P};
use crate::signatures::Source;
use crate::typed::TextProblem;

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::En, n);
    let text = match msg {
        M::Lead => {
            "Takes signatures off a campaign’s count, by a rule over what is stored of them. You see first how many agree with it; it can be \
             undone; the campaign’s page says how many were taken off, when, and why."
        }
        M::NoHour => {
            "When somebody signed is stored nowhere beside the signature, so no rule can ask for the hour. The counts tell in which hours \
             many came."
        }
        M::Campaign => "Campaign",
        M::ChooseCampaign => "Choose a campaign",
        M::FactsHelp => {
            "A signature has to agree with everything that you name below. What you leave open does not matter."
        }
        M::Field(F::Domain) => "Mail domain",
        M::Field(F::Country) => "Country",
        M::Field(F::Region) => "Region",
        M::Field(F::Source) => "How they came",
        M::Field(F::Locale) => "Language",
        M::Field(F::Fast) => "Confirmed within ten seconds",
        M::Field(F::Flagged) => "Flagged",
        M::DomainHelp => {
            "For example mail.example. Domains are stored as fingerprints: we can find one that you know, and list none. A rule with a \
             domain is applied only where ten or more agree."
        }
        M::RegionHelp => "The beginning of the postcode, as the counts show it: up to three letters or digits.",
        M::SourceHelp => "One of link, qr, share, mail, embed, none, other, or a code of the campaign’s own.",
        M::Any => "Any",
        M::OnlyFast => "Only those confirmed within ten seconds",
        M::FastHelp => "Hardly anyone reads a mail and presses two buttons that fast.",
        M::OnlyFlagged => "Only flagged ones",
        M::FlaggedHelp => "They filled in a field that people do not see.",
        M::Yes => "yes",
        M::Source(Source::Link) => "Shared link",
        M::Source(Source::Qr) => "QR code",
        M::Source(Source::Share) => "Share button",
        M::Source(Source::Mail) => "Mail",
        M::Source(Source::Embed) => "Embedded form",
        M::Source(Source::None) => "Nothing said",
        M::Source(Source::Other) => "Another way",
        M::DomainForgotten => "forgotten with the campaign’s fingerprints",
        M::Reason => "Reason, as the public reads it",
        M::ReasonHelp(max) => {
            return format!(
                "It stands on the campaign’s page. Name nobody, and nothing that few signers have in common. At most {max} characters."
            )
            .into();
        }
        M::Count => "Count what agrees",
        M::Problem(P::NoCampaign) => "Choose a campaign.",
        M::Problem(P::NoFact) => {
            "Name at least one thing that signatures have to agree with: a domain, a country, a box."
        }
        M::Problem(P::NotADomain) => "Enter a domain, like mail.example.",
        M::Problem(P::DomainForgotten) => {
            "The fingerprints of this campaign were destroyed 30 days after it closed, so domains cannot be found any more. Leave this empty."
        }
        M::Problem(P::NotARegion) => "Enter up to three letters or digits.",
        M::Problem(P::NotASource) => "Enter one of the codes named above.",
        M::Problem(P::Reason(TextProblem::Missing)) => "Say why: the campaign’s page shows it.",
        M::Problem(P::Reason(TextProblem::TooLong(max))) => {
            return format!("Shorten the reason to {max} characters.").into();
        }
        M::Problem(P::Reason(TextProblem::ControlCharacter)) => "Remove the invisible characters from the reason.",
        M::Kept => "Nothing was changed.",
        M::Rules => "Rules so far",
        M::NoRules => "None yet. What was counted and not applied is forgotten after seven days.",
        M::Link { day, state } => return format!("Made on {day}: {}", text(M::State(state)).to_lowercase()).into(),
        M::RuleTitle => "Rule",
        M::State(S::Counting) => "Being counted",
        M::State(S::Counted) => "Counted, not applied",
        M::State(S::Applying) => "Being applied",
        M::State(S::Applied) => "Applied",
        M::State(S::Undoing) => "Being undone",
        M::State(S::Undone) => "Undone",
        M::Percent(percent) => return format!("{percent} %").into(),
        M::Reload => "It goes on by itself. This page shows where it stood a moment ago:",
        M::ReloadLink => "look again",
        M::Met(Met::Few) => "Fewer than ten signatures agree, perhaps none.",
        M::Met(Met::Exactly(met)) => return format!("{} signatures agree.", n(met)).into(),
        M::Now(count) => return format!("The campaign has {} now.", n(count)).into(),
        M::After(count) => return format!("It would have {}.", n(count)).into(),
        M::ApplyText => {
            "Those that agree when it is applied are taken off the count. Their reasons are not shown meanwhile, and they get no updates. \
             Whoever signs later is not touched."
        }
        M::TooFew => {
            "A rule with a domain is applied only where ten or more agree: else the count would tell whether somebody signed."
        }
        M::Act(A::Apply) => "Take them off the count",
        M::Act(A::Undo) => "Put them back",
        M::Act(A::Drop) => "Forget this rule",
        M::Invalidated(Met::Few) => "Fewer than ten signatures were taken off the count.",
        M::Invalidated(Met::Exactly(done)) => {
            return format!("{} signatures were taken off the count.", n(done)).into();
        }
        M::UndoText => "They can be put back, except for those that were withdrawn meanwhile.",
        M::Restored => "All that were taken off count again, except for those that were withdrawn meanwhile.",
        M::SaidApply => "The rule is applied.",
        M::SaidUndo => "The rule is undone.",
        M::SaidDropped => "The rule is forgotten.",
        M::SaidOvertaken => "It was not as shown any more, so nothing was changed.",
        M::RemovedTitle => "Taken off the count",
        M::Removed { n: Met::Few, day } => return format!("On {day}, fewer than ten signatures:").into(),
        M::Removed { n: Met::Exactly(done), day } => return format!("On {day}, {} signatures:", n(done)).into(),
        M::CountAgain { day } => return format!("Since {day} they count again.").into(),
    };
    text.into()
}
