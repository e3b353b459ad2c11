//! What the port of review does beside the queue: the catalogue, public and hidden campaigns, signers' reasons.

use super::service::Service;
use super::{catalogue, locks, public, queue, reasons, unread};
use crate::audit::{self, Action, Entry};
use crate::campaigns::{Record, internal, page_of};
use crate::privacy::fold_name;
use crate::signatures::{self, outbox::About};
use crate::store::{AccountId, Result, SignatureId, StoreError};
use app::campaigns::Slug;
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::moderation::{
    CampaignFilter, CampaignRow, CampaignRows, GroundAction, GroundAnswer, GroundField, GroundForm, GroundProblem,
    GroundRow, HideAnswer, PublicCase, ReasonFilter, ReasonRow, ReasonRows,
};
use app::paths;

/// Campaigns on a page.
const CAMPAIGNS: usize = 25;
/// Reasons on a page.
const REASONS: usize = 50;

/// What is done to a campaign that is public, or was.
#[derive(Clone, Copy)]
pub(super) enum Turn<'a> {
    /// It is hidden for these reasons.
    Hide(&'a [String]),
    /// It is shown again.
    Show,
    /// It may stay public, though nobody had read it before.
    Approve,
    /// It became public before anybody had read it, and is refused for these reasons.
    Refuse(&'a [String]),
}

/// How many rows are asked for, one more than a page has, and how many are left out before.
pub(crate) fn window(page: u32, size: usize) -> (i64, i64) {
    let size = i64::try_from(size).unwrap_or(i64::MAX - 1);
    (size + 1, (i64::from(page.clamp(1, 10_000)) - 1) * size)
}

impl Service {
    pub(super) async fn all_grounds(&self) -> Result<Vec<GroundRow>> {
        let mut conn = self.common.db.read().await?;
        catalogue::all(&mut conn.link()).await
    }

    /// What is done to the catalogue; `None` if there is no reason of this name.
    pub(super) async fn change_grounds(
        &self,
        by: AccountId,
        action: GroundAction,
        form: &GroundForm,
    ) -> Result<Option<GroundAnswer>> {
        let wants_texts = matches!(action, GroundAction::Add | GroundAction::Change);
        let mut errors = Vec::new();
        let code = match (action, form.code()) {
            (_, Ok(code)) => code,
            (GroundAction::Add, Err(error)) => {
                errors.push(error);
                String::new()
            }
            (_, Err(_)) => return Ok(None),
        };
        let texts = match form.texts() {
            Err(more) if wants_texts => {
                errors.extend(more);
                Vec::new()
            }
            texts => texts.unwrap_or_default(),
        };
        if !errors.is_empty() {
            return Ok(Some(GroundAnswer::Refused(errors)));
        }
        let entry = Entry::new(
            &*self.common.entropy,
            self.common.clock.now(),
            Some(by),
            Action::CatalogueChanged,
            &*code,
            action.code(),
        );
        let changed = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let changed = match action {
                    GroundAction::Add => catalogue::add(&mut link, &code, &texts).await?,
                    GroundAction::Change => catalogue::change(&mut link, &code, &texts).await?,
                    GroundAction::Retire => catalogue::retire(&mut link, &code, true).await?,
                    GroundAction::Restore => catalogue::retire(&mut link, &code, false).await?,
                };
                if changed {
                    audit::add(&mut link, &entry).await?;
                }
                Ok(changed)
            })
        });
        Ok(match (changed.await?, action) {
            (true, _) => Some(GroundAnswer::Done(action)),
            (false, GroundAction::Add) => {
                let taken = FieldError { field: GroundField::Code, problem: GroundProblem::Taken };
                Some(GroundAnswer::Refused(vec![taken]))
            }
            (false, _) => None,
        })
    }

    pub(super) async fn find_campaigns(&self, filter: &CampaignFilter) -> Result<CampaignRows> {
        let query = fold_name(&filter.query);
        let words = query.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let mut conn = self.common.db.read().await?;
        let rows = public::find(&mut conn.link(), &words, filter, window(filter.page, CAMPAIGNS)).await?;
        let more = rows.len() > CAMPAIGNS;
        let rows = rows.into_iter().take(CAMPAIGNS).map(|row| {
            Ok(CampaignRow {
                slug: Slug::parse(&row.slug).ok_or(StoreError::Corrupt("slug"))?,
                title: row.title,
                text_lang: row.locale,
                hidden: matches!(row.state.as_str(), "hidden" | "rejected"),
            })
        });
        Ok(CampaignRows { rows: rows.collect::<Result<_>>()?, more })
    }

    pub(super) async fn public_case(&self, by: AccountId, lang: Lang, slug: &Slug) -> Result<PublicCase, AppError> {
        let record = self.common.directory.any(slug).await?;
        let count = self.common.directory.count(record.id).await?;
        let mut page = page_of(&record, lang, self.common.clock.now(), count, &self.origin)?;
        // The public's address shows nothing while it is hidden.
        let path = |hash: &str| paths::review_picture_files(lang, &record.id.hex(), hash);
        page.picture = record.picture.as_ref().map(|shown| shown.picture(&page.text_lang, path));
        let read = async {
            let mut conn = self.common.db.read().await?;
            let mut link = conn.link();
            let own = match public::team(&mut link, record.id).await? {
                Some((team, _)) => locks::is_own(&mut link, team, by).await?,
                None => false,
            };
            let grounds = catalogue::current(&mut link, lang).await?;
            let given = catalogue::texts_of(&mut link, record.id, lang).await?;
            let unread = unread::since(&mut link, record.id).await?;
            let unread = unread.map(|since| queue::age(self.common.clock.now(), self.common.settings.review(), since));
            let (hidden, refused) = ((!record.public).then_some(given), record.refused);
            Ok(PublicCase { page, hidden, refused, unread, own, grounds })
        };
        read.await.map_err(|error: StoreError| internal(&error))
    }

    /// Decides on a campaign that is public, or was.
    pub(super) async fn turn(&self, by: AccountId, slug: &Slug, turn: Turn<'_>) -> Result<HideAnswer, AppError> {
        let record = self.common.directory.any(slug).await?;
        let turned = self.turn_record(by, &record, turn).await.map_err(|error| internal(&error))?;
        self.common.directory.forget(&record).await;
        self.common.mail.wake();
        Ok(turned)
    }

    async fn turn_record(&self, by: AccountId, record: &Record, turn: Turn<'_>) -> Result<HideAnswer> {
        let (now, id) = (self.common.clock.now(), record.id);
        let mut conn = self.common.db.read().await?;
        let mut link = conn.link();
        let (team, locale) = public::team(&mut link, id).await?.ok_or(StoreError::Raced)?;
        if locks::is_own(&mut link, team, by).await? {
            return Ok(HideAnswer::OwnTeam);
        }
        let (about, action) = match turn {
            Turn::Hide(_) => (Some(About::Hidden(id)), Action::CampaignHidden),
            Turn::Refuse(_) => (Some(About::Hidden(id)), Action::CampaignRejected),
            Turn::Show => (Some(About::ShownAgain(id)), Action::CampaignShown),
            // For its team nothing has changed.
            Turn::Approve => (None, Action::CampaignApproved),
        };
        let codes = match turn {
            Turn::Hide(codes) | Turn::Refuse(codes) => catalogue::known(&mut link, codes).await?,
            Turn::Show | Turn::Approve => Vec::new(),
        };
        drop(conn);
        if codes.is_empty() && matches!(turn, Turn::Hide(_) | Turn::Refuse(_)) {
            return Ok(HideAnswer::NoGround);
        }
        let entry = Entry::new(&*self.common.entropy, now, Some(by), action, record.slug.as_str(), codes.join(", "));
        let mails = match about {
            Some(about) => self.review(by).mails_to(team, &locale, about).await?,
            None => Vec::new(),
        };
        let refuses = matches!(turn, Turn::Refuse(_));
        let approves = matches!(turn, Turn::Approve);
        let turned = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                if approves {
                    public::approve(&mut link, id, &entry).await
                } else if refuses {
                    public::refuse(&mut link, now, id, &codes, (&entry, &mails)).await
                } else if codes.is_empty() {
                    public::show(&mut link, now, id, (&entry, &mails)).await
                } else {
                    public::hide(&mut link, now, id, &codes, (&entry, &mails)).await
                }
            })
        });
        turned.await.map(|_| HideAnswer::Done)
    }

    pub(super) async fn page_of_reasons(&self, filter: &ReasonFilter) -> Result<ReasonRows> {
        let mut conn = self.common.db.read().await?;
        let state = if filter.shown { "shown" } else { "waiting" };
        let slug = filter.campaign.as_ref().map(Slug::as_str);
        let rows = reasons::list(&mut conn.link(), state, slug, window(filter.page, REASONS)).await?;
        let more = rows.len() > REASONS;
        let rows = rows.into_iter().take(REASONS).map(|row| {
            Ok(ReasonRow {
                id: SignatureId::read(&row.id)?.hex(),
                slug: Slug::parse(&row.slug).ok_or(StoreError::Corrupt("slug"))?,
                title: row.title,
                text_lang: row.text_lang,
                name: row.public_name,
                reason: row.reason,
                lang: row.locale,
            })
        });
        Ok(ReasonRows { rows: rows.collect::<Result<_>>()?, more })
    }

    /// Shows reasons or removes them; the log knows how many, and nothing of whose they are.
    pub(super) async fn decide_on_reasons(&self, by: AccountId, show: bool, ids: &[String]) -> Result<u32> {
        let ids = ids.iter().take(REASONS).filter_map(|id| SignatureId::parse(id)).collect::<Vec<_>>();
        let (entropy, now) = (self.common.entropy.clone(), self.common.clock.now());
        let decided = self.common.writer.job(move |tx| {
            Box::pin(async move {
                let mut link = tx.link();
                let mut decided = 0;
                for id in ids {
                    decided += u32::from(signatures::decide_in(&mut link, id, show).await?);
                }
                if decided > 0 {
                    let action = if show { Action::ReasonsShown } else { Action::ReasonsRemoved };
                    audit::add(&mut link, &Entry::new(&*entropy, now, Some(by), action, "", decided.to_string()))
                        .await?;
                }
                Ok(decided)
            })
        });
        decided.await
    }
}
