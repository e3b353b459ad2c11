//! What admins see of counts before they export them.

use super::rows::{Row, Wanted};
use super::service::Service;
use crate::accounts::{Proof, Session};
use crate::campaigns::internal;
use crate::store::{Result, StoreError, each_db};
use app::accounts::Role;
use app::campaigns::Slug;
use app::error::AppError;
use app::exports::{CampaignChoice, CountsPage, CountsQuery, Preview};
use app::visitor::Visitor;

/// Rows of a preview.
const ROWS: usize = 20;

crate::store::statements! {
    CHOICES = "SELECT c.slug, t.title, t.locale FROM campaigns c
        JOIN revisions r ON r.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = r.id AND t.locale = r.default_locale
        ORDER BY c.published_at DESC, c.slug LIMIT 500";
    IS_THERE = "SELECT COUNT(*) FROM campaigns WHERE slug = $1";
}

/// Why a preview ends.
enum Stop {
    Enough,
    Failed(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error)
    }
}

impl Service {
    /// An admin; exact cells ask for a fresh proof.
    pub(super) async fn admin(&self, visitor: &Visitor, query: &CountsQuery) -> Result<Session, AppError> {
        let proof = if query.exact { Proof::JustNow } else { Proof::Today };
        self.common.sessions.with_role(visitor, Role::Admin, proof).await
    }

    /// Whether all of these campaigns are there.
    pub(super) async fn are_there(&self, slugs: &[Slug]) -> Result<bool> {
        let mut conn = self.common.db.read().await?;
        for slug in slugs {
            let n: i64 = each_db!(conn.link(), c =>
                sqlx::query_scalar(IS_THERE).bind(slug.as_str()).fetch_one(c).await)?;
            if n == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(super) async fn house_page(&self, visitor: &Visitor, query: &CountsQuery) -> Result<CountsPage, AppError> {
        self.admin(visitor, query).await?;
        let campaigns = self.choices().await.map_err(|error| internal(&error))?;
        let providers = self.by_provider(self.common.clock.now()).await?;
        let there = self.are_there(&query.campaigns).await.map_err(|error| internal(&error))?;
        if !there {
            return Err(AppError::NotFound);
        }
        let wanted = match Wanted::new(query.clone()) {
            Ok(wanted) => wanted,
            Err(errors) => return Ok(CountsPage { campaigns, errors, preview: None, providers }),
        };
        let preview = self.preview(&wanted).await.map_err(|error| internal(&error))?;
        Ok(CountsPage { campaigns, errors: Vec::new(), preview: Some(preview), providers })
    }

    async fn choices(&self) -> Result<Vec<CampaignChoice>> {
        let mut conn = self.common.db.read().await?;
        let rows: Vec<(String, String, String)> =
            each_db!(conn.link(), c => sqlx::query_as(CHOICES).fetch_all(c).await)?;
        let choice = |(slug, title, text_lang): (String, String, String)| {
            Slug::parse(&slug).map(|slug| CampaignChoice { slug, title, text_lang })
        };
        Ok(rows.into_iter().filter_map(choice).collect())
    }

    async fn preview(&self, wanted: &Wanted) -> Result<Preview> {
        let (head, words) = wanted.head();
        let mut rows = Vec::<Vec<String>>::new();
        let told = self.counts.rows(wanted, self.common.clock.now(), true, |row: Row| {
            if rows.len() == ROWS {
                return Err(Stop::Enough);
            }
            let numbers = row.numbers.iter().map(i64::to_string);
            rows.push(row.words.into_iter().chain(numbers).collect());
            Ok(())
        });
        let more = match told.await {
            Ok(()) => false,
            Err(Stop::Enough) => true,
            Err(Stop::Failed(error)) => return Err(error),
        };
        Ok(Preview { head: head.into_iter().map(str::to_owned).collect(), words, rows, more })
    }
}
