//! What review shows beside the queue: the catalogue, public and hidden campaigns, signers' reasons.

use super::{AgeBand, Ground, GroundError, GroundForm};
use crate::campaigns::{CampaignPage, Slug};
use crate::error::AppError;
use crate::i18n::Lang;

/// A reason of the catalogue as admins edit it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundRow {
    /// Names it in the log.
    pub code: String,
    /// Whether it is not to be given any more.
    pub retired: bool,
    /// What the public reads, in each language of the interface.
    pub texts: Vec<(Lang, String)>,
}

/// The context of the catalogue's page, where a form of it came back.
#[derive(Clone, Debug, Default)]
pub struct GroundState {
    /// As it was sent.
    pub form: GroundForm,
    /// What is wrong with its fields.
    pub errors: Vec<GroundError>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// Which campaigns are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CampaignFilter {
    /// Words in their texts.
    pub query: String,
    /// Only those that are hidden.
    pub hidden: bool,
    /// The page, from 1.
    pub page: u32,
}

/// A campaign that is public, or was until it was hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignRow {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the language of the title.
    pub text_lang: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// A page of such campaigns, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignRows {
    /// At most 25.
    pub rows: Vec<CampaignRow>,
    /// Whether there is another page.
    pub more: bool,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicCase {
    /// As its public page shows it, or would.
    pub page: CampaignPage,
    /// Why it is hidden, in the reader's language; `None` while it is public.
    pub hidden: Option<Vec<String>>,
    /// Whether it was refused after it had become public: it is not shown again.
    pub refused: bool,
    /// If it became public before anybody had read it: for how long (whole days) it has waited.
    pub unread: Option<(AgeBand, i64)>,
    /// Whether whoever looks belongs to its team and others could decide.
    pub own: bool,
    /// Reasons to choose from.
    pub grounds: Vec<Ground>,
}

/// The context of its page, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct HideState {
    /// Codes of reasons that were ticked.
    pub grounds: Vec<String>,
    /// No reason was.
    pub missing: bool,
    /// Whoever decides belongs to its team.
    pub own: bool,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// Which reasons of signers are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReasonFilter {
    /// Those that are shown, in the place of those that wait.
    pub shown: bool,
    /// Only those of this campaign.
    pub campaign: Option<Slug>,
    /// The page, from 1.
    pub page: u32,
}

/// A reason that a signer gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonRow {
    /// Names it in forms.
    pub id: String,
    /// Its campaign.
    pub slug: Slug,
    /// The campaign's title.
    pub title: String,
    /// BCP 47 code of the language of the title.
    pub text_lang: String,
    /// The name beside it, if it is to be shown.
    pub name: Option<String>,
    /// What it says: plain text.
    pub reason: String,
    /// BCP 47 code of the language of the interface in which it was written.
    pub lang: String,
}

/// A page of such reasons. Nobody knows when they were given: those of the oldest campaigns come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonRows {
    /// At most 50.
    pub rows: Vec<ReasonRow>,
    /// Whether there is another page.
    pub more: bool,
}
