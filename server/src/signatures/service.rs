//! The port of signatures: what is computed before the writer's transaction, and what is read for the pages.

use super::act::{Act, Answer, Facts, NewMail, NewSignature, Sealed, Show};
use super::{epochs::Epochs, region::region, store};
use crate::campaigns::{Record, internal, next_goal, share_url};
use crate::limits::NetworkLimits;
use crate::privacy::{CookieSealer, Purpose, Tokens, Visit, provider};
use crate::services::Common;
use crate::store::{CampaignId, OutboxId, SignatureId};
use app::campaigns::{Reading, Slug};
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::settings::Switch;
use app::signatures::{
    Accepted, CodeForm, ConfirmForm, Decision, EmailAddress, Field, Inbox, ManageForm, Mine, Pending, Problem,
    SignAnswer, SignForm, SignInput, SignatureState, Signatures, Step, Subscription, Thanks,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::{Span, Timestamp};
use std::sync::Arc;
use std::time::Duration;
use vault::SignerData;

/// How long a signer waits for a database that is slow. Then the form comes back to be sent again, before the request's own deadline would
/// drop it; what was sent may be written all the same, and counts once.
const ANSWER: Duration = Duration::from_secs(7);

/// The flow of a signature.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Links and codes.
    pub tokens: Tokens,
    /// Our cookie.
    pub cookies: CookieSealer,
    /// The hours' secrets.
    pub epochs: Arc<Epochs>,
    /// What networks may do.
    pub limits: NetworkLimits,
    /// Hours after closing in which one can confirm.
    pub grace_hours: u32,
    /// Scheme, host and port of the public address.
    pub origin: String,
}

impl Service {
    async fn act(&self, act: Act) -> Result<Answer, AppError> {
        let answer = tokio::time::timeout(ANSWER, self.common.writer.act(act)).await;
        answer.map_err(|_| AppError::Busy { retry_after: 5 })?.map_err(|error| internal(&error))
    }

    fn check_network(&self, visitor: &Visitor, campaign: CampaignId) -> Result<(), AppError> {
        self.limits.set_per_hour(self.common.settings.get().forms_an_hour);
        let checked = self.limits.check(self.common.clock.now(), visitor.network, &campaign.0);
        checked.map_err(|wait| AppError::TooMany { retry_after: wait.0 })
    }

    fn token(&self, purpose: Purpose, record: &Record, token: &str) -> Result<SignatureId, AppError> {
        self.tokens.check(purpose, record.id, token).ok_or(AppError::LinkInvalid)
    }

    fn cookie(&self, campaign: CampaignId, visit: &Visit) -> Accepted {
        Accepted { cookie: self.cookies.seal(&*self.common.entropy, self.common.clock.now(), campaign, visit) }
    }

    fn visit(&self, visitor: &Visitor, campaign: CampaignId) -> Option<Visit> {
        self.cookies.open(self.common.clock.now(), campaign, visitor.cookie.as_deref()?)
    }

    /// Confirming goes on for a while after the end, so that nobody who signed in time is shut out by a slow mail.
    fn check_grace(&self, record: &Record) -> Result<(), AppError> {
        let grace = Span::new().hours(i64::from(self.grace_hours));
        let over = record
            .closes_at
            .and_then(|closes| closes.checked_add(grace).ok())
            .is_some_and(|end| self.common.clock.now() >= end);
        if over { Err(AppError::Closed) } else { Ok(()) }
    }

    async fn find(&self, campaign: CampaignId, row: SignatureId) -> Result<Option<store::Found>, AppError> {
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::find(&mut conn.link(), campaign, row).await
        };
        found.await.map_err(|error| internal(&error))
    }

    /// Everything of a new signature that can be computed before the transaction.
    async fn prepare(
        &self,
        now: Timestamp,
        lang: Lang,
        record: &Record,
        input: SignInput,
    ) -> crate::store::Result<NewSignature, AppError> {
        let digest_key = record.digest_key.as_ref().ok_or(AppError::Closed)?;
        let (id, mail_id) = (SignatureId::new(&*self.common.entropy), OutboxId::new(&*self.common.entropy));
        let day = self.common.day_keys.today(now).await.map_err(|error| internal(&error))?;
        let address = input.email.as_str().as_bytes();
        let facts = Facts {
            country: input.country.as_str().to_owned(),
            region: region(input.country.as_str(), input.postcode.as_deref()),
            // A code that nobody has registered could name whoever shared the link.
            source: match input.own_source {
                Some(code) if record.sources.contains(&code) => code,
                _ => input.source.code().to_owned(),
            },
            locale: lang.code().to_owned(),
        };
        // What nobody is to read is not sealed either.
        let sealed = match input.reading {
            Reading::None => None,
            Reading::Names | Reading::Contact => {
                let data = SignerData {
                    name: Some(input.name.clone()),
                    email: input.contact.then(|| input.email.as_str().to_owned()),
                    country: Some(facts.country.clone()),
                    postcode: input.postcode,
                };
                let epoch = self.epochs.current(now, record.id, &record.keys).map_err(|error| internal(&error))?;
                let row = epoch.seal(&*self.common.entropy, id, &data).map_err(|error| internal(&error))?;
                Some(Sealed { epoch, row })
            }
        };
        let domain = input.email.domain().to_lowercase();
        Ok(NewSignature {
            id,
            provider: provider::counted_under(|known| known == domain),
            campaign: record.id,
            digest: digest_key.address(&input.email),
            name_tag: digest_key.name(&input.email, &input.name),
            domain_tag: digest_key.domain(&input.email),
            flagged: input.trapped,
            sealed,
            contact: input.updates.then(|| day.seal(&*self.common.entropy, id.bytes(), address)),
            facts,
            revision: record.revision,
            public_name: input.show_name.then_some(input.name),
            reason: input.reason.filter(|_| input.show_reason),
            mail: NewMail {
                id: mail_id,
                address: day.seal(&*self.common.entropy, mail_id.bytes(), address),
                canonical: crate::privacy::canonical(input.email.as_str()),
            },
        })
    }

    /// A pending row's address for updates, moved from the day's key to the long-lived one.
    async fn kept_contact(&self, row: SignatureId, found: &store::Found) -> Result<Option<Vec<u8>>, AppError> {
        let Some(sealed) = found.contact.as_ref().filter(|_| found.wants_updates != 0) else { return Ok(None) };
        let address = self.common.day_keys.open(row.bytes(), sealed).await.map_err(|error| internal(&error))?;
        Ok(address.map(|address| self.common.contact.seal(&*self.common.entropy, row.bytes(), &address)))
    }

    async fn mine(&self, lang: Lang, record: &Record, row: SignatureId) -> Result<Mine, AppError> {
        let found = self.find(record.id, row).await?.ok_or(AppError::LinkInvalid)?;
        let text = record.text(lang)?;
        let state = match found.state.as_str() {
            "confirmed" => SignatureState::Confirmed,
            "withdrawn" => SignatureState::Withdrawn,
            "invalidated" => SignatureState::Invalidated,
            _ => return Err(AppError::LinkInvalid),
        };
        Ok(Mine {
            slug: record.slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            state,
            public_name: found.public_name,
            reason: found.reason,
            in_review: found.reason_state.as_deref() == Some("waiting"),
            updates: found.wants_updates != 0,
        })
    }
}

#[async_trait]
impl Signatures for Service {
    async fn sign(&self, visitor: &Visitor, lang: Lang, slug: &Slug, form: &SignForm) -> Result<SignAnswer, AppError> {
        let record = self.common.directory.public(slug).await?;
        let now = self.common.clock.now();
        if !record.is_open(now) {
            return Err(AppError::Closed);
        }
        self.common.settings.check(Switch::Signing)?;
        let blocks = self.common.settings.blocks();
        if blocks.has_network(visitor.network) {
            return Err(AppError::Blocked);
        }
        let input = match form.validate(record.form) {
            Ok(input) => input,
            Err(errors) => return Ok(SignAnswer::Refused(errors)),
        };
        if blocks.has_domain(input.email.domain()) {
            return Ok(SignAnswer::Refused(vec![FieldError { field: Field::Email, problem: Problem::Blocked }]));
        }
        self.check_network(visitor, record.id)?;
        let typed = form.email.trim().to_owned();
        let new = self.prepare(now, lang, &record, input).await?;
        self.act(Act::Sign(Box::new(new))).await?;
        Ok(SignAnswer::Accepted(self.cookie(record.id, &Visit::Inbox(typed))))
    }

    async fn inbox(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Inbox, AppError> {
        let record = self.common.directory.public(slug).await?;
        let text = record.text(lang)?;
        let address = match self.visit(visitor, record.id) {
            Some(Visit::Inbox(address)) => Some(address),
            _ => None,
        };
        Ok(Inbox { title: text.title.clone(), text_lang: text.locale.clone(), address })
    }

    async fn confirm_by_code(
        &self,
        visitor: &Visitor,
        _lang: Lang,
        slug: &Slug,
        form: &CodeForm,
    ) -> Result<Option<Accepted>, AppError> {
        let record = self.common.directory.public(slug).await?;
        self.check_grace(&record)?;
        self.check_network(visitor, record.id)?;
        let Ok(code) = form.validate() else { return Ok(None) };
        let Some(Visit::Inbox(address)) = self.visit(visitor, record.id) else { return Ok(None) };
        let (Ok(address), Some(digest_key)) = (EmailAddress::parse(&address), &record.digest_key) else {
            return Ok(None);
        };
        let digest = digest_key.address(&address);
        let answer = self.act(Act::Code { campaign: record.id, digest, code, address }).await?;
        Ok(match answer {
            Answer::Confirmed(row) => {
                self.common.directory.forget(&record).await;
                Some(self.cookie(record.id, &Visit::Thanks(row)))
            }
            Answer::Done | Answer::NoRow => None,
        })
    }

    async fn pending(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Step, AppError> {
        let record = self.common.directory.any(slug).await?;
        let row = self.token(Purpose::Confirm, &record, token)?;
        let found = self.find(record.id, row).await?.ok_or(AppError::LinkInvalid)?;
        if found.state != "pending" {
            return Ok(Step::Manage(self.tokens.mint(Purpose::Manage, record.id, row)));
        }
        if !record.public {
            return Err(AppError::Gone);
        }
        self.check_grace(&record)?;
        let text = record.text(lang)?;
        Ok(Step::Confirm(Pending {
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            public_name: found.public_name,
            reason: found.reason,
        }))
    }

    async fn confirm(&self, _lang: Lang, slug: &Slug, token: &str, form: &ConfirmForm) -> Result<Accepted, AppError> {
        let record = self.common.directory.public(slug).await?;
        let row = self.token(Purpose::Confirm, &record, token)?;
        let found = self.find(record.id, row).await?.ok_or(AppError::LinkInvalid)?;
        if found.state == "pending" {
            self.check_grace(&record)?;
        }
        let contact = self.kept_contact(row, &found).await?;
        let show = Show { name: form.show_name.0, reason: form.show_reason.0 };
        let tagged = record.digest_key.as_ref().zip(found.domain_tag.as_ref());
        let provider = tagged.map_or(provider::OTHER, |(key, tag)| key.provider(tag));
        match self.act(Act::Confirm { campaign: record.id, row, show, contact, provider }).await? {
            Answer::Confirmed(row) => {
                self.common.directory.forget(&record).await;
                Ok(self.cookie(record.id, &Visit::Thanks(row)))
            }
            Answer::Done | Answer::NoRow => Err(AppError::LinkInvalid),
        }
    }

    async fn thanks(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Thanks, AppError> {
        let record = self.common.directory.public(slug).await?;
        let text = record.text(lang)?;
        let count = self.common.directory.count(record.id).await?;
        let (confirmed, row) = match self.visit(visitor, record.id) {
            Some(Visit::Thanks(row)) => (true, row),
            _ => (false, None),
        };
        let manage = row.map(|row| self.tokens.mint(Purpose::Manage, record.id, row));
        Ok(Thanks {
            slug: record.slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            count,
            goal: next_goal(record.goal, count),
            share_url: share_url(&record, &self.origin),
            confirmed,
            manage,
        })
    }

    async fn mine(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Mine, AppError> {
        // Whoever has signed what was hidden since can still hide their words and withdraw.
        let record = self.common.directory.any(slug).await?;
        let row = self.token(Purpose::Manage, &record, token)?;
        Self::mine(self, lang, &record, row).await
    }

    async fn subscription(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Subscription, AppError> {
        let record = self.common.directory.any(slug).await?;
        self.token(Purpose::Unsubscribe, &record, token)?;
        let text = record.text(lang)?;
        let campaign = record.public.then(|| (record.slug.clone(), text.title.clone(), text.locale.clone()));
        Ok(Subscription { campaign })
    }

    async fn unsubscribe(&self, slug: &Slug, token: &str) -> Result<(), AppError> {
        let record = self.common.directory.any(slug).await?;
        let row = self.token(Purpose::Unsubscribe, &record, token)?;
        self.act(Act::Manage { campaign: record.id, row, decision: Decision::StopUpdates }).await?;
        Ok(())
    }

    async fn manage(&self, lang: Lang, slug: &Slug, token: &str, form: &ManageForm) -> Result<Mine, AppError> {
        let record = self.common.directory.any(slug).await?;
        let row = self.token(Purpose::Manage, &record, token)?;
        match self.act(Act::Manage { campaign: record.id, row, decision: form.decision }).await? {
            Answer::NoRow => Err(AppError::LinkInvalid),
            Answer::Done | Answer::Confirmed(_) => {
                self.common.directory.forget(&record).await;
                Self::mine(self, lang, &record, row).await
            }
        }
    }
}
