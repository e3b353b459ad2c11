//! From a record to what a page shows.

use super::directory::{Earlier, Record, text_in};
use crate::signatures::recount::LastRecount;
use app::campaigns::{CampaignPage, CampaignSummary, Changed, CountCheck, EarlierText, Reply};
use app::error::AppError;
use app::i18n::Lang;
use app::paths;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// Steps within each power of ten at which a goal that was reached is raised.
const STEPS: [i64; 6] = [10, 15, 20, 30, 50, 75];

/// The goal that is next to be reached: the campaign's own, then 1, 1.5, 2, 3, 5 and 7.5 times the powers of ten.
pub(crate) fn next_goal(own: i64, count: i64) -> i64 {
    if count < own {
        return own;
    }
    let mut power = 1_i64;
    loop {
        if let Some(goal) = STEPS.iter().map(|step| step * power).find(|goal| *goal > count) {
            return goal;
        }
        power *= 10;
    }
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// The last day on which one can sign, in the campaign's time zone and the reader's language.
fn last_day(record: &Record, lang: Lang) -> Option<String> {
    day_text(closing_day(record.closes_at?, &record.time_zone)?, lang)
}

/// The day that ends at this moment.
pub(crate) fn closing_day(closes_at: Timestamp, zone: &TimeZone) -> Option<Date> {
    let last = closes_at.checked_sub(jiff::Span::new().microseconds(1)).ok()?;
    Some(last.to_zoned(zone.clone()).date())
}

/// The last recount, as a page tells it.
pub(super) fn count_check(last: &LastRecount, lang: Lang) -> Option<CountCheck> {
    let day = Timestamp::from_second(last.day.checked_mul(86_400)?).ok()?;
    Some(CountCheck {
        day: day_text(day.to_zoned(TimeZone::UTC).date(), lang)?,
        campaigns: last.campaigns,
        difference: last.difference,
    })
}

/// A day as the reader's language writes it.
pub(crate) fn day_text(date: Date, lang: Lang) -> Option<String> {
    let month = usize::try_from(date.month() - 1).ok()?;
    Some(match lang {
        Lang::En => format!("{} {} {}", date.day(), MONTHS_EN.get(month)?, date.year()),
        Lang::Es => format!("{} de {} de {}", date.day(), MONTHS_ES.get(month)?, date.year()),
    })
}

/// The day (UTC) on which what began then (microseconds since 1970) ends so many days later.
pub(crate) fn ends_on(began_at: i64, days: i64, lang: Lang) -> Option<String> {
    let end = Timestamp::from_microsecond(began_at).ok()?.checked_add(Span::new().hours(days * 24)).ok()?;
    day_text(end.to_zoned(TimeZone::UTC).date(), lang)
}

pub(super) fn summary(record: &Record, lang: Lang, now: Timestamp, count: i64) -> Result<CampaignSummary, AppError> {
    let text = record.text(lang)?;
    Ok(CampaignSummary {
        slug: record.slug.clone(),
        title: text.title.clone(),
        text_lang: text.locale.clone(),
        summary: text.summary.clone(),
        targets: text.targets.clone(),
        count,
        goal: next_goal(record.goal, count),
        closes: last_day(record, lang),
        open: record.is_open(now),
    })
}

pub(crate) fn page(
    record: &Record,
    lang: Lang,
    now: Timestamp,
    count: i64,
    origin: &str,
) -> Result<CampaignPage, AppError> {
    let text = record.text(lang)?;
    Ok(CampaignPage {
        slug: record.slug.clone(),
        title: text.title.clone(),
        text_lang: text.locale.clone(),
        languages: record.texts.iter().map(|text| text.locale.clone()).collect(),
        started_by: record.started_by.clone(),
        summary: text.summary.clone(),
        story_html: text.story_html.clone(),
        demands: text.demands.clone(),
        targets: text.targets.clone(),
        facts: text.facts.clone(),
        picture: record.picture.as_ref().map(|shown| shown.picture(&text.locale, paths::picture)),
        consent: text.consent.clone(),
        count,
        goal: next_goal(record.goal, count),
        closes: last_day(record, lang),
        open: record.is_open(now),
        changed: changed(record, lang),
        form: record.form,
        unread: record.unread,
        reply: reply(record, lang, now),
        reasons: record.reasons.clone(),
        updates: record.updates.iter().map(|update| update.shown(&record.time_zone, lang)).collect(),
        more_updates: record.more_updates,
        removals: record.removals.iter().filter_map(|removal| removal.shown(&record.time_zone, lang)).collect(),
        share_url: share_url(record, origin),
    })
}

/// When the texts were changed last, and which were there before.
fn changed(record: &Record, lang: Lang) -> Option<Changed> {
    let day = day_text(record.texts_since.to_zoned(record.time_zone.clone()).date(), lang)?;
    (record.revisions > 1).then(|| Changed { day, earlier: record.revisions - 1 })
}

/// The campaign with texts that were public before.
pub(super) fn earlier(
    record: &Record,
    earlier: &Earlier,
    lang: Lang,
    page: CampaignPage,
) -> Result<EarlierText, AppError> {
    let text = text_in(&earlier.texts, lang)?;
    let day = |at: Timestamp| day_text(at.to_zoned(record.time_zone.clone()).date(), lang).ok_or(AppError::Internal);
    Ok(EarlierText {
        from: day(earlier.from)?,
        until: day(earlier.until)?,
        before: (earlier.number > 1).then(|| earlier.number - 1),
        page: CampaignPage {
            title: text.title.clone(),
            text_lang: text.locale.clone(),
            // The links of the languages lead to what is public now.
            languages: Vec::new(),
            summary: text.summary.clone(),
            story_html: text.story_html.clone(),
            demands: text.demands.clone(),
            targets: text.targets.clone(),
            facts: text.facts.clone(),
            // One that was replaced is gone, and what was signed is the text.
            picture: None,
            consent: text.consent.clone(),
            changed: None,
            ..page
        },
    })
}

/// What whoever is asked has answered, or since when that is waited for: since the goal was reached or signing has ended.
fn reply(record: &Record, lang: Lang, now: Timestamp) -> Reply {
    if let Some(reply) = &record.reply {
        return Reply::Given {
            by: reply.answered_by.clone(),
            html: reply.html.clone(),
            day: reply.day.parse().ok().and_then(|day| day_text(day, lang)).unwrap_or_else(|| reply.day.clone()),
            link: reply.link.clone(),
            text_lang: reply.locale.clone(),
        };
    }
    let closed = record.closes_at.filter(|closes| *closes <= now);
    let reached = record.goal_day.and_then(|day| Timestamp::from_second(day.checked_mul(86_400)?).ok());
    match closed.into_iter().chain(reached).min() {
        Some(since) => Reply::Waiting((now.as_second() - since.as_second()).max(0) / 86_400),
        None => Reply::NotDue,
    }
}

/// Where the campaign is shared.
pub(crate) fn share_url(record: &Record, origin: &str) -> String {
    format!("{origin}{}", paths::shared_campaign(&record.slug))
}

#[cfg(test)]
mod tests {
    use super::next_goal;

    #[test]
    fn a_goal_that_is_reached_is_raised() {
        assert_eq!(next_goal(15_000, 12_431), 15_000);
        assert_eq!(next_goal(15_000, 15_000), 20_000);
        assert_eq!(next_goal(500, 7_499), 7_500);
        assert_eq!(next_goal(10, 99), 100);
        assert_eq!(next_goal(100, 0), 100);
    }
}
