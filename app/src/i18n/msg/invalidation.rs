use crate::invalidation::{InvalidationAct, InvalidationState, Met, RuleField, RuleProblem};
use crate::signatures::Source;

/// Rules that take signatures off a count.
#[derive(Clone, Copy)]
pub enum InvalidationMsg<'a> {
    /// What the room is for.
    Lead,
    /// Why no rule can ask for the hour.
    NoHour,
    /// Label of the choice of a campaign.
    Campaign,
    /// What it says where none is chosen.
    ChooseCampaign,
    /// How facts go together.
    FactsHelp,
    /// A fact's name.
    Field(RuleField),
    /// What the field takes.
    DomainHelp,
    /// What the field takes.
    RegionHelp,
    /// What the field takes.
    SourceHelp,
    /// What a choice says where it does not matter.
    Any,
    /// Label of the box.
    OnlyFast,
    /// What it is good for.
    FastHelp,
    /// Label of the box.
    OnlyFlagged,
    /// What flagged means.
    FlaggedHelp,
    /// The value of a mark that is asked for.
    Yes,
    /// How signers came.
    Source(Source),
    /// Where the domain is not known any more.
    DomainForgotten,
    /// Label of the public reason.
    Reason,
    /// What it may say: at most so many characters.
    ReasonHelp(u32),
    /// Counts what agrees.
    Count,
    /// What is wrong with a field.
    Problem(RuleProblem),
    /// What became of a form that was refused.
    Kept,
    /// Heading above rules that were made.
    Rules,
    /// Where there is none.
    NoRules,
    /// Leads to a rule's page.
    Link {
        /// The day on which it was made.
        day: &'a str,
        /// Where it stands.
        state: InvalidationState,
    },
    /// Heading of a rule's page.
    RuleTitle,
    /// Where a rule stands.
    State(InvalidationState),
    /// How much is gone through.
    Percent(u8),
    /// That the page does not move by itself.
    Reload,
    /// Loads it again.
    ReloadLink,
    /// How many signatures agree.
    Met(Met),
    /// How many count now.
    Now(i64),
    /// How many would count afterwards.
    After(i64),
    /// What applying does.
    ApplyText,
    /// Why it cannot be applied.
    TooFew,
    /// A button.
    Act(InvalidationAct),
    /// How many were taken off.
    Invalidated(Met),
    /// What undoing does.
    UndoText,
    /// That they count again.
    Restored,
    /// After applying.
    SaidApply,
    /// After undoing.
    SaidUndo,
    /// After forgetting a rule.
    SaidDropped,
    /// Where somebody was faster.
    SaidOvertaken,
    /// Heading on the campaign's page.
    RemovedTitle,
    /// What was taken off, on the campaign's page.
    Removed {
        /// How many.
        n: Met,
        /// When.
        day: &'a str,
    },
    /// That they count again, on the campaign's page.
    CountAgain {
        /// Since when.
        day: &'a str,
    },
}
