//! The port of counts.

use super::LEAST;
use super::finished::{Finished, event};
use super::service::Service;
use super::tallies::net;
use crate::campaigns::{day_text, internal};
use crate::running;
use crate::store::{CampaignId, Result as StoreResult};
use app::campaigns::Slug;
use app::error::AppError;
use app::exports::{
    Breakdown, BreakdownRow, Column, CountsPage, CountsQuery, Dashboard, Dimension, Exports, Funnel, FunnelRow, Mark,
    OTHERS, Period,
};
use app::i18n::Lang;
use app::signatures::Country;
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// A breakdown in the reader's language.
fn breakdown(by: Dimension, finished: &Finished, lang: Lang) -> Breakdown {
    let day = |day: Option<Date>| day.and_then(|day| day_text(day, lang));
    if by == Dimension::Day {
        let days = days(finished);
        let until = day(days.last_key_value().map(|(day, _)| *day));
        let row = |(day, n): (Date, i64)| {
            let key = day.to_string();
            BreakdownRow { label: day_text(day, lang).unwrap_or_else(|| key.clone()), key, n }
        };
        return Breakdown { by, rows: days.into_iter().map(row).collect(), rest: 0, until };
    }
    let label = |key: &str| match by {
        Dimension::Country => Country::parse(key).map_or(key, |country| country.name(lang)).to_owned(),
        _ => key.to_owned(),
    };
    let sums = finished.grouped.sums(Period::default(), false, &[by]);
    let groups = sums.into_iter().map(|((_, group), n)| (group.first().copied().unwrap_or(OTHERS).to_owned(), n));
    let (rest, groups): (Vec<_>, Vec<_>) = groups.partition(|(key, _)| key == OTHERS);
    let mut rows = groups.into_iter().map(|(key, n)| BreakdownRow { label: label(&key), key, n }).collect::<Vec<_>>();
    rows.sort_by_key(|row| std::cmp::Reverse(row.n));
    Breakdown { by, rows, rest: rest.iter().map(|(_, n)| n).sum(), until: day(finished.grouped.until) }
}

/// What was confirmed on each day, as far as that is told.
fn days(finished: &Finished) -> BTreeMap<Date, i64> {
    let mut days = BTreeMap::new();
    for told in &finished.over_time {
        *days.entry(told.day).or_default() += event(told, Column::Confirmed);
    }
    days.retain(|_, n| *n != 0);
    days
}

/// Events by day, as far as they are told; those that have not happened are left out.
fn funnel(finished: &Finished, lang: Lang) -> Funnel {
    let happened = |column: &Column| finished.over_time.iter().any(|told| event(told, *column) != 0);
    let steps = Column::FUNNEL.into_iter().filter(happened).collect::<Vec<_>>();
    let mut days = BTreeMap::<Date, Vec<i64>>::new();
    for told in &finished.over_time {
        let sums = days.entry(told.day).or_insert_with(|| vec![0; steps.len()]);
        sums.iter_mut().zip(&steps).for_each(|(sum, step)| *sum += event(told, *step));
    }
    days.retain(|_, numbers| numbers.iter().any(|n| *n != 0));
    let row = |(day, numbers): (Date, Vec<i64>)| FunnelRow { day: day_text(day, lang).unwrap_or_default(), numbers };
    Funnel { steps, rows: days.into_iter().map(row).collect() }
}

/// Signatures of today and of the week. They are what finished days, as they are told, leave of the public count: so they say nothing
/// that these two do not say together.
fn lately(finished: &Finished, count: i64, today: Date) -> (Option<i64>, Option<i64>) {
    let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).unwrap_or(today);
    let told = |from: Option<Date>| {
        let days = finished.over_time.iter().filter(|told| from.is_none_or(|from| told.day >= from));
        days.map(|told| net(&told.events)).sum::<i64>()
    };
    let few = |n: i64| (n == 0 || n >= LEAST).then_some(n);
    let left = count - told(None);
    (few(left), few(left + told(Some(monday))))
}

impl Service {
    /// Days up to `until` on which a number of signatures was reached.
    async fn marks(&self, campaign: CampaignId, days: &BTreeMap<Date, i64>, lang: Lang) -> StoreResult<Vec<Mark>> {
        let Some(((first, _), (last, _))) = days.first_key_value().zip(days.last_key_value()) else {
            return Ok(Vec::new());
        };
        let mut conn = self.common.db.read().await?;
        let mut reached = running::reached(&mut conn.link(), campaign).await?;
        reached.reverse();
        let mark = |(n, day): (i64, i64)| {
            let day = date(1970, 1, 1).checked_add(day.days()).ok().filter(|day| first <= day && day <= last)?;
            Some(Mark { key: day.to_string(), day: day_text(day, lang)?, n })
        };
        Ok(reached.into_iter().filter_map(mark).collect())
    }
}

#[async_trait]
impl Exports for Service {
    async fn dashboard(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Dashboard, AppError> {
        let member = self.common.member(visitor, slug).await?;
        let (signers, record) = (member.reads_signers(), member.record);
        let now = self.common.clock.now();
        let summary = self.common.directory.summary(slug, lang, now).await?;
        let finished = self.counts.finished.of(record.id, &record.time_zone, now).await;
        let finished = finished.map_err(|error| internal(&error))?;
        let (today, week) = lately(&finished, summary.count, now.to_zoned(record.time_zone.clone()).date());
        let milestones = self.marks(record.id, &days(&finished), lang).await.map_err(|error| internal(&error))?;
        Ok(Dashboard {
            today,
            week,
            milestones,
            funnel: funnel(&finished, lang),
            slug: summary.slug,
            title: summary.title,
            text_lang: summary.text_lang,
            count: summary.count,
            goal: summary.goal,
            time_zone: record.time_zone.iana_name().unwrap_or("UTC").to_owned(),
            breakdowns: Dimension::SHOWN.map(|by| breakdown(by, &finished, lang)).into(),
            signers,
        })
    }

    async fn counts(&self, visitor: &Visitor, query: &CountsQuery) -> Result<CountsPage, AppError> {
        self.house_page(visitor, query).await
    }
}
