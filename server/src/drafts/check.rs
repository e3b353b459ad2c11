//! What a draft still needs: the rules of its fields, and what only the server can look up.

use super::store;
use crate::campaigns::closing;
use crate::store::{Link, Result};
use app::drafts::{DraftError, DraftField, DraftForm, DraftInput, DraftProblem};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A draft that can become a campaign, and when it closes; or what is wrong, in the order of the form.
pub(super) async fn check(
    link: &mut Link<'_>,
    now: Timestamp,
    form: &DraftForm,
) -> Result<std::result::Result<(DraftInput, Option<Timestamp>), Vec<DraftError>>> {
    let (input, mut errors) = match form.validate() {
        Ok(input) => (Some(input), Vec::new()),
        Err(errors) => (None, errors),
    };
    let mut found = |field, problem| {
        if errors.iter().all(|error: &DraftError| error.field != field) {
            errors.push(DraftError::of(field, problem));
        }
    };
    let slug = form.slug.trim();
    if !slug.is_empty() && store::slug_taken(link, slug).await? {
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
        Some(Some(closes)) if closes <= now => found(DraftField::ClosesOn, DraftProblem::Past),
        Some(Some(_)) | None => {}
    }
    match input {
        Some(input) if errors.is_empty() => Ok(Ok((input, closes.flatten()))),
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
