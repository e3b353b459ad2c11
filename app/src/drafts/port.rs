use super::{Draft, DraftError, DraftForm, DraftProblem, DraftSummary, OwnCampaign, OwnSources, OwnTexts, StartForm};
use crate::campaigns::{CampaignPage, CampaignSummary, Slug};
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to drafts, as found in the Leptos context.
pub type DraftsPort = Arc<dyn Drafts>;

/// What came of starting a campaign.
pub enum Started {
    /// There is a draft now; its id.
    Draft(String),
    /// There are campaigns with a similar title. Nothing was made.
    Similar(Vec<CampaignSummary>),
    /// The title breaks a rule.
    Refused(DraftProblem),
    /// There are as many drafts as one team may have.
    TooMany(u32),
    /// Only those who are invited may start campaigns, and this account is not.
    NotInvited,
}

/// What came of saving a draft.
pub enum Saved {
    /// It is saved, and is now this version.
    Saved(i64),
    /// It is saved and waits for a moderator.
    Submitted,
    /// It is saved, and fit to be submitted but for its supporters: so many are needed. The new version comes first.
    Unsupported(i64, u32),
    /// It is saved and public, and waits for a moderator all the same; its address.
    Published(Slug),
    /// It is saved as this version, but not submitted: its team has submitted as many campaigns within seven days as it may.
    TooMany(i64, u32),
    /// It is saved as this version, but not submitted: fields break a rule.
    Refused(i64, Vec<DraftError>),
    /// Somebody has saved another version meanwhile, which is now this one. Nothing was changed.
    Overtaken(i64),
    /// It is not being written any more: it waits for a moderator, or was refused. Nothing was changed.
    Closed,
}

/// Writing campaigns. All answer `None` for a browser that is not signed in, and fail with [`AppError::NotFound`] for a draft that is
/// not there or is not of a team of this account, [`AppError::Busy`] when the writer's queue is full, and [`AppError::Internal`] when the
/// database fails.
#[async_trait]
pub trait Drafts: Send + Sync {
    /// The drafts and the public campaigns of one's teams, the newest first.
    ///
    /// # Errors
    /// As above.
    async fn mine(
        &self,
        visitor: &Visitor,
        lang: Lang,
    ) -> Result<Option<(Vec<DraftSummary>, Vec<OwnCampaign>)>, AppError>;

    /// Whether this account may start campaigns.
    ///
    /// # Errors
    /// As above.
    async fn may_start(&self, visitor: &Visitor) -> Result<Option<bool>, AppError>;

    /// Starts a campaign.
    ///
    /// # Errors
    /// As above.
    async fn start(&self, visitor: &Visitor, lang: Lang, form: &StartForm) -> Result<Option<Started>, AppError>;

    /// A draft.
    ///
    /// # Errors
    /// As above.
    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Option<Draft>, AppError>;

    /// Saves a draft over `version`, and submits it if `submit` says so and every field is sound.
    ///
    /// # Errors
    /// As above.
    async fn save(
        &self,
        visitor: &Visitor,
        id: &str,
        version: i64,
        submit: bool,
        form: &DraftForm,
    ) -> Result<Option<Saved>, AppError>;

    /// Takes a draft back that waits or was refused, to go on writing. Another one stays as it is.
    ///
    /// # Errors
    /// As above.
    async fn take_back(&self, visitor: &Visitor, id: &str) -> Result<Option<()>, AppError>;

    /// Deletes a draft.
    ///
    /// # Errors
    /// As above.
    async fn delete(&self, visitor: &Visitor, id: &str) -> Result<Option<()>, AppError>;

    /// The draft as its public page would show it, whatever is still missing.
    ///
    /// # Errors
    /// As above.
    async fn preview(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Option<CampaignPage>, AppError>;

    /// A public campaign's texts, for those of its team who write.
    ///
    /// # Errors
    /// As above.
    async fn texts(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<OwnTexts>, AppError>;

    /// The draft of changes to a public campaign's texts: the one that there is, or a new one over the texts that are public. Its id.
    ///
    /// # Errors
    /// As above; [`AppError::NotFound`] also where the interface does not speak the campaign's own language.
    async fn change_texts(&self, visitor: &Visitor, slug: &Slug) -> Result<Option<String>, AppError>;

    /// A public campaign's own sources, for its team.
    ///
    /// # Errors
    /// As above.
    async fn sources(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<OwnSources>, AppError>;

    /// Puts these codes, as typed, in the place of a public campaign's own; or tells what is wrong with them. Takes an owner or an editor.
    ///
    /// # Errors
    /// As above.
    async fn set_sources(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        typed: &str,
    ) -> Result<Option<Result<(), DraftProblem>>, AppError>;
}
