//! The port of keys.

use super::{handout, reading};
use crate::accounts::Proof;
use crate::audit::{Action, Entry};
use crate::campaigns::internal;
use crate::services::Common;
use crate::teams::Member;
use app::accounts::Role;
use app::campaigns::{Reading, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::keys::{Keys, ReadingForm, ReadingPage, ReadingProblem, SealedPart, SignersPage};
use app::visitor::Visitor;
use async_trait::async_trait;

/// Keys of campaigns.
pub struct Service(pub Common);

#[async_trait]
impl Keys for Service {
    async fn signers(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<SignersPage, AppError> {
        let Member { record, .. } = self.0.owner(visitor, slug).await?;
        let summary = self.0.directory.summary(slug, lang, self.0.clock.now()).await?;
        let (title, text_lang, count) = (summary.title, summary.text_lang, summary.count);
        Ok(SignersPage { slug: summary.slug, title, text_lang, count, reading: record.form.reading })
    }

    async fn sealed(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        part: SealedPart,
        after: Option<[u8; 16]>,
    ) -> Result<Vec<u8>, AppError> {
        let member = self.0.owner(visitor, slug).await?;
        if !member.reads_signers() {
            return Err(AppError::NotFound);
        }
        let (account, id) = (member.session.account, member.record.id);
        let page = async {
            if part == SealedPart::Rows {
                handout::note(&self.0, account, slug.as_str(), after.is_none()).await?;
            }
            handout::page(&self.0.db, id, slug.as_str(), part, after).await
        };
        page.await.map_err(|error| internal(&error))
    }

    async fn reading(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<ReadingPage, AppError> {
        let by = self.0.sessions.with_role(visitor, Role::Moderator, Proof::Today).await?.account;
        let record = self.0.directory.any(slug).await?;
        let now = async {
            let mut conn = self.0.db.read().await?;
            reading::now(&mut conn.link(), record.id, by).await
        };
        let now = now.await.map_err(|error| internal(&error))?;
        let text = record.text(lang)?;
        Ok(ReadingPage {
            slug: record.slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            reading: record.form.reading,
            has_key: now.has_key,
            own: now.own,
        })
    }

    async fn set_reading(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        form: &ReadingForm,
    ) -> Result<Result<(), ReadingProblem>, AppError> {
        let by = self.0.sessions.with_role(visitor, Role::Moderator, Proof::JustNow).await?.account;
        let record = self.0.directory.any(slug).await?;
        let Some(reading) = Reading::parse(&form.reading) else { return Ok(Err(ReadingProblem::Missing)) };
        let (id, now, entropy, object) =
            (record.id, self.0.clock.now(), self.0.entropy.clone(), slug.as_str().to_owned());
        let set = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let entry = |detail| Entry::new(&*entropy, now, Some(by), Action::ReadingSet, object, detail);
                reading::set(&mut tx.link(), id, by, reading, entry).await
            })
        });
        let set = set.await.map_err(|error| internal(&error))?;
        self.0.directory.forget(&record).await;
        Ok(set)
    }
}
