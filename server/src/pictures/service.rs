//! The port of pictures.

use super::draw::{Drawn, draw};
use super::store;
use crate::accounts::Proof;
use crate::campaigns::internal;
use crate::drafts::{self, OwnDraft};
use crate::services::Common;
use crate::store::CampaignId;
use app::accounts::Role;
use app::drafts::DraftState;
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::paths;
use app::pictures::{OwnPicture, PictureField, PictureFile, PictureForm, PictureProblem, Pictures, Put};
use app::visitor::Visitor;
use async_trait::async_trait;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Pictures that are drawn at once: each takes a processor and some 250 MB.
const AT_ONCE: usize = 1;
/// How long one waits for its turn before its sender is asked to come back.
const PATIENCE: Duration = Duration::from_secs(20);

/// Pictures of campaigns.
pub struct Service {
    common: Common,
    turns: Arc<Semaphore>,
}

impl Service {
    /// Over what all rooms work with.
    pub fn new(common: Common) -> Self {
        Self { common, turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    async fn draft(&self, visitor: &Visitor, id: &str) -> Result<OwnDraft, AppError> {
        drafts::own(&self.common, visitor, id).await
    }

    /// Draws a picture where it keeps nobody else from being answered.
    async fn drawn(&self, file: Vec<u8>) -> Result<Result<Drawn, PictureProblem>, AppError> {
        let busy = AppError::Busy { retry_after: 10 };
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else { return Err(busy) };
        let drawing = tokio::task::spawn_blocking(move || {
            let drawn = draw(&file);
            // Kept until here, also where nobody waits for the answer any more.
            drop(turn);
            drawn
        });
        match drawing.await {
            Ok(drawn) => Ok(drawn),
            Err(error) => {
                tracing::warn!(%error, "a picture could not be drawn");
                Ok(Err(PictureProblem::Unreadable))
            }
        }
    }

    /// One error of the file.
    fn refused(problem: PictureProblem) -> Put {
        Put::Refused(vec![FieldError { field: PictureField::File, problem }])
    }
}

#[async_trait]
impl Pictures for Service {
    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<OwnPicture, AppError> {
        let draft = self.draft(visitor, id).await?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::of_draft(&mut conn.link(), draft.id).await
        };
        let shown = found.await.map_err(|error| internal(&error))?;
        let (id, form) = (draft.id.hex(), draft.form);
        Ok(OwnPicture {
            open: draft.state == DraftState::Draft,
            changes: draft.changes,
            languages: form.all_texts().into_iter().map(|(lang, _)| lang).collect(),
            picture: shown
                .as_ref()
                .map(|shown| shown.picture(&form.locale, |hash| paths::draft_picture_files(lang, &id, hash))),
            alts: shown.map(|shown| shown.alts().to_vec()).unwrap_or_default(),
            title: form.title,
            id,
        })
    }

    async fn put(
        &self,
        visitor: &Visitor,
        id: &str,
        form: &PictureForm,
        file: Option<Vec<u8>>,
    ) -> Result<Put, AppError> {
        let draft = self.draft(visitor, id).await?;
        if draft.state != DraftState::Draft {
            return Ok(Put::Closed);
        }
        let languages = draft.form.all_texts().into_iter().map(|(lang, _)| lang).collect::<Vec<_>>();
        let alts = match form.validate(&languages) {
            Ok(alts) => alts,
            Err(errors) => return Ok(Put::Refused(errors)),
        };
        let id = draft.id;
        let put = match file {
            Some(file) => {
                let drawn = match self.drawn(file).await? {
                    Ok(drawn) => drawn,
                    Err(problem) => return Ok(Self::refused(problem)),
                };
                self.common
                    .writer
                    .job(move |tx| Box::pin(async move { store::put(&mut tx.link(), id, &drawn, &alts).await }))
                    .await
            }
            None => {
                let mut conn = self.common.db.read().await.map_err(|error| internal(&error))?;
                let there = store::of_draft(&mut conn.link(), id).await.map_err(|error| internal(&error))?.is_some();
                drop(conn);
                if !there {
                    return Ok(Self::refused(PictureProblem::Missing));
                }
                self.common
                    .writer
                    .job(move |tx| Box::pin(async move { store::describe(&mut tx.link(), id, &alts).await }))
                    .await
            }
        };
        put.map(|done| if done { Put::Done } else { Put::Closed }).map_err(|error| internal(&error))
    }

    async fn remove(&self, visitor: &Visitor, id: &str) -> Result<Put, AppError> {
        let id = self.draft(visitor, id).await?.id;
        let removed =
            self.common.writer.job(move |tx| Box::pin(async move { store::remove(&mut tx.link(), id).await }));
        let removed = removed.await.map_err(|error| internal(&error))?;
        Ok(if removed { Put::Done } else { Put::Closed })
    }

    async fn of_draft(&self, visitor: &Visitor, id: &str, file: &PictureFile) -> Result<Vec<u8>, AppError> {
        let id = self.draft(visitor, id).await?.id;
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::file(&mut conn.link(), id, file).await
        };
        found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
    }

    async fn for_review(&self, visitor: &Visitor, id: &str, file: &PictureFile) -> Result<Vec<u8>, AppError> {
        self.common.sessions.with_role(visitor, Role::Moderator, Proof::Today).await?;
        let id = CampaignId::parse(id).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            if store::is_in_review(&mut link, id, file).await? {
                store::file(&mut link, id, file).await
            } else {
                Ok(None)
            }
        };
        found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
    }

    async fn public(&self, file: &PictureFile) -> Result<Vec<u8>, AppError> {
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::public_file(&mut conn.link(), file).await
        };
        found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)
    }
}
