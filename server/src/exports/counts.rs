//! Exact counts from the tallies. Small groups are not merged here: only the operator's command line reads this.

use super::groups::{Groups, day};
use crate::campaigns::{self, Listed};
use crate::store::{CampaignId, Db, Result, StoreError, each_db};
use jiff::tz::TimeZone;

/// Cells that are read at once.
const PAGE: i64 = 1_000;

crate::store::statements! {
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

    /// What the cell holds of it; a day depends on the time zone.
    pub(super) fn value(self, cell: &Cell) -> Option<&String> {
        match self {
            Self::Day => None,
            Self::Country => Some(&cell.country),
            Self::Region => Some(&cell.region),
            Self::Source => Some(&cell.source),
            Self::Locale => Some(&cell.locale),
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
pub(super) struct Cell {
    pub hour: i64,
    pub country: String,
    pub region: String,
    pub source: String,
    pub locale: String,
    pub slot: i64,
    pub n: i64,
}

impl Cell {
    /// Before all others.
    pub(super) fn first() -> Self {
        let text = String::new;
        Self { hour: i64::MIN, country: text(), region: text(), source: text(), locale: text(), slot: 0, n: 0 }
    }
}

/// Tells counts of all campaigns, or of one, broken down by `by`: campaign by campaign, then day by day, then in the order of the other
/// dimensions. Groups that come to nothing are left out; campaigns are not.
///
/// Tallies are read in pages. What is held in memory are a page and the groups of two days, or, without days, those of one campaign: as many
/// as there are countries, regions, sources and languages, however many have signed.
///
/// # Errors
/// A sentence for a campaign that is not there, what the database said, or what `tell` failed with.
pub async fn counts<E: From<StoreError>>(
    db: &Db,
    by: &[By],
    only: Option<&str>,
    mut tell: impl FnMut(Count) -> Result<(), E>,
) -> Result<(), E> {
    campaigns::each(db, only, async |campaign| of_campaign(db, by, campaign, &mut tell).await).await
}

async fn of_campaign<E: From<StoreError>>(
    db: &Db,
    by: &[By],
    campaign: Listed,
    tell: &mut impl FnMut(Count) -> Result<(), E>,
) -> Result<(), E> {
    let zone = TimeZone::get(&campaign.time_zone).map_err(|_| StoreError::Corrupt("time zone"))?;
    let id = campaign.id()?;
    let mut groups = Groups::new(by, campaign.slug);
    let mut after = Cell::first();
    loop {
        let cells = page_of_cells(db, id, &after).await?;
        for cell in &cells {
            groups.add(cell, &zone)?;
        }
        let Some(last) = cells.into_iter().next_back() else { break };
        groups.tell_before(day(&last, &zone)?, tell)?;
        after = last;
    }
    groups.tell(tell)
}

pub(super) async fn page_of_cells(db: &Db, campaign: CampaignId, after: &Cell) -> Result<Vec<Cell>> {
    let mut conn = db.read().await?;
    Ok(each_db!(conn.link(), c => sqlx::query_as(CELLS)
        .bind(campaign.bytes())
        .bind(after.hour)
        .bind(&after.country)
        .bind(&after.region)
        .bind(&after.source)
        .bind(&after.locale)
        .bind(after.slot)
        .bind(PAGE)
        .fetch_all(c).await)?)
}
