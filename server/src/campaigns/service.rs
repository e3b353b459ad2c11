use super::directory::Directory;
use super::view;
use crate::clock::Clock;
use crate::privacy::fold_name;
use crate::settings::Current;
use app::campaigns::{CampaignList, CampaignPage, Campaigns, CountCheck, EarlierText, Slug};
use app::error::AppError;
use app::i18n::Lang;
use app::settings::Switch;
use async_trait::async_trait;
use std::sync::Arc;

const PAGE: u32 = 20;
/// Words of a query that are looked for; more are left out.
const MAX_WORDS: usize = 8;

/// Public campaigns, as the pages read them.
pub struct Service {
    /// Finds them.
    pub directory: Arc<Directory>,
    /// Tells whether the search is off.
    pub settings: Current,
    /// Tells which are open.
    pub clock: Arc<dyn Clock>,
    /// Scheme, host and port of the public address.
    pub origin: String,
}

#[async_trait]
impl Campaigns for Service {
    async fn list(&self, lang: Lang, query: &str, page: u32) -> Result<CampaignList, AppError> {
        if !query.trim().is_empty() {
            self.settings.check(Switch::Search)?;
        }
        let page = page.clamp(1, 10_000);
        let words = fold_name(query)
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(MAX_WORDS)
            .map(str::to_owned)
            .collect::<Vec<_>>();
        let mut slugs = self.directory.search(&words, i64::from(PAGE) + 1, i64::from((page - 1) * PAGE)).await?;
        let more = slugs.len() > PAGE as usize;
        slugs.truncate(PAGE as usize);
        let mut campaigns = Vec::with_capacity(slugs.len());
        for slug in slugs {
            // One that was hidden in this very moment is left out.
            if let Ok(summary) = self.directory.summary(&slug, lang, self.clock.now()).await {
                campaigns.push(summary);
            }
        }
        Ok(CampaignList { campaigns, page, more })
    }

    async fn find(&self, lang: Lang, slug: &Slug) -> Result<CampaignPage, AppError> {
        let record = self.directory.public(slug).await?;
        let count = self.directory.count(record.id).await?;
        view::page(&record, lang, self.clock.now(), count, &self.origin)
    }

    async fn earlier(&self, lang: Lang, slug: &Slug, number: i64) -> Result<EarlierText, AppError> {
        let record = self.directory.public(slug).await?;
        let texts = self.directory.earlier(record.id, number).await?.ok_or(AppError::NotFound)?;
        view::earlier(&record, &texts, lang, self.find(lang, slug).await?)
    }

    async fn why_hidden(&self, lang: Lang, slug: &Slug) -> Result<Vec<String>, AppError> {
        self.directory.why_hidden(slug, lang).await
    }

    async fn last_check(&self, lang: Lang) -> Result<Option<CountCheck>, AppError> {
        Ok(self.directory.last_recount().await?.and_then(|last| view::count_check(&last, lang)))
    }

    fn moment(&self) -> (i64, u64) {
        (self.clock.now().as_second(), self.directory.changes())
    }
}
