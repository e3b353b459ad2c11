use crate::campaigns::Slug;

/// A public campaign, as those who run it see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunPage {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// Whether it takes signatures.
    pub state: RunState,
    /// The last day (ISO 8601) on which one can sign, in the campaign's time zone; empty for no end.
    pub closes_on: String,
    /// The same, in the reader's language.
    pub closes: Option<String>,
    /// The time zone (IANA).
    pub time_zone: String,
    /// Whether it can be opened again: what keeps anyone from counting twice is destroyed 30 days after closing.
    pub can_open: bool,
    /// The answer that the public reads.
    pub shown: Option<OwnReply>,
    /// The answer that waits for a moderator, or was sent back.
    pub waiting: Option<OwnReply>,
    /// The numbers it has reached, the greatest first.
    pub milestones: Vec<Milestone>,
    /// Whether this reader may have the list of its signers.
    pub signers: bool,
}

/// Whether a public campaign takes signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunState {
    /// It does.
    Open,
    /// Its last day is over.
    Closed,
    /// It is closed and has left the list of campaigns.
    Archived,
}

/// An answer of whoever is asked, as the team wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReply {
    /// Who has answered.
    pub answered_by: String,
    /// The answer in Markdown.
    pub text: String,
    /// The day (ISO 8601).
    pub day: String,
    /// Where it is to be read; may be empty.
    pub link: String,
    /// Where it stands.
    pub state: ReplyState,
}

/// Where an answer stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyState {
    /// It waits for a moderator.
    Waiting,
    /// A moderator sent it back, with this remark.
    SentBack(String),
    /// The public reads it.
    Shown,
}

/// A number that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Signatures.
    pub n: i64,
    /// The day (UTC), in the reader's language.
    pub day: String,
}

/// An answer that waits for a moderator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingReply {
    /// Names it in [`ReplyForm`](super::ReplyForm).
    pub id: String,
    /// The campaign's address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Who has answered.
    pub answered_by: String,
    /// The answer as the public would read it: sanitised HTML.
    pub html: String,
    /// The day, in the reader's language.
    pub day: String,
    /// Where it is to be read.
    pub link: Option<String>,
    /// BCP 47 code of the language of the campaign's texts.
    pub text_lang: String,
}
