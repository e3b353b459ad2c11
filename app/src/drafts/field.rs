use crate::i18n::Lang;
use std::borrow::Cow;

/// Limits of the fields, in characters. The same numbers stand beside the fields.
pub mod draft_limits {
    /// Least length of a title.
    pub const TITLE_MIN: u32 = 10;
    /// Greatest length of a title.
    pub const TITLE_MAX: u32 = 80;
    /// Greatest length of who started it, of a target's name and of its office.
    pub const NAME_MAX: u32 = 100;
    /// Greatest length of a summary.
    pub const SUMMARY_MAX: u32 = 400;
    /// Greatest length of a demand.
    pub const DEMAND_MAX: u32 = 200;
    /// Greatest number of demands, and of targets.
    pub const LINES_MAX: u32 = 10;
    /// Greatest length of a story.
    pub const STORY_MAX: u32 = 10_000;
    /// Least goal.
    pub const GOAL_MIN: u32 = 10;
    /// Greatest goal.
    pub const GOAL_MAX: u32 = 1_000_000_000;
    /// Greatest number of figures.
    pub const FACTS_MAX: u32 = 20;
    /// Greatest length of the heading of figures.
    pub const FACTS_TITLE_MAX: u32 = 120;
    /// Greatest length of what figures show, and of where one comes from.
    pub const FACTS_SENTENCE_MAX: u32 = 200;
    /// Greatest length of what is counted, and of a figure as it reads.
    pub const FACTS_UNIT_MAX: u32 = 40;
    /// Greatest length of the note on figures.
    pub const FACTS_NOTE_MAX: u32 = 600;
    /// Greatest length of what a figure stands for.
    pub const FACT_LABEL_MAX: u32 = 80;
    /// Greatest number of codes of one's own for how signers come.
    pub const SOURCES_MAX: u32 = 20;
}

/// A part of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactPart {
    /// What it stands for.
    Label,
    /// The figure.
    Value,
    /// The figure as it reads, where it is not exact.
    Shown,
    /// Where it comes from.
    Source,
}

impl FactPart {
    /// The parts in the order of the form.
    pub const ALL: [Self; 4] = [Self::Label, Self::Value, Self::Shown, Self::Source];

    /// Its part of the field's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Value => "value",
            Self::Shown => "shown",
            Self::Source => "source",
        }
    }
}

/// A field of a draft, by its name in HTML. They are ordered as in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DraftField {
    /// The demand in one line.
    Title,
    /// The end of the campaign's address.
    Slug,
    /// Who is asked: one a line, the office behind a semicolon.
    Targets,
    /// What is demanded: one a line.
    Demands,
    /// Two or three sentences.
    Summary,
    /// The story in Markdown.
    Story,
    /// Heading of the figures.
    FactsTitle,
    /// What the figures show, in a sentence.
    FactsSentence,
    /// What is counted.
    FactsUnit,
    /// A part of a figure, which are counted from 1.
    Fact(u8, FactPart),
    /// What a reader should know about the figures.
    FactsNote,
    /// Who stands behind it.
    StartedBy,
    /// The language of the texts.
    Locale,
    /// How many signatures are hoped for.
    Goal,
    /// The last day on which one can sign.
    ClosesOn,
    /// The time zone of that day.
    TimeZone,
    /// The campaign's own codes of how signers come, one a line.
    Sources,
}

impl DraftField {
    /// The fields that stand alone, in the order of the form.
    pub const ALL: [Self; 16] = [
        Self::Title,
        Self::Slug,
        Self::Targets,
        Self::Demands,
        Self::Summary,
        Self::Story,
        Self::FactsTitle,
        Self::FactsSentence,
        Self::FactsUnit,
        Self::FactsNote,
        Self::StartedBy,
        Self::Locale,
        Self::Goal,
        Self::ClosesOn,
        Self::TimeZone,
        Self::Sources,
    ];

    /// The field's `name` and `id` in HTML.
    pub fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Title => "title",
            Self::Slug => "slug",
            Self::StartedBy => "started_by",
            Self::Locale => "locale",
            Self::Targets => "targets",
            Self::Demands => "demands",
            Self::Summary => "summary",
            Self::Story => "story",
            Self::FactsTitle => "facts_title",
            Self::FactsSentence => "facts_sentence",
            Self::FactsUnit => "facts_unit",
            Self::Fact(number, part) => return Cow::Owned(format!("fact_{}_{number}", part.name())),
            Self::FactsNote => "facts_note",
            Self::Goal => "goal",
            Self::ClosesOn => "closes_on",
            Self::TimeZone => "time_zone",
            Self::Sources => "sources",
        })
    }

    /// The same in texts of another language than the draft's own.
    pub fn name_in(self, other: Option<Lang>) -> Cow<'static, str> {
        match other {
            Some(lang) => Cow::Owned(format!("{}_{}", self.name(), lang.code())),
            None => self.name(),
        }
    }

    /// Whether it says something that readers of a campaign read, and can be changed once it is public.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Slug | Self::Locale | Self::Goal | Self::ClosesOn | Self::TimeZone | Self::Sources)
    }

    /// Whether it may stay empty. Figures may be left out as a whole.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::ClosesOn | Self::Sources | Self::FactsNote | Self::Fact(_, FactPart::Shown))
    }
}

/// What is wrong with a field of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// Nothing was entered.
    Missing,
    /// Fewer characters than the field needs.
    TooShort(u32),
    /// More characters than the field takes.
    TooLong(u32),
    /// More lines than the field takes.
    TooManyLines(u32),
    /// A line with more characters than a line takes.
    LineTooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// Not an address of 3 to 60 characters of `a-z`, `0-9` and single hyphens between them.
    NotASlug,
    /// Another campaign has this address.
    SlugTaken,
    /// Not a whole number within the bounds.
    NotAGoal,
    /// Not a whole number.
    NotAFigure,
    /// Not a date (`2027-03-31`).
    NotADate,
    /// A day that is over.
    Past,
    /// Not an IANA time zone.
    NotATimeZone,
    /// Not a language of the interface.
    NotALanguage,
    /// A code of how signers come that no campaign can have of its own.
    NotASource,
}

/// A field's error on a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftError {
    /// Of the texts in another language than the campaign's own: which.
    pub lang: Option<Lang>,
    /// The field.
    pub field: DraftField,
    /// What is wrong with it.
    pub problem: DraftProblem,
}

impl DraftError {
    /// An error of a field that there is once, or of the texts in the campaign's own language.
    pub const fn of(field: DraftField, problem: DraftProblem) -> Self {
        Self { lang: None, field, problem }
    }

    /// The field's `name` and `id` in HTML.
    pub fn name(&self) -> Cow<'static, str> {
        self.field.name_in(self.lang)
    }

    /// Where it stands among the others of its draft.
    pub const fn order(&self) -> (Option<Lang>, DraftField) {
        (self.lang, self.field)
    }
}
