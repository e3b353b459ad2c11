//! What a draft still needs: the rules of its fields, and what only the server can look up.

use super::store;
use crate::campaigns::closing;
use crate::store::{CampaignId, Link, Result};
use app::drafts::{DraftError, DraftField, DraftForm, DraftInput, DraftProblem};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A draft that can be published.
pub(super) struct Fit {
    /// What becomes public.
    pub(super) input: DraftInput,
    /// When it closes.
    pub(super) closes: Option<Timestamp>,
    /// Whether its campaign is public already: only its texts change then.
    pub(super) changes: bool,
}

/// A draft that can be published; or what is wrong, in the order of the form.
pub(super) async fn check(
    link: &mut Link<'_>,
    now: Timestamp,
    id: CampaignId,
    form: &DraftForm,
) -> Result<std::result::Result<Fit, Vec<DraftError>>> {
    let changes = store::is_campaign(link, id).await?;
    let (input, mut errors) = match form.validate() {
        Ok(input) => (Some(input), Vec::new()),
        Err(errors) => (None, errors),
    };
    let mut found = |field, problem| {
        if errors.iter().all(|error: &DraftError| (error.lang, error.field) != (None, field)) {
            errors.push(DraftError::of(field, problem));
        }
    };
    let slug = form.slug.trim();
    if !slug.is_empty() && store::slug_taken(link, slug, id).await? {
        found(DraftField::Slug, DraftProblem::SlugTaken);
    }
    let zone = TimeZone::get(form.time_zone.trim()).ok();
    if zone.is_none() {
        found(DraftField::TimeZone, DraftProblem::NotATimeZone);
    }
    let day = form.closes_on.trim();
    let closes = if day.is_empty() { None } else { Some(closing(day, &zone.unwrap_or(TimeZone::UTC))) };
    match closes {
        Some(None) => found(DraftField::ClosesOn, DraftProblem::NotADate),
        Some(Some(closes)) if closes <= now && !changes => found(DraftField::ClosesOn, DraftProblem::Past),
        Some(Some(_)) | None => {}
    }
    match input {
        Some(input) if errors.is_empty() => Ok(Ok(Fit { input, closes: closes.flatten(), changes })),
        _ => {
            errors.sort_by_key(DraftError::order);
            Ok(Err(errors))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    #[test]
    fn every_zone_to_choose_from_is_one() {
        for (region, cities) in app::drafts::ZONES {
            for city in cities.split(' ') {
                assert!(TimeZone::get(&format!("{region}/{city}")).is_ok(), "{region}/{city}");
            }
        }
    }
}
