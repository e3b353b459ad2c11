use super::Slug;
use serde::{Deserialize, Serialize};

/// What a campaign's key holders may read about its signers. The sign form says which, and what is not to be read is not sealed
/// either. The lesser goes before the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// Counts only.
    #[default]
    None,
    /// Names, countries and postcode areas.
    Names,
    /// The same, and the address of those who ticked that the team may write to them.
    Contact,
}

impl Reading {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::None, Self::Names, Self::Contact];

    /// As it is stored and stands in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Names => "names",
            Self::Contact => "contact",
        }
    }

    /// The one of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reading| reading.code() == code)
    }
}

/// When signers' reasons are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReasonsMode {
    /// Not asked for.
    Off,
    /// Shown once they were reviewed.
    #[default]
    Reviewed,
    /// Shown at once.
    Open,
}

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The name of a person or body.
    pub name: String,
    /// The office, if it says more than the name.
    pub office: Option<String>,
}

/// A block of figures: a bar chart and its table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Heading of the chart.
    pub title: String,
    /// What the chart shows, in a sentence.
    pub sentence: String,
    /// What is counted, such as "arrests per week".
    pub unit: String,
    /// What a reader should know about the figures.
    pub note: String,
    /// The bars.
    pub rows: Vec<Fact>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What the bar stands for.
    pub label: String,
    /// The figure that gives the bar its length.
    pub value: u32,
    /// The figure as it reads: "about 1,100" or the value in the page's number format.
    pub shown: String,
    /// Where the figure comes from.
    pub source: String,
}

/// A picture in the widths in which it is served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The path of its files, before the hyphen and the width.
    pub path: String,
    /// The widths of its files, in pixels, the least first.
    pub widths: Vec<u32>,
    /// Width and height of the widest, in pixels.
    pub size: (u32, u32),
    /// The text for those who do not see it.
    pub alt: String,
    /// BCP 47 code of the language of that text.
    pub alt_lang: String,
}

impl Picture {
    /// The address of the file of this width.
    pub fn file(&self, width: u32) -> String {
        format!("{}-{width}.jpg", self.path)
    }

    /// The address of the widest file.
    pub fn widest(&self) -> String {
        self.file(self.size.0)
    }
}

/// A campaign in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignSummary {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the language of its texts, which may differ from the interface's.
    pub text_lang: String,
    /// First lines.
    pub summary: String,
    /// Names of who is asked, as text.
    pub targets: Vec<Target>,
    /// Confirmed signatures.
    pub count: i64,
    /// The goal that is next to be reached.
    pub goal: i64,
    /// The last day in the campaign's time zone, written in the reader's language.
    pub closes: Option<String>,
    /// Whether it still takes signatures.
    pub open: bool,
}

/// One page of the list of campaigns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignList {
    /// At most twenty campaigns.
    pub campaigns: Vec<CampaignSummary>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is another page.
    pub more: bool,
}

/// What the sign form asks in this campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormOptions {
    /// What key holders may read.
    pub reading: Reading,
    /// Whether reasons are asked for.
    pub reasons: ReasonsMode,
    /// Whether the postcode area is asked for.
    pub asks_postcode: bool,
}

/// A signer's reason that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownReason {
    /// The signer's name, where the signer ticked it.
    pub name: Option<String>,
    /// The reason as it was written: plain text.
    pub reason: String,
    /// BCP 47 code of the language of the interface in which it was written.
    pub lang: String,
}

/// What whoever is asked has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// Nobody waits for an answer yet: people still sign, and the goal was not reached.
    NotDue,
    /// Nothing, for this many days since the goal was reached or signing has ended.
    Waiting(i64),
    /// This.
    Given {
        /// Who has answered.
        by: String,
        /// The answer: sanitised HTML.
        html: String,
        /// The day, in the reader's language.
        day: String,
        /// Where it is to be read.
        link: Option<String>,
        /// BCP 47 code of the language of the texts around it when it was written down.
        text_lang: String,
    },
}

/// News on a campaign, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownUpdate {
    /// Names it within the page.
    pub id: String,
    /// What happened, in one line.
    pub title: String,
    /// The text as HTML that the server made from Markdown and sanitised.
    pub html: String,
    /// BCP 47 code of the language of title and text.
    pub lang: String,
    /// Its day in the campaign's time zone, written in the reader's language.
    pub day: String,
}

/// Signatures that a rule took off the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// How many; `None` where they were fewer than ten, which could be somebody.
    pub n: Option<i64>,
    /// The day, written in the reader's language.
    pub day: String,
    /// Why, as an admin wrote it.
    pub reason: String,
    /// BCP 47 code of the language of the interface in which it was written.
    pub reason_lang: String,
    /// The day since when they count again, if they do.
    pub restored: Option<String>,
}

/// What the last nightly recount found, over all campaigns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountCheck {
    /// The day on which it ran (UTC), written in the reader's language.
    pub day: String,
    /// How many campaigns were counted.
    pub campaigns: i64,
    /// How many signatures the shown counts were off by, too high and too low added up.
    pub difference: i64,
}

/// That a campaign's texts were changed while people signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The day of the last change in the campaign's time zone, written in the reader's language.
    pub day: String,
    /// The number of the texts that were public before.
    pub earlier: i64,
}

/// Texts that were public before those that are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierText {
    /// Since which day, written in the reader's language.
    pub from: String,
    /// Until which day.
    pub until: String,
    /// The number of those before them.
    pub before: Option<i64>,
    /// The campaign with these texts.
    pub page: CampaignPage,
}

/// Everything that a campaign's page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignPage {
    /// Its address.
    pub slug: Slug,
    /// Title.
    pub title: String,
    /// BCP 47 code of the language of the texts below, which may differ from the interface's.
    pub text_lang: String,
    /// BCP 47 codes of all languages in which the campaign has texts.
    pub languages: Vec<String>,
    /// Who started it: a free text that review has checked.
    pub started_by: String,
    /// Two or three sentences.
    pub summary: String,
    /// The story as HTML that the server made from Markdown and sanitised.
    pub story_html: String,
    /// Numbered demands.
    pub demands: Vec<String>,
    /// Who is asked.
    pub targets: Vec<Target>,
    /// Figures, if any.
    pub facts: Option<Facts>,
    /// The picture, if any.
    pub picture: Option<Picture>,
    /// What a signer agrees to.
    pub consent: String,
    /// Confirmed signatures.
    pub count: i64,
    /// The goal that is next to be reached.
    pub goal: i64,
    /// The last day in the campaign's time zone, written in the reader's language.
    pub closes: Option<String>,
    /// Whether it still takes signatures.
    pub open: bool,
    /// Where the texts were changed since the campaign became public: that.
    pub changed: Option<Changed>,
    /// What the sign form asks.
    pub form: FormOptions,
    /// Whether no moderator has read it yet.
    pub unread: bool,
    /// What whoever is asked has answered.
    pub reply: Reply,
    /// The newest reasons that may be shown, at most twelve.
    pub reasons: Vec<ShownReason>,
    /// The newest updates, at most ten.
    pub updates: Vec<ShownUpdate>,
    /// Whether there are older ones.
    pub more_updates: bool,
    /// What was taken off the count by rules, the newest first, at most ten.
    pub removals: Vec<Removal>,
    /// Where the campaign is shared: absolute, without a language, so that each reader comes to their own.
    pub share_url: String,
}
