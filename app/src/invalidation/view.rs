use super::Rule;
use crate::campaigns::Slug;

/// Where a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidationState {
    /// It is found out how many signatures agree.
    Counting,
    /// That is known; nothing has changed yet.
    Counted,
    /// Signatures are taken off the count.
    Applying,
    /// That is done.
    Applied,
    /// They are put back.
    Undoing,
    /// That is done.
    Undone,
}

impl InvalidationState {
    /// Whether the server is at it.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Counting | Self::Applying | Self::Undoing)
    }
}

/// How many signatures: small groups are not told, for they could be somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// Fewer than ten, perhaps none.
    Few,
    /// So many.
    Exactly(i64),
}

impl Met {
    /// What may be told of this number.
    pub const fn of(n: i64) -> Self {
        if n < 10 { Self::Few } else { Self::Exactly(n) }
    }
}

/// A campaign to which rules can be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCampaign {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
}

/// A rule in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidationSummary {
    /// Names it in its address.
    pub id: String,
    /// The campaign's title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// The day on which it was made (UTC), in the reader's language.
    pub day: String,
    /// What it asks for.
    pub rule: Rule,
    /// Where it stands.
    pub state: InvalidationState,
}

/// The page on which rules are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InvalidationList {
    /// Campaigns, the newest first.
    pub campaigns: Vec<RuleCampaign>,
    /// Rules, the newest first.
    pub rules: Vec<InvalidationSummary>,
}

/// A rule as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidationView {
    /// Names it in its address.
    pub id: String,
    /// The campaign's address.
    pub slug: Slug,
    /// The campaign's title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// What it asks for.
    pub rule: Rule,
    /// Why, as the public is told.
    pub reason: String,
    /// BCP 47 code of the language of the interface in which that was written.
    pub reason_lang: String,
    /// Where it stands.
    pub state: InvalidationState,
    /// How much of the list is gone through, in hundredths.
    pub percent: u8,
    /// How many signatures agree: told once all were looked at.
    pub met: Met,
    /// How many were taken off the count.
    pub invalidated: Met,
    /// Whether it may be applied: one that asks for a domain must not single anybody out.
    pub applicable: bool,
    /// Signatures of the campaign that count at this moment.
    pub count: i64,
}

/// What is done with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidationAct {
    /// Takes the signatures that agree off the count.
    Apply,
    /// Puts them back.
    Undo,
    /// Forgets a rule that was not applied.
    Drop,
}

impl InvalidationAct {
    const ALL: [Self; 3] = [Self::Apply, Self::Undo, Self::Drop];

    /// Its name in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Apply => "apply",
            Self::Undo => "undo",
            Self::Drop => "drop",
        }
    }

    /// What the form means.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::Met;

    #[test]
    fn small_groups_are_not_told() {
        assert_eq!([0, 9, 10].map(Met::of), [Met::Few, Met::Few, Met::Exactly(10)]);
    }
}
