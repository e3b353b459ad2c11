//! The port of supporters.

use super::store;
use crate::campaigns::internal;
use crate::drafts::{page_of, read_form};
use crate::limits::NetworkLimits;
use crate::privacy::{Tokens, supporter_digest};
use crate::services::Common;
use crate::signatures::outbox::{self, About};
use crate::store::{CampaignId, StoreError, SupportLinkId, SupporterId};
use app::accounts::AskForm;
use app::campaigns::{CampaignPage, ReasonsMode};
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::paths;
use app::signatures::Field;
use app::supporters::{OwnSupport, Supported, Supporters};
use app::visitor::Visitor;
use async_trait::async_trait;

/// Supporters of campaigns that are being written.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Makes and checks links.
    pub tokens: Tokens,
    /// For fingerprints of addresses.
    pub digest_key: [u8; 32],
    /// What networks may do.
    pub limits: NetworkLimits,
    /// Scheme, host and port of the public address.
    pub origin: String,
    /// How many it takes before a campaign can be submitted; 0 if none.
    pub needed: u32,
}

impl Service {
    /// A draft that this browser's account writes.
    async fn find(&self, visitor: &Visitor, draft: &str) -> Result<(CampaignId, store::Own), AppError> {
        let session = self.common.sessions.of(visitor).await?.ok_or(AppError::SignIn)?;
        let id = CampaignId::parse(draft).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::own(&mut conn.link(), id, session.account).await
        };
        Ok((id, found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?))
    }

    /// What was typed of the campaign behind a link.
    async fn form(&self, token: &str) -> Result<(SupportLinkId, String), AppError> {
        let id = self.tokens.check_support_link(token).ok_or(AppError::LinkInvalid)?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::form(&mut conn.link(), id).await
        };
        Ok((id, found.await.map_err(|error| internal(&error))?.ok_or(AppError::LinkInvalid)?))
    }

    fn supporter(&self, token: &str) -> Result<SupporterId, AppError> {
        self.tokens.check_supporter(token).ok_or(AppError::LinkInvalid)
    }
}

#[async_trait]
impl Supporters for Service {
    async fn own(&self, visitor: &Visitor, draft: &str) -> Result<OwnSupport, AppError> {
        let (id, own) = self.find(visitor, draft).await?;
        let read = async {
            let (title, link) = (read_form(&own.form)?.title, own.link()?);
            let mut conn = self.common.db.read().await?;
            Ok((title, link, store::confirmed(&mut conn.link(), id).await?))
        };
        let (title, link, confirmed) = read.await.map_err(|error: StoreError| internal(&error))?;
        let link = link.map(|link| {
            let path = paths::shared_support(&self.tokens.mint_support_link(link));
            format!("{}{path}", self.origin)
        });
        Ok(OwnSupport { title, link, confirmed, needed: self.needed })
    }

    async fn open(&self, visitor: &Visitor, draft: &str) -> Result<(), AppError> {
        let (draft, _) = self.find(visitor, draft).await?;
        let id = SupportLinkId::new(&*self.common.entropy);
        let added =
            self.common.writer.job(move |tx| Box::pin(async move { store::add_link(&mut tx.link(), id, draft).await }));
        added.await.map_err(|error| internal(&error))
    }

    async fn close(&self, visitor: &Visitor, draft: &str) -> Result<(), AppError> {
        let (draft, _) = self.find(visitor, draft).await?;
        let gone =
            self.common.writer.job(move |tx| Box::pin(async move { store::drop_link(&mut tx.link(), draft).await }));
        gone.await.map_err(|error| internal(&error))
    }

    async fn page(&self, lang: Lang, token: &str) -> Result<CampaignPage, AppError> {
        let (_, form) = self.form(token).await?;
        let form = read_form(&form).map_err(|error| internal(&error))?;
        page_of(&form, lang, self.common.settings.get().reasons.of(ReasonsMode::Reviewed)).ok_or(AppError::Internal)
    }

    async fn support(&self, visitor: &Visitor, lang: Lang, token: &str, form: &AskForm) -> Result<Supported, AppError> {
        let (link, _) = self.form(token).await?;
        let address = match form.validate() {
            Ok(address) => address,
            Err(problem) => return Ok(Supported::Refused(vec![FieldError { field: Field::Email, problem }])),
        };
        let now = self.common.clock.now();
        let checked = self.limits.check(now, visitor.network, &link.0);
        checked.map_err(|wait| AppError::TooMany { retry_after: wait.0 })?;
        let digest = supporter_digest(&self.digest_key, &link.0, &address);
        let made = async {
            let mut conn = self.common.db.read().await?;
            let there = store::of_address(&mut conn.link(), link, &digest).await?;
            drop(conn);
            let id = there.unwrap_or_else(|| SupporterId::new(&*self.common.entropy));
            let mail = self.common.mail_to(lang, About::Support(id), address.as_str()).await?;
            Ok((id, there.is_some(), mail))
        };
        let (id, again, mail) = made.await.map_err(|error: StoreError| internal(&error))?;
        let written = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut conn = tx.link();
                if !store::lock(&mut conn, link).await? {
                    return Ok(None);
                }
                if store::is_full(&mut conn, link).await? {
                    return Ok(Some(Supported::Full));
                }
                let asks = if again {
                    store::ask_again(&mut conn, id).await?
                } else {
                    store::add(&mut conn, id, link, &digest, now).await?
                };
                if asks {
                    outbox::insert(&mut conn, now, std::slice::from_ref(&mail)).await?;
                }
                Ok(Some(Supported::Accepted))
            })
        });
        let answer = written.await.map_err(|error| internal(&error))?.ok_or(AppError::LinkInvalid)?;
        self.common.mail.wake();
        Ok(answer)
    }

    async fn asked(&self, token: &str) -> Result<(), AppError> {
        let id = self.supporter(token)?;
        let now = self.common.clock.now();
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::asked(&mut conn.link(), id, now).await
        };
        found.await.map_err(|error: StoreError| internal(&error))?.then_some(()).ok_or(AppError::LinkInvalid)
    }

    async fn confirm(&self, token: &str) -> Result<(), AppError> {
        let id = self.supporter(token)?;
        let now = self.common.clock.now();
        let counted =
            self.common.writer.job(move |tx| Box::pin(async move { store::confirm(&mut tx.link(), id, now).await }));
        counted.await.map_err(|error| internal(&error))?.then_some(()).ok_or(AppError::LinkInvalid)
    }
}
