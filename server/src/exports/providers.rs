//! What becomes of forms at each mail provider: for the whole house alone, over finished days in UTC, in groups that give nobody away.

use super::encode::Encoder;
use super::grouped::Grouping;
use super::rows::Row;
use super::service::Service;
use crate::campaigns::internal;
use crate::privacy::day_of;
use crate::store::{Result, StoreError, each_db};
use app::error::AppError;
use app::exports::{Dimension, Format, OTHERS, Period, Providers};
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeMap;

crate::store::statements! {
    DAYS = "SELECT day, provider, CAST(SUM(signed) AS BIGINT) AS signed, CAST(SUM(mailed) AS BIGINT) AS mailed,
        CAST(SUM(bounced) AS BIGINT) AS bounced, CAST(SUM(confirmed) AS BIGINT) AS confirmed
        FROM provider_tallies WHERE day < $1 GROUP BY day, provider ORDER BY day, provider";
}

#[derive(sqlx::FromRow)]
struct Cell {
    day: i64,
    provider: String,
    signed: i64,
    mailed: i64,
    bounced: i64,
    confirmed: i64,
}

/// Each step is told in lots of its own, as signatures are by country.
fn told(cells: &[Cell]) -> Result<Providers> {
    let steps = Providers::STEPS.len();
    let mut groupings = Providers::STEPS.map(|_| Grouping::default());
    for day in cells.chunk_by(|one, next| one.day == next.day) {
        for cell in day {
            for (grouping, n) in groupings.iter_mut().zip([cell.signed, cell.mailed, cell.bounced, cell.confirmed]) {
                grouping.add([&cell.provider, "", "", ""], n);
            }
        }
        let number = day.first().map_or(0, |cell| cell.day);
        let date = date(1970, 1, 1).checked_add(number.days()).map_err(|_| StoreError::Corrupt("day"))?;
        groupings.iter_mut().for_each(|grouping| grouping.end(date));
    }
    let mut sums = BTreeMap::<String, Vec<i64>>::new();
    for (step, grouping) in groupings.into_iter().enumerate() {
        for ((_, group), n) in grouping.grouped().sums(Period::default(), false, &[Dimension::Country]) {
            let name = group.first().copied().unwrap_or(OTHERS).to_owned();
            if let Some(sum) = sums.entry(name).or_insert_with(|| vec![0; steps]).get_mut(step) {
                *sum += n;
            }
        }
    }
    let mut rows = sums.into_iter().collect::<Vec<_>>();
    rows.sort_by_key(|(name, numbers)| (name == OTHERS, std::cmp::Reverse(numbers.clone())));
    Ok(Providers { rows })
}

impl Service {
    pub(super) async fn by_provider(&self, now: Timestamp) -> Result<Providers, AppError> {
        let read = async {
            let mut conn = self.common.db.read().await?;
            let cells: Vec<Cell> =
                each_db!(conn.link(), c => sqlx::query_as(DAYS).bind(day_of(now)).fetch_all(c).await)?;
            told(&cells)
        };
        read.await.map_err(|error| internal(&error))
    }
}

/// The same as a file.
pub(super) fn file(providers: Providers, format: Format, now: Timestamp) -> std::io::Result<Vec<u8>> {
    let head = ["provider"].into_iter().chain(Providers::STEPS.map(|step| step.name())).collect();
    let notes = [
        format!("Written at {now} (UTC)."),
        "All campaigns together, finished days in UTC. Small groups are merged: a group is told in lots of ten or more, once they have \
         come together. What is in no such group is (others)."
            .to_owned(),
    ];
    let mut encoder = Encoder::with_head(format, head, 1, &notes)?;
    for (provider, numbers) in providers.rows {
        encoder.row(Row { words: vec![provider], numbers })?;
    }
    let mut bytes = Vec::new();
    encoder.write_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(day: i64, provider: &str, signed: i64, confirmed: i64) -> Cell {
        Cell { day, provider: provider.to_owned(), signed, mailed: signed, bounced: 0, confirmed }
    }

    #[test]
    fn a_provider_of_few_is_not_told() {
        let day = [cell(20_500, "gmail.com", 60, 50), cell(20_500, "other", 12, 11), cell(20_500, "proton.me", 3, 2)];
        let told = told(&day).unwrap();
        // Three would be alone, so those elsewhere wait with them.
        let rows = [("gmail.com", vec![60, 60, 0, 50]), (OTHERS, vec![15, 15, 0, 13])];
        assert_eq!(told.rows, rows.map(|(name, numbers)| (name.to_owned(), numbers)));
    }

    #[test]
    fn files_hold_what_is_told() {
        let told = told(&[cell(20_500, "gmail.com", 60, 50), cell(20_501, "gmail.com", 4, 4)]).unwrap();
        let csv = file(told, Format::Csv, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(String::from_utf8(csv).unwrap(), "provider,signed,mailed,bounced,confirmed\ngmail.com,60,60,0,50\n");
    }
}
