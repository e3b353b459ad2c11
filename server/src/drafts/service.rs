//! The port of drafts.

use super::review::{Reviewed, find_submitted};
use super::{check::check, preview, public, store};
use crate::accounts::Session;
use crate::campaigns::{closing, day_text, internal, set_sources, share_url};
use crate::clock::ago;
use crate::moderation;
use crate::pictures;
use crate::privacy::{SecretBox, fold_name};
use crate::services::Common;
use crate::settings;
use crate::store::{AccountId, CampaignId, Link, Result, StoreError, TeamId};
use crate::supporters;
use crate::teams::{self, Member};
use app::accounts::Role;
use app::campaigns::{CampaignPage, CampaignSummary, ReasonsMode, Slug};
use app::drafts::{
    Draft, DraftForm, DraftProblem, DraftState, DraftSummary, Drafts, OwnCampaign, OwnSources, OwnTexts, Saved,
    StartForm, Started, sources,
};
use app::error::AppError;
use app::i18n::Lang;
use app::paths;
use app::settings::{Publishing, Starting, Switch};
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// Letters of a word that can make two titles similar.
const TELLING: usize = 5;
/// Minutes of the week in which a team may submit so many campaigns.
const WEEK: i64 = 7 * 24 * 60;
/// Similar campaigns that are shown.
const SIMILAR: usize = 5;

/// Writing campaigns.
pub struct Service {
    /// What all rooms work with.
    pub common: Common,
    /// Wraps the keys of fingerprints.
    pub wrapping: SecretBox,
    /// Scheme, host and port of the public address.
    pub origin: String,
    /// How many people have to support a campaign before it can be submitted; 0: none.
    pub supporters: u32,
}

/// What was typed as its public page would show it.
pub(crate) fn page_of(form: &DraftForm, lang: Lang, reasons: ReasonsMode) -> Option<CampaignPage> {
    let zone = TimeZone::get(form.time_zone.trim()).unwrap_or(TimeZone::UTC);
    // No link leads to the address before it is public.
    let slug = Slug::parse(form.slug.trim()).or(Slug::parse("preview"))?;
    Some(preview::page(slug, form, lang, closing(form.closes_on.trim(), &zone), &zone, reasons))
}

impl Service {
    async fn account(&self, visitor: &Visitor) -> Result<Option<AccountId>, AppError> {
        Ok(self.common.sessions.of(visitor).await?.map(|session| session.account))
    }

    /// A draft of this browser's account; `None` if it is not signed in.
    async fn find(&self, visitor: &Visitor, id: &str) -> Result<Option<(CampaignId, store::Row)>, AppError> {
        let Some(account) = self.account(visitor).await? else { return Ok(None) };
        let id = CampaignId::parse(id).ok_or(AppError::NotFound)?;
        let found = async {
            let mut conn = self.common.db.read().await?;
            store::find(&mut conn.link(), account, id).await
        };
        let row = found.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok(Some((id, row)))
    }

    /// A public campaign of this browser's account; `None` if it is not signed in.
    async fn campaign(&self, visitor: &Visitor, slug: &Slug) -> Result<Option<Member>, AppError> {
        match self.common.member(visitor, slug).await {
            Err(AppError::SignIn) => Ok(None),
            found => found.map(Some),
        }
    }

    /// Whether an account may start campaigns.
    async fn allowed(&self, session: &Session) -> Result<bool> {
        if session.role > Role::Campaigner || self.common.settings.get().starting == Starting::Anyone {
            return Ok(true);
        }
        let mut conn = self.common.db.read().await?;
        settings::is_invited(&mut conn.link(), session.account).await
    }

    /// Makes a campaign public that was just submitted. Its address; `None` where it waits for a moderator after all.
    async fn publish_at_once(&self, by: AccountId, id: CampaignId) -> Result<Option<Slug>> {
        let Some(draft) = find_submitted(&self.common.db, &id.hex()).await? else { return Ok(None) };
        let review = self.common.review(&self.wrapping, None);
        match review.publish_unread(&draft, by).await? {
            Reviewed::Done => {
                let slug = Slug::parse(draft.form.slug.trim());
                if let Some(slug) = &slug
                    && let Ok(record) = self.common.directory.any(slug).await
                {
                    self.common.directory.forget(&record).await;
                }
                Ok(slug)
            }
            Reviewed::Unfit(_) | Reviewed::Stopped(_) | Reviewed::Over => Ok(None),
        }
    }

    /// Public campaigns whose titles and summaries have most of a title's telling words, the most alike first.
    async fn similar(&self, lang: Lang, title: &str) -> Result<Vec<CampaignSummary>, AppError> {
        let title = fold_name(title);
        let words = title.split(' ').filter(|word| word.chars().count() >= TELLING).take(6).collect::<Vec<_>>();
        let mut slugs = BTreeSet::new();
        for word in &words {
            slugs.extend(self.common.directory.search(&[(*word).to_owned()], 20, 0).await?);
        }
        let mut similar = Vec::new();
        for slug in slugs {
            // One that was hidden in this very moment is left out.
            let Ok(found) = self.common.directory.summary(&slug, lang, self.common.clock.now()).await else { continue };
            let text = fold_name(&format!("{} {}", found.title, found.summary));
            let shared = words.iter().filter(|word| text.contains(**word)).count();
            if shared * 2 > words.len() {
                similar.push((shared, found));
            }
        }
        similar.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        Ok(similar.into_iter().take(SIMILAR).map(|(_, found)| found).collect())
    }
}

/// The proposed address for a title, with a number where it is taken.
async fn free_slug(link: &mut Link<'_>, id: CampaignId, title: &str) -> Result<String> {
    let Some(slug) = preview::proposed(title) else { return Ok(String::new()) };
    for number in 1..10 {
        let slug = if number == 1 { slug.as_str().to_owned() } else { format!("{}-{number}", slug.as_str()) };
        if !store::slug_taken(link, &slug, id).await? {
            return Ok(slug);
        }
    }
    Ok(String::new())
}

#[async_trait]
impl Drafts for Service {
    async fn mine(
        &self,
        visitor: &Visitor,
        lang: Lang,
    ) -> Result<Option<(Vec<DraftSummary>, Vec<OwnCampaign>)>, AppError> {
        let Some(account) = self.account(visitor).await? else { return Ok(None) };
        let read = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let drafts = store::list(&mut link, account).await?.into_iter().map(|row| {
                Ok(DraftSummary {
                    id: row.id()?.hex(),
                    title: row.form()?.title,
                    state: row.state()?,
                    writable: row.writable(),
                    sent_back: row.state()? == DraftState::Draft && row.remark.is_some(),
                    changes: row.changes().is_some(),
                })
            });
            let drafts = drafts.collect::<Result<Vec<_>>>()?;
            Ok((drafts, store::campaigns(&mut link, account).await?))
        };
        let (drafts, slugs) = read.await.map_err(|error| internal(&error))?;
        let mut campaigns = Vec::new();
        for (slug, role) in slugs {
            let Some(slug) = Slug::parse(&slug) else { continue };
            // One that is hidden has no page to lead to.
            if let Ok(CampaignSummary { slug, title, count, .. }) =
                self.common.directory.summary(&slug, lang, self.common.clock.now()).await
            {
                campaigns.push(OwnCampaign { slug, title, count, writes: role.writes() });
            }
        }
        Ok(Some((drafts, campaigns)))
    }

    async fn may_start(&self, visitor: &Visitor) -> Result<Option<bool>, AppError> {
        let Some(session) = self.common.sessions.of(visitor).await? else { return Ok(None) };
        self.allowed(&session).await.map(Some).map_err(|error| internal(&error))
    }

    async fn start(&self, visitor: &Visitor, lang: Lang, form: &StartForm) -> Result<Option<Started>, AppError> {
        let Some(session) = self.common.sessions.of(visitor).await? else { return Ok(None) };
        if !self.allowed(&session).await.map_err(|error| internal(&error))? {
            return Ok(Some(Started::NotInvited));
        }
        self.common.settings.check(Switch::Campaigns)?;
        let (account, most) = (session.account, self.common.settings.get().drafts);
        let title = match form.validate() {
            Ok(title) => title,
            Err(problem) => return Ok(Some(Started::Refused(problem))),
        };
        if !form.anyway.0 && self.common.settings.check(Switch::Search).is_ok() {
            let similar = self.similar(lang, &title).await?;
            if !similar.is_empty() {
                return Ok(Some(Started::Similar(similar)));
            }
        }
        let (id, new) = (CampaignId::new(&*self.common.entropy), TeamId::new(&*self.common.entropy));
        let chosen = match form.team.as_str() {
            "" => None,
            team => Some(TeamId::parse(team).ok_or(AppError::NotFound)?),
        };
        let now = self.common.clock.now().as_microsecond();
        let added = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let form = DraftForm {
                    slug: free_slug(&mut link, id, &title).await?,
                    title,
                    locale: lang.code().to_owned(),
                    goal: "1000".to_owned(),
                    time_zone: "UTC".to_owned(),
                    ..DraftForm::default()
                };
                let team = match chosen {
                    Some(team) => match teams::role_of(&mut link, team, account).await? {
                        Some(role) if role.writes() => team,
                        _ => return Ok(None),
                    },
                    None => store::own_team(&mut link, account, new, now).await?,
                };
                store::add(&mut link, id, team, &form, most, now).await.map(Some)
            })
        });
        let added = added.await.map_err(|error| internal(&error))?.ok_or(AppError::NotFound)?;
        Ok(Some(if added { Started::Draft(id.hex()) } else { Started::TooMany(most) }))
    }

    async fn read(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Option<Draft>, AppError> {
        let Some((id, row)) = self.find(visitor, id).await? else { return Ok(None) };
        let read = async {
            let form = row.form()?;
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let missing = check(&mut link, self.common.clock.now(), id, &form).await?.err().unwrap_or_default();
            let mut grounds = Vec::new();
            for code in row.grounds() {
                grounds.extend(moderation::text_of(&mut link, code, lang).await?);
            }
            let changes = row.changes();
            let supporters = match (self.supporters, &changes) {
                (0, _) | (_, Some(_)) => None,
                (needed, None) => Some((supporters::confirmed(&mut link, id).await?, needed)),
            };
            let (state, version, key, id) = (row.state()?, row.version, row.key(), id.hex());
            Ok(Draft { id, state, changes, remark: row.remark, grounds, version, form, missing, supporters, key })
        };
        read.await.map(Some).map_err(|error| internal(&error))
    }

    async fn save(
        &self,
        visitor: &Visitor,
        id: &str,
        version: i64,
        submit: bool,
        form: &DraftForm,
    ) -> Result<Option<Saved>, AppError> {
        let Some((id, row)) = self.find(visitor, id).await? else { return Ok(None) };
        if row.state().map_err(|error| internal(&error))? != DraftState::Draft {
            return Ok(Some(Saved::Closed));
        }
        if submit {
            self.common.settings.check(Switch::Campaigns)?;
        }
        let (now, mut form) = (self.common.clock.now(), form.clone());
        let (set, new) = (self.common.settings.get(), row.changes().is_none());
        let (most, week) = (i64::from(set.campaigns_a_week), ago(now, WEEK));
        if !new {
            form = row.form().map_err(|error| internal(&error))?.with_texts_of(&form);
        }
        let needed = if new { self.supporters } else { 0 };
        let saved = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let errors = if submit { check(&mut link, now, id, &form).await?.err() } else { None };
                let fit = submit && errors.is_none();
                let supported = needed == 0 || supporters::confirmed(&mut link, id).await? >= needed;
                let too_many = fit && supported && new && store::submitted_since(&mut link, id, week).await? >= most;
                let submitted = (fit && supported && !too_many).then(|| now.as_microsecond());
                let saved = store::save(&mut link, id, version, &form, submitted).await?;
                Ok(saved.then_some((errors, submitted, fit, too_many)))
            })
        });
        Ok(Some(match saved.await.map_err(|error| internal(&error))? {
            Some((Some(errors), ..)) => Saved::Refused(version + 1, errors),
            Some((None, _, _, true)) => Saved::TooMany(version + 1, set.campaigns_a_week),
            Some((None, Some(_), ..)) if new && set.publishing == Publishing::AtOnce => {
                let Some(by) = self.account(visitor).await? else { return Ok(None) };
                // Where it could not be made public it waits, as it would under the other setting.
                match self.publish_at_once(by, id).await {
                    Ok(Some(slug)) => Saved::Published(slug),
                    Ok(None) => Saved::Submitted,
                    Err(error) => {
                        internal(&error);
                        Saved::Submitted
                    }
                }
            }
            Some((None, Some(_), ..)) => Saved::Submitted,
            Some((None, None, true, false)) => Saved::Unsupported(version + 1, needed),
            Some((None, None, false, false)) => Saved::Saved(version + 1),
            None => match self.find(visitor, &id.hex()).await? {
                Some((_, row)) if row.state().is_ok_and(|state| state == DraftState::Draft) => {
                    Saved::Overtaken(row.version)
                }
                Some(_) => Saved::Closed,
                None => return Ok(None),
            },
        }))
    }

    async fn take_back(&self, visitor: &Visitor, id: &str) -> Result<Option<()>, AppError> {
        let Some((id, _)) = self.find(visitor, id).await? else { return Ok(None) };
        let taken =
            self.common.writer.job(move |tx| Box::pin(async move { store::take_back(&mut tx.link(), id).await }));
        taken.await.map(Some).map_err(|error| internal(&error))
    }

    async fn delete(&self, visitor: &Visitor, id: &str) -> Result<Option<()>, AppError> {
        let Some((id, _)) = self.find(visitor, id).await? else { return Ok(None) };
        let deleted =
            self.common.writer.job(move |tx| Box::pin(async move { store::delete(&mut tx.link(), id).await }));
        deleted.await.map(Some).map_err(|error| internal(&error))
    }

    async fn preview(&self, visitor: &Visitor, lang: Lang, id: &str) -> Result<Option<CampaignPage>, AppError> {
        let Some((id, row)) = self.find(visitor, id).await? else { return Ok(None) };
        let read = async {
            let mut conn = self.common.db.read().await?;
            Ok((row.form()?, pictures::of_draft(&mut conn.link(), id).await?))
        };
        let (form, picture) = read.await.map_err(|error: StoreError| internal(&error))?;
        let reasons = self.common.settings.get().reasons.of(ReasonsMode::Reviewed);
        let mut page = page_of(&form, lang, reasons).ok_or(AppError::Internal)?;
        let path = |hash: &str| paths::draft_picture_files(lang, &id.hex(), hash);
        page.picture = picture.map(|shown| shown.picture(&page.text_lang, path));
        Ok(Some(page))
    }

    async fn texts(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<OwnTexts>, AppError> {
        let Some(Member { session, record, role }) = self.campaign(visitor, slug).await? else { return Ok(None) };
        if !role.writes() {
            return Err(AppError::NotFound);
        }
        let read = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let draft = store::find(&mut link, session.account, record.id).await?;
            let draft = draft.map(|row| Ok::<_, StoreError>((row.id()?.hex(), row.state()?))).transpose()?;
            let editable = public::form_of(&mut link, record.id).await?.is_some();
            Ok((draft, editable, public::revisions(&mut link, record.id).await?))
        };
        let (draft, editable, revisions) = read.await.map_err(|error: StoreError| internal(&error))?;
        let day = |at| {
            let at = Timestamp::from_microsecond(at).ok()?.to_zoned(record.time_zone.clone());
            day_text(at.date(), lang)
        };
        let text = record.text(lang)?;
        Ok(Some(OwnTexts {
            slug: record.slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            editable,
            draft,
            revisions: revisions.into_iter().filter_map(|(number, at)| Some((number, day(at)?))).collect(),
        }))
    }

    async fn change_texts(&self, visitor: &Visitor, slug: &Slug) -> Result<Option<String>, AppError> {
        let Some(Member { record, role, .. }) = self.campaign(visitor, slug).await? else { return Ok(None) };
        if !role.writes() {
            return Err(AppError::NotFound);
        }
        let (id, now) = (record.id, self.common.clock.now().as_microsecond());
        let added = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let Some(form) = public::form_of(&mut link, id).await? else { return Ok(false) };
                store::add_changes(&mut link, id, &form, now).await?;
                Ok(true)
            })
        });
        let added = added.await.map_err(|error| internal(&error))?;
        if added { Ok(Some(id.hex())) } else { Err(AppError::NotFound) }
    }

    async fn sources(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Option<OwnSources>, AppError> {
        let Some(Member { record, .. }) = self.campaign(visitor, slug).await? else { return Ok(None) };
        let text = record.text(lang)?;
        Ok(Some(OwnSources {
            slug: record.slug.clone(),
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            codes: record.sources.clone(),
            share_url: share_url(&record, &self.origin),
        }))
    }

    async fn set_sources(
        &self,
        visitor: &Visitor,
        slug: &Slug,
        typed: &str,
    ) -> Result<Option<std::result::Result<(), DraftProblem>>, AppError> {
        let Some(Member { record, role, .. }) = self.campaign(visitor, slug).await? else { return Ok(None) };
        if !role.writes() {
            return Err(AppError::NotFound);
        }
        let codes = match sources(typed) {
            Ok(codes) => codes,
            Err(problem) => return Ok(Some(Err(problem))),
        };
        let id = record.id;
        let set =
            self.common.writer.job(move |tx| Box::pin(async move { set_sources(&mut tx.link(), id, &codes).await }));
        set.await.map_err(|error| internal(&error))?;
        self.common.directory.forget(&record).await;
        Ok(Some(Ok(())))
    }
}
