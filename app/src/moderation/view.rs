use super::{CaseError, CaseForm, CaseStop};
use crate::accounts::Role;
use crate::campaigns::{CampaignPage, Slug};
use crate::drafts::{DraftError, DraftField};
use crate::error::AppError;
use crate::i18n::Lang;
use crate::pictures::PictureChange;

/// How long something has waited, by the days that the house has set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeBand {
    /// Not for long.
    New,
    /// It is time.
    Due,
    /// For too long.
    Overdue,
}

impl AgeBand {
    /// All of them, the youngest first.
    pub const ALL: [Self; 3] = [Self::New, Self::Due, Self::Overdue];

    /// As it stands in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Due => "due",
            Self::Overdue => "overdue",
        }
    }

    /// The band of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }
}

/// Which part of the queue is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Only those of this age.
    pub band: Option<AgeBand>,
    /// Only those written in this language.
    pub locale: Option<Lang>,
    /// The page, from 1.
    pub page: u32,
}

/// A campaign that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueItem {
    /// Names it in its address.
    pub id: String,
    /// Its title, as typed.
    pub title: String,
    /// BCP 47 code of the language that it is written in.
    pub text_lang: String,
    /// How long it has waited.
    pub band: AgeBand,
    /// Whole days that it has waited.
    pub days: i64,
    /// Whether it changes the texts of a campaign that is public already.
    pub changes: bool,
    /// The address of the moderator who is at it.
    pub taken_by: Option<String>,
}

/// A campaign that became public before anybody had read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadItem {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the language of the title.
    pub text_lang: String,
    /// How long it has waited.
    pub band: AgeBand,
    /// Whole days that it has waited.
    pub days: i64,
}

/// How much waits in each part of review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Campaigns by age, in the order of [`AgeBand::ALL`]; those that are public already among them.
    pub campaigns: [i64; 3],
    /// Reasons of signers.
    pub reasons: i64,
    /// Reports of the public.
    pub reports: i64,
    /// Answers of those who are asked.
    pub replies: i64,
    /// Updates of campaigns' teams.
    pub updates: i64,
}

/// A page of the queue, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// At most 25 campaigns.
    pub items: Vec<QueueItem>,
    /// Whether there is another page.
    pub more: bool,
    /// Those that became public before anybody had read them, at most 50; on every page.
    pub unread: Vec<UnreadItem>,
    /// How much waits.
    pub waiting: Waiting,
    /// What whoever looks may do.
    pub role: Role,
    /// Days after which a campaign is due, and overdue.
    pub days: (u32, u32),
}

/// What moderators say to each other about a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The address of who wrote it; none once that account is closed.
    pub by: Option<String>,
    /// When, in the reader's language.
    pub at: String,
    /// Plain text.
    pub text: String,
}

/// Who is at a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Nobody.
    Free,
    /// Whoever looks, until this time of the day (UTC).
    Mine(String),
    /// Somebody else.
    Other {
        /// The address.
        by: String,
        /// Until this time of the day (UTC).
        until: String,
    },
}

/// A reason that a decision can have, from the house's catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Names it in forms.
    pub code: String,
    /// What the public reads, in the reader's language.
    pub text: String,
}

/// A piece of a text that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As before.
    Kept(String),
    /// Taken out.
    Removed(String),
    /// Put in.
    Added(String),
}

/// A field that differs from what was approved last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// Of the texts in another language than the campaign's own: which.
    pub lang: Option<Lang>,
    /// The field.
    pub field: DraftField,
    /// Its text in pieces, word by word.
    pub pieces: Vec<Piece>,
}

/// One campaign with everything on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Names it in its address.
    pub id: String,
    /// The version that is shown: what is decided on.
    pub version: i64,
    /// As its public page will show it.
    pub page: CampaignPage,
    /// The time zone of its days (IANA).
    pub time_zone: String,
    /// How long it has waited.
    pub band: AgeBand,
    /// Whole days that it has waited.
    pub days: i64,
    /// Who is at it.
    pub lock: Lock,
    /// Whether whoever looks belongs to its team and others could decide: four eyes.
    pub own: bool,
    /// Why it cannot be published as it is.
    pub unfit: Vec<DraftError>,
    /// What differs from the texts that are public now; `None` where nothing of it is public yet.
    pub changes: Option<Vec<TextChange>>,
    /// How the picture differs from the one that is public now; `None` where it does not, or nothing of it is public yet.
    pub picture: Option<PictureChange>,
    /// What moderators have said, the oldest first.
    pub notes: Vec<Note>,
    /// Reasons to choose from.
    pub grounds: Vec<Ground>,
    /// The one before it in the queue.
    pub previous: Option<String>,
    /// The one after it.
    pub next: Option<String>,
}

/// The context of a campaign's page in review, where a form of it came back.
#[derive(Clone, Debug, Default)]
pub struct CaseState {
    /// As it was sent.
    pub form: CaseForm,
    /// What is wrong with a field.
    pub errors: Vec<CaseError>,
    /// What stands in the way.
    pub stop: Option<CaseStop>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}
