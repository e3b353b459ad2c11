//! The port of counts.

use super::finished::{Finished, event};
use super::service::Service;
use crate::campaigns::{day_text, internal};
use app::campaigns::Slug;
use app::error::AppError;
use app::exports::{
    Breakdown, BreakdownRow, Column, CountsPage, CountsQuery, Dashboard, Dimension, Exports, OTHERS, Period,
};
use app::i18n::Lang;
use app::signatures::Country;
use app::visitor::Visitor;
use async_trait::async_trait;
use jiff::civil::Date;
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

#[async_trait]
impl Exports for Service {
    async fn dashboard(&self, visitor: &Visitor, lang: Lang, slug: &Slug) -> Result<Dashboard, AppError> {
        let member = self.common.member(visitor, slug).await?;
        let (signers, record) = (member.reads_signers(), member.record);
        let now = self.common.clock.now();
        let summary = self.common.directory.summary(slug, lang, now).await?;
        let finished = self.counts.finished.of(record.id, &record.time_zone, now).await;
        let finished = finished.map_err(|error| internal(&error))?;
        Ok(Dashboard {
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
