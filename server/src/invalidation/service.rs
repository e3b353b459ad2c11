//! The port of rules.

use super::store;
use crate::accounts::Proof;
use crate::audit::{self, Action, Entry};
use crate::campaigns::{day_text, internal};
use crate::services::Common;
use crate::store::{InvalidationId, Result, StoreError, each_db};
use app::accounts::Role;
use app::campaigns::Slug;
use app::error::AppError;
use app::i18n::Lang;
use app::invalidation::{
    ActAnswer, Invalidation, InvalidationAct, InvalidationList, InvalidationState, InvalidationSummary,
    InvalidationView, Met, Rule, RuleCampaign, RuleError, RuleField, RuleForm, RuleProblem, Started,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::tz::TimeZone;

crate::store::statements! {
    /* Whatever was public once: a draft has no signatures. */
    RULE_CAMPAIGNS = "SELECT c.slug, t.title FROM campaigns c
        JOIN revisions r ON r.id = c.revision_id
        JOIN revision_texts t ON t.revision_id = r.id AND t.locale = r.default_locale
        WHERE c.state IN ('published', 'closed', 'archived', 'hidden') ORDER BY c.published_at DESC, c.slug LIMIT 500";
}

/// Rules that take signatures off a count.
pub struct Service(pub Common);

/// How far a row's id is in the order of ids. They are random, so that as large a part of the rows is done.
fn percent(done_to: &[u8]) -> u8 {
    let first = done_to.first_chunk::<2>().copied().map_or(0, u16::from_be_bytes);
    u8::try_from(u32::from(first) * 100 / 65_536).unwrap_or(99)
}

/// Whether so many that agree may be taken off. Below ten, the count itself would answer whether somebody of a domain has signed.
fn is_applicable(rule: &Rule, met: i64) -> bool {
    rule.domain.is_none() || matches!(Met::of(met), Met::Exactly(_))
}

impl Service {
    async fn find(&self, id: &str) -> Result<(InvalidationId, store::Row), AppError> {
        let id = InvalidationId::parse(id).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.0.db.read().await?;
            store::find(&mut conn.link(), id).await
        };
        Ok((id, found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?))
    }

    async fn read_list(&self, lang: Lang) -> Result<InvalidationList, AppError> {
        let read = async {
            let mut conn = self.0.db.read().await?;
            let mut link = conn.link();
            let campaigns: Vec<(String, String)> =
                each_db!(&mut link, c => sqlx::query_as(RULE_CAMPAIGNS).fetch_all(&mut **c).await)?;
            Ok::<_, StoreError>((campaigns, store::newest(&mut link).await?))
        };
        let (campaigns, rows) = read.await.map_err(|error| internal(&error))?;
        let mut rules = Vec::with_capacity(rows.len());
        for row in rows {
            let slug = Slug::parse(&row.slug).ok_or(AppError::Internal)?;
            let record = self.0.directory.any(&slug).await?;
            let text = record.text(lang)?;
            let id = InvalidationId::read(&row.id).map_err(|error| internal(&error))?;
            rules.push(InvalidationSummary {
                id: id.hex(),
                title: text.title.clone(),
                text_lang: text.locale.clone(),
                day: day(row.created_at, lang).unwrap_or_default(),
                rule: row.rule(),
                state: row.state().map_err(|error| internal(&error))?,
            });
        }
        let campaign = |(slug, title): (String, String)| Slug::parse(&slug).map(|slug| RuleCampaign { slug, title });
        Ok(InvalidationList { campaigns: campaigns.into_iter().filter_map(campaign).collect(), rules })
    }
}

fn day(at: i64, lang: Lang) -> Option<String> {
    day_text(Timestamp::from_microsecond(at).ok()?.to_zoned(TimeZone::UTC).date(), lang)
}

#[async_trait]
impl Invalidation for Service {
    async fn list(&self, visitor: &Visitor, lang: Lang) -> Result<InvalidationList, AppError> {
        self.0.sessions.with_role(visitor, Role::Admin, Proof::JustNow).await?;
        self.read_list(lang).await
    }

    async fn start(&self, visitor: &Visitor, lang: Lang, form: &RuleForm) -> Result<Started, AppError> {
        let session = self.0.sessions.with_role(visitor, Role::Admin, Proof::JustNow).await?;
        let input = match form.validate() {
            Ok(input) => input,
            Err(errors) => return Ok(Started::Refused(errors)),
        };
        let refused = |name, problem| Ok(Started::Refused(vec![RuleError { name, problem }]));
        let record = match self.0.directory.any(&input.campaign).await {
            Ok(record) => record,
            Err(AppError::NotFound) => return refused("campaign", RuleProblem::NoCampaign),
            Err(error) => return Err(error),
        };
        if input.rule.domain.is_some() && record.digest_key.is_none() {
            return refused(RuleField::Domain.name(), RuleProblem::DomainForgotten);
        }
        let (now, id, campaign) = (self.0.clock.now(), InvalidationId::new(&*self.0.entropy), record.id);
        let (object, detail) = (record.slug.as_str(), input.rule.logged());
        let entry = Entry::new(&*self.0.entropy, now, Some(session.account), Action::RuleCounted, object, detail);
        let added = self.0.writer.job(move |tx| {
            Box::pin(async move {
                store::add(&mut tx.link(), id, campaign, &input, lang.code(), now).await?;
                audit::add(&mut tx.link(), &entry).await
            })
        });
        added.await.map_err(|error| internal(&error))?;
        Ok(Started::Counting(id.hex()))
    }

    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<InvalidationView, AppError> {
        self.0.sessions.with_role(visitor, Role::Admin, Proof::Today).await?;
        let (id, row) = self.find(id).await?;
        let slug = Slug::parse(&row.slug).ok_or(AppError::Internal)?;
        let record = self.0.directory.any(&slug).await?;
        let text = record.text(lang)?;
        let (rule, state) = (row.rule(), row.state().map_err(|error| internal(&error))?);
        // What is known halfway tells of those whose turn it is.
        let met = if state == InvalidationState::Counting { 0 } else { row.met };
        let invalidated = if state.is_under_way() { 0 } else { row.invalidated };
        Ok(InvalidationView {
            id: id.hex(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            reason: row.reason.clone(),
            reason_lang: row.reason_locale.clone(),
            state,
            percent: percent(&row.done_to),
            met: Met::of(met),
            invalidated: Met::of(invalidated),
            applicable: state == InvalidationState::Counted && is_applicable(&rule, row.met),
            rule,
            count: self.0.directory.count(record.id).await?,
            slug,
        })
    }

    async fn act(&self, visitor: &Visitor, id: &str, act: InvalidationAct) -> Result<ActAnswer, AppError> {
        let session = self.0.sessions.with_role(visitor, Role::Admin, Proof::JustNow).await?;
        let (id, row) = self.find(id).await?;
        let rule = row.rule();
        if act == InvalidationAct::Apply && !is_applicable(&rule, row.met) {
            return Ok(ActAnswer::Overtaken);
        }
        let action = match act {
            InvalidationAct::Apply => Action::RuleApplied,
            InvalidationAct::Undo => Action::RuleUndone,
            InvalidationAct::Drop => Action::RuleDropped,
        };
        let now = self.0.clock.now();
        let entry = Entry::new(&*self.0.entropy, now, Some(session.account), action, row.slug.as_str(), rule.logged());
        let done = self.0.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let done = match act {
                    InvalidationAct::Apply => store::apply(&mut link, id, now).await?,
                    InvalidationAct::Undo => store::undo(&mut link, id, now).await?,
                    InvalidationAct::Drop => store::forget(&mut link, id).await?,
                };
                if done {
                    audit::add(&mut link, &entry).await?;
                }
                Ok(done)
            })
        });
        let done = done.await.map_err(|error| internal(&error))?;
        Ok(if done { ActAnswer::Done } else { ActAnswer::Overtaken })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_with_a_domain_needs_ten() {
        let domain = Rule { domain: Some("mail.example".into()), fast: true, ..Rule::default() };
        let fast = Rule { fast: true, ..Rule::default() };
        assert_eq!([0, 9, 10].map(|met| is_applicable(&domain, met)), [false, false, true]);
        assert!(is_applicable(&fast, 1));
    }

    #[test]
    fn progress_is_the_place_among_random_ids() {
        assert_eq!([&[][..], &[128, 0, 9], &[255; 16]].map(percent), [0, 50, 99]);
    }
}
