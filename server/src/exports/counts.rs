//! Exact counts from the tallies. Small groups are not merged here: only the operator's command line reads this.

use crate::store::{Db, Result, StoreError, each_db};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// Rows of tallies that are read at once.
const PAGE: i64 = 1_000;

crate::store::statements! {
    CAMPAIGNS = "SELECT id, slug, time_zone FROM campaigns ORDER BY slug";
    CELLS = "SELECT hour, country, region, source, locale, slot, confirmed - withdrawn - invalidated + restored AS n
        FROM tallies WHERE campaign_id = $1 AND (hour, country, region, source, locale, slot) > ($2, $3, $4, $5, $6, $7)
        ORDER BY hour, country, region, source, locale, slot LIMIT $8";
}

/// What counts can be broken down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    /// The day in the campaign's time zone.
    Day,
    /// The country.
    Country,
    /// The postcode region.
    Region,
    /// How signers came.
    Source,
    /// The language that they signed in.
    Locale,
}

impl By {
    /// The column's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Country => "country",
            Self::Region => "region",
            Self::Source => "source",
            Self::Locale => "locale",
        }
    }
}

/// One line of the export.
#[derive(Debug, PartialEq, Eq)]
pub struct Count {
    /// The campaign's slug.
    pub campaign: String,
    /// One value for each dimension asked for.
    pub group: Vec<String>,
    /// Confirmed signatures that were neither withdrawn nor removed.
    pub confirmed: i64,
}

#[derive(sqlx::FromRow)]
struct Campaign {
    id: Vec<u8>,
    slug: String,
    time_zone: String,
}

#[derive(sqlx::FromRow)]
struct Cell {
    hour: i64,
    country: String,
    region: String,
    source: String,
    locale: String,
    slot: i64,
    n: i64,
}

/// Counts of all campaigns, or of one, broken down by `by`. Groups that come to nothing are left out; campaigns are not.
///
/// # Errors
/// A sentence for a campaign that is not there; what the database said otherwise.
pub async fn counts(db: &Db, by: &[By], only: Option<&str>) -> Result<Vec<Count>> {
    let mut conn = db.read().await?;
    let campaigns: Vec<Campaign> = each_db!(conn.link(), c => sqlx::query_as(CAMPAIGNS).fetch_all(c).await)?;
    let mut counts = Vec::new();
    let mut found = false;
    for campaign in campaigns.into_iter().filter(|campaign| only.is_none_or(|slug| slug == campaign.slug)) {
        found = true;
        let zone = TimeZone::get(&campaign.time_zone).map_err(|_| StoreError::Corrupt("time zone"))?;
        let mut groups = BTreeMap::<Vec<String>, i64>::new();
        if by.is_empty() {
            groups.insert(Vec::new(), 0);
        }
        let mut after = Cell {
            hour: i64::MIN,
            country: String::new(),
            region: String::new(),
            source: String::new(),
            locale: String::new(),
            slot: 0,
            n: 0,
        };
        loop {
            let cells: Vec<Cell> = each_db!(conn.link(), c => sqlx::query_as(CELLS)
                .bind(&campaign.id)
                .bind(after.hour)
                .bind(&after.country)
                .bind(&after.region)
                .bind(&after.source)
                .bind(&after.locale)
                .bind(after.slot)
                .bind(PAGE)
                .fetch_all(c).await)?;
            for cell in &cells {
                let group = by.iter().map(|by| value(*by, cell, &zone)).collect::<Result<Vec<_>>>()?;
                *groups.entry(group).or_default() += cell.n;
            }
            match cells.into_iter().next_back() {
                Some(last) => after = last,
                None => break,
            }
        }
        groups.retain(|_, n| by.is_empty() || *n != 0);
        let slug = &campaign.slug;
        counts.extend(groups.into_iter().map(|(group, confirmed)| Count { campaign: slug.clone(), group, confirmed }));
    }
    match only {
        Some(slug) if !found => {
            Err(StoreError::Refused(format!("There is no campaign {slug}. `undersigned campaign list` names them.")))
        }
        _ => Ok(counts),
    }
}

fn value(by: By, cell: &Cell, zone: &TimeZone) -> Result<String> {
    Ok(match by {
        By::Day => {
            let hour = Timestamp::from_second(cell.hour * 3_600).map_err(|_| StoreError::Corrupt("hour"))?;
            hour.to_zoned(zone.clone()).date().to_string()
        }
        By::Country => cell.country.clone(),
        By::Region => cell.region.clone(),
        By::Source => cell.source.clone(),
        By::Locale => cell.locale.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_belongs_to_the_day_it_has_in_the_campaigns_zone() {
        // 2026-03-08 07:00 UTC: that night Chicago moves its clocks on.
        let hour = 492_487;
        let text = String::new;
        let cell = |hour| Cell { hour, country: text(), region: text(), source: text(), locale: text(), slot: 0, n: 1 };
        let day = |hour, zone| value(By::Day, &cell(hour), &TimeZone::get(zone).unwrap()).unwrap();
        assert_eq!(day(hour, "UTC"), "2026-03-08");
        assert_eq!(day(hour - 2, "America/Chicago"), "2026-03-07");
        assert_eq!(day(hour - 1, "America/Chicago"), "2026-03-08");
        assert_eq!(day(hour + 21, "America/Chicago"), "2026-03-08");
        assert_eq!(day(hour + 22, "America/Chicago"), "2026-03-09");
        assert_eq!(day(hour + 7, "Asia/Tokyo"), "2026-03-08");
        assert_eq!(day(hour + 8, "Asia/Tokyo"), "2026-03-09");
    }
}
