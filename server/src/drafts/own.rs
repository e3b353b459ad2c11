//! A draft for the other rooms that work on it.

use super::store;
use crate::campaigns::internal;
use crate::services::Common;
use crate::store::{CampaignId, Result, StoreError};
use app::drafts::{DraftForm, DraftState};
use app::error::AppError;
use app::visitor::Visitor;

/// A draft of whoever asks.
pub(crate) struct OwnDraft {
    /// Names it.
    pub(crate) id: CampaignId,
    /// Where it stands.
    pub(crate) state: DraftState,
    /// Whether it changes a campaign that is public already.
    pub(crate) changes: bool,
    /// As it was typed.
    pub(crate) form: DraftForm,
}

/// The draft of this name, for an owner or an editor of its team.
///
/// # Errors
/// [`AppError::SignIn`] where nobody is signed in, [`AppError::NotFound`] for a draft that is not there or is not theirs,
/// [`AppError::Internal`] when the database fails.
pub(crate) async fn own(common: &Common, visitor: &Visitor, id: &str) -> std::result::Result<OwnDraft, AppError> {
    let account = common.sessions.of(visitor).await?.ok_or(AppError::SignIn)?.account;
    let id = CampaignId::parse(id).ok_or(AppError::NotFound)?;
    let found: Result<Option<OwnDraft>> = async {
        let mut conn = common.db.read().await?;
        let row = store::find(&mut conn.link(), account, id).await?;
        row.map(|row| {
            Ok::<_, StoreError>(OwnDraft {
                id,
                state: row.state()?,
                changes: row.changes().is_some(),
                form: row.form()?,
            })
        })
        .transpose()
    }
    .await;
    found.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
}
