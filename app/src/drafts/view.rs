use super::{DraftError, DraftForm, DraftProblem, StartForm};
use crate::campaigns::{CampaignSummary, Slug};
use crate::error::AppError;

/// Where a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// It is being written.
    Draft,
    /// It waits for a moderator; it cannot be changed meanwhile, but taken back.
    Submitted,
    /// A moderator has refused it for good.
    Rejected,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSummary {
    /// Names it in its address.
    pub id: String,
    /// Its title, as typed.
    pub title: String,
    /// Where it stands.
    pub state: DraftState,
    /// Whether a moderator has sent it back with remarks.
    pub sent_back: bool,
    /// Whether one's role in its team allows more than to know of it.
    pub writable: bool,
    /// Whether it changes the texts of a campaign that is public already.
    pub changes: bool,
}

/// A public campaign of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCampaign {
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Confirmed signatures.
    pub count: i64,
    /// Whether one may write for it.
    pub writes: bool,
}

/// A draft as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Names it in its address.
    pub id: String,
    /// Where it stands.
    pub state: DraftState,
    /// The campaign whose texts it changes, if that is public already.
    pub changes: Option<Slug>,
    /// What a moderator said, sending it back or refusing it.
    pub remark: Option<String>,
    /// For which reasons it was refused, in the reader's language.
    pub grounds: Vec<String>,
    /// The number of this version; sent along when it is saved, so that nobody overwrites what somebody else saved meanwhile.
    pub version: i64,
    /// The fields.
    pub form: DraftForm,
    /// What has to be done before it can be submitted.
    pub missing: Vec<DraftError>,
    /// How many support it, and how many it takes; `None` where it takes none.
    pub supporters: Option<(u32, u32)>,
    /// Its key.
    pub key: DraftKey,
}

/// What a draft's page says of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKey {
    /// It changes the texts of a campaign that is public: nothing.
    Settled,
    /// It has one.
    Made {
        /// Whether whoever looks is an owner.
        owner: bool,
    },
    /// It has none.
    None {
        /// Whether whoever looks is an owner, and can make one.
        owner: bool,
    },
}

/// A public campaign's texts, for its team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTexts {
    /// The campaign's address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// Whether they can be changed in the browser: the interface speaks the campaign's own language.
    pub editable: bool,
    /// Changes that are being written or wait: the draft's id, and where it stands.
    pub draft: Option<(String, DraftState)>,
    /// Numbers of the texts, the newest first, and since which day each is or was public, in the reader's language.
    pub revisions: Vec<(i64, String)>,
}

/// A public campaign's own sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSources {
    /// The campaign's address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// The codes.
    pub codes: Vec<String>,
    /// Where the campaign is shared, without a source.
    pub share_url: String,
}

/// The context of the page of sources, where its form came back.
#[derive(Clone, Debug)]
pub struct SourcesState {
    /// As typed.
    pub typed: String,
    /// What is wrong with it.
    pub problem: Option<DraftProblem>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// The context of the page that starts a campaign, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct StartState {
    /// As it was typed.
    pub form: StartForm,
    /// What is wrong with the title.
    pub problem: Option<DraftProblem>,
    /// Campaigns with a similar title.
    pub similar: Vec<CampaignSummary>,
    /// There are as many drafts as one person may have: so many.
    pub too_many: Option<u32>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// The context of a draft's page, where its form came back.
#[derive(Clone, Debug)]
pub struct DraftFormState {
    /// As it was typed.
    pub form: DraftForm,
    /// The version that the form is sent with next.
    pub version: i64,
    /// What is wrong, where it was to be submitted. It is saved all the same.
    pub errors: Vec<DraftError>,
    /// Whether somebody else had saved meanwhile. What was typed is not saved; sending it once more puts it in the place of theirs.
    pub overtaken: bool,
    /// It was to be submitted and is supported by fewer than these.
    pub too_few: Option<u32>,
    /// Where its team has submitted as many campaigns within seven days as it may: how many. It is saved all the same.
    pub too_many: Option<u32>,
    /// Deleting was asked for and not ticked.
    pub not_sure: bool,
    /// Nobody is signed in any more. Nothing was done; what was typed is kept in the page.
    pub signed_out: bool,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}
