//! The port of keys.

use super::handout;
use crate::campaigns::internal;
use crate::services::Common;
use crate::teams::Member;
use app::campaigns::Slug;
use app::error::AppError;
use app::i18n::Lang;
use app::keys::{Keys, SealedPart, SignersPage};
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
}
