use super::{Column, Dimension};
use crate::campaigns::Slug;
use crate::paths::encode;
use jiff::civil::Date;

/// Campaigns that can be named in one export; it can also be of all.
const MOST_CAMPAIGNS: usize = 200;

/// Which counts are wanted, as a form or an address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountsQuery {
    /// The campaigns; all of them if none is named.
    pub campaigns: Vec<Slug>,
    /// The first day, as typed.
    pub from: String,
    /// The last day, as typed.
    pub to: String,
    /// What they are broken down by, in the order of [`Dimension::ALL`].
    pub by: Vec<Dimension>,
    /// What is counted, in the order of [`Column::ALL`]; signatures if nothing is named.
    pub columns: Vec<Column>,
    /// Whether small groups are told, too.
    pub exact: bool,
}

/// A field of the form that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountsField {
    /// The first day.
    From,
    /// The last day.
    To,
    /// The breakdown.
    By,
    /// What is counted.
    Columns,
}

impl CountsField {
    /// Its name in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::By => "by",
            Self::Columns => "column",
        }
    }
}

/// What is wrong with a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountsProblem {
    /// That is no day.
    NoDay,
    /// The last day is before the first.
    Order,
    /// Days and hours at once.
    DayAndHour,
    /// Hours can be told without other groups alone.
    HourAlone,
    /// Events can be told over time alone.
    EventsOverTime,
}

/// The days of a query: the first and the last, both counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first, if there is a bound.
    pub from: Option<Date>,
    /// The last, if there is a bound.
    pub to: Option<Date>,
}

impl Period {
    /// Whether a day is in it.
    pub fn has(&self, day: Date) -> bool {
        self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether it is bounded.
    pub const fn is_bounded(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

impl CountsQuery {
    /// Reads names and values as a form sends them. What is not known is left out.
    pub fn read<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        let (mut by, mut columns) = (Vec::new(), Vec::new());
        for (name, value) in pairs {
            match name {
                "campaign" if query.campaigns.len() < MOST_CAMPAIGNS => {
                    let slug = Slug::parse(value).filter(|slug| !query.campaigns.contains(slug));
                    query.campaigns.extend(slug);
                }
                "from" => value.trim().clone_into(&mut query.from),
                "to" => value.trim().clone_into(&mut query.to),
                "by" => by.extend(Dimension::parse(value)),
                "column" => columns.extend(Column::parse(value)),
                "exact" => query.exact = !value.is_empty(),
                _ => {}
            }
        }
        query.by = Dimension::ALL.into_iter().filter(|dimension| by.contains(dimension)).collect();
        query.columns = Column::ALL.into_iter().filter(|column| columns.contains(column)).collect();
        query
    }

    /// The same as names and values: equal queries have equal ones.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let slugs = self.campaigns.iter().map(|slug| ("campaign", slug.as_str()));
        let days = [("from", self.from.as_str()), ("to", &self.to)].into_iter().filter(|(_, day)| !day.is_empty());
        let by = self.by.iter().map(|by| ("by", by.name()));
        let columns = self.columns.iter().map(|column| ("column", column.name()));
        let exact = self.exact.then_some(("exact", "on"));
        slugs.chain(days).chain(by).chain(columns).chain(exact).collect()
    }

    /// The same as the query of an address.
    pub fn text(&self) -> String {
        self.pairs().iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
    }

    /// Whether groups other than days and hours are wanted.
    pub fn has_groups(&self) -> bool {
        self.by.iter().any(|by| !by.is_time())
    }

    /// The columns that are told. Over time, where small groups are merged, the events themselves are told: what was taken back belongs
    /// to other days than what it was taken back from.
    pub fn told(&self, period: Period) -> Vec<Column> {
        let wanted: &[Column] = if self.columns.is_empty() { &[Column::Signatures] } else { &self.columns };
        let over_time = !self.exact && !self.has_groups() && (!self.by.is_empty() || period.is_bounded());
        let told = |column: Column| {
            wanted.contains(&column) && !(over_time && column == Column::Signatures)
                || (over_time && column == Column::Confirmed && wanted.contains(&Column::Signatures))
        };
        Column::ALL.into_iter().filter(|column| told(*column)).collect()
    }

    /// The days.
    ///
    /// # Errors
    /// Everything that is wrong with the query.
    pub fn period(&self) -> Result<Period, Vec<(CountsField, CountsProblem)>> {
        use CountsField as F;
        use CountsProblem as P;
        let mut errors = Vec::new();
        let mut day = |field, text: &str| match text.parse::<Date>() {
            _ if text.is_empty() => None,
            Ok(day) => Some(day),
            Err(_) => {
                errors.push((field, P::NoDay));
                None
            }
        };
        let period = Period { from: day(F::From, &self.from), to: day(F::To, &self.to) };
        if period.from.zip(period.to).is_some_and(|(from, to)| from > to) {
            errors.push((F::To, P::Order));
        }
        let hours = self.by.contains(&Dimension::Hour);
        if hours && self.by.contains(&Dimension::Day) {
            errors.push((F::By, P::DayAndHour));
        } else if hours && self.has_groups() && !self.exact {
            errors.push((F::By, P::HourAlone));
        }
        if self.has_groups() && !self.exact && self.columns.iter().any(|column| *column != Column::Signatures) {
            errors.push((F::Columns, P::EventsOverTime));
        }
        if errors.is_empty() { Ok(period) } else { Err(errors) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> CountsQuery {
        CountsQuery::read(pairs.iter().copied())
    }

    #[test]
    fn a_query_is_read_as_it_was_written() {
        let query = read(&[
            ("by", "source"),
            ("campaign", "safe-crossing"),
            ("campaign", "Not A Slug"),
            ("by", ""),
            ("by", "day"),
            ("by", "source"),
            ("from", "2026-03-01"),
            ("column", "expired"),
            ("exact", "on"),
            ("what", "ever"),
        ]);
        assert_eq!(query.text(), "campaign=safe-crossing&from=2026-03-01&by=day&by=source&column=expired&exact=on");
        let text = query.text();
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        assert_eq!(CountsQuery::read(pairs), query);
    }

    #[test]
    fn what_cannot_be_told_is_said_at_its_field() {
        use CountsField as F;
        use CountsProblem as P;
        let wrong = |pairs: &[(&str, &str)]| read(pairs).period().err().unwrap_or_default();
        assert_eq!(wrong(&[]), []);
        assert_eq!(wrong(&[("from", "1 March")]), [(F::From, P::NoDay)]);
        assert_eq!(wrong(&[("from", "2026-03-02"), ("to", "2026-03-01")]), [(F::To, P::Order)]);
        assert_eq!(wrong(&[("by", "day"), ("by", "hour")]), [(F::By, P::DayAndHour)]);
        assert_eq!(wrong(&[("by", "hour"), ("by", "country")]), [(F::By, P::HourAlone)]);
        assert_eq!(wrong(&[("by", "hour"), ("by", "country"), ("exact", "on")]), []);
        assert_eq!(wrong(&[("by", "source"), ("column", "withdrawn")]), [(F::Columns, P::EventsOverTime)]);
        assert_eq!(wrong(&[("by", "hour"), ("column", "withdrawn")]), []);
    }

    #[test]
    fn over_time_events_are_told() {
        let told = |pairs: &[(&str, &str)]| {
            let query = read(pairs);
            query.told(query.period().unwrap())
        };
        assert_eq!(told(&[]), [Column::Signatures]);
        assert_eq!(told(&[("by", "day")]), [Column::Confirmed]);
        assert_eq!(told(&[("to", "2026-03-01")]), [Column::Confirmed]);
        assert_eq!(told(&[("by", "day"), ("column", "signed")]), [Column::Signed]);
        assert_eq!(told(&[("by", "day"), ("by", "country")]), [Column::Signatures]);
        assert_eq!(told(&[("by", "day"), ("exact", "on")]), [Column::Signatures]);
    }
}
