//! Counts without a database: one browser, at most one campaign.

use crate::fakes::slug;
use app::campaigns::Slug;
use app::error::AppError;
use app::exports::{
    Breakdown, BreakdownRow, Column, CountsPage, CountsQuery, Dashboard, Dimension, Exports, Funnel, FunnelRow, Mark,
};
use app::i18n::Lang;
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: whether it is signed in, and the campaign whose counts it may see.
#[derive(Clone)]
pub struct FakeExports {
    pub signed_in: bool,
    pub dashboard: Option<Dashboard>,
    pub counts: Result<CountsPage, AppError>,
}

impl Default for FakeExports {
    fn default() -> Self {
        Self { signed_in: false, dashboard: None, counts: Err(AppError::SignIn) }
    }
}

impl FakeExports {
    pub fn none() -> Self {
        Self { signed_in: true, ..Self::default() }
    }

    pub fn of(dashboard: Dashboard) -> Self {
        Self { signed_in: true, dashboard: Some(dashboard), ..Self::default() }
    }

    fn seen(&self, asked: &Slug) -> Result<Dashboard, AppError> {
        if !self.signed_in {
            return Err(AppError::SignIn);
        }
        self.dashboard.clone().filter(|dashboard| dashboard.slug == *asked).ok_or(AppError::NotFound)
    }
}

pub fn row(key: &str, label: &str, n: i64) -> BreakdownRow {
    BreakdownRow { key: key.into(), label: label.into(), n }
}

/// A campaign whose groups are large enough to be shown, and which has some that are not.
pub fn full(lang: Lang) -> Dashboard {
    let (days, countries) = match lang {
        Lang::En => (["3 March 2026", "4 March 2026"], ["Mexico", "Spain"]),
        Lang::Es => (["3 de marzo de 2026", "4 de marzo de 2026"], ["México", "España"]),
    };
    let breakdown = |by, rows, rest| Breakdown { by, rows, rest, until: Some(days[1].into()) };
    Dashboard {
        slug: slug("safe-crossing"),
        title: "Un cruce seguro".into(),
        text_lang: "es".into(),
        count: 12_431,
        goal: 15_000,
        time_zone: "America/Mexico_City".into(),
        signers: false,
        today: None,
        week: Some(1_250),
        milestones: vec![Mark { key: "2026-03-04".into(), day: days[1].into(), n: 10_000 }],
        funnel: Funnel {
            steps: Column::FUNNEL.into(),
            rows: vec![
                FunnelRow { day: days[0].into(), numbers: vec![140, 130, 0, 100, 0] },
                FunnelRow { day: days[1].into(), numbers: vec![160, 155, 12, 150, 25] },
            ],
        },
        breakdowns: vec![
            breakdown(Dimension::Day, vec![row("2026-03-03", days[0], 100), row("2026-03-04", days[1], 150)], 0),
            breakdown(Dimension::Country, vec![row("MX", countries[0], 120), row("ES", countries[1], 30)], 100),
            breakdown(Dimension::Source, vec![row("qr", "QR", 200), row("none", "NONE", 50)], 0),
        ],
    }
}

/// A campaign of which no group may be shown.
pub fn empty(lang: Lang) -> Dashboard {
    let breakdowns =
        Dimension::SHOWN.map(|by| Breakdown { by, rows: Vec::new(), rest: 0, until: None }).into_iter().collect();
    Dashboard { count: 1, week: None, milestones: Vec::new(), funnel: Funnel::default(), breakdowns, ..full(lang) }
}

#[async_trait]
impl Exports for FakeExports {
    async fn dashboard(&self, _: &Visitor, _: Lang, slug: &Slug) -> Result<Dashboard, AppError> {
        self.seen(slug)
    }

    async fn counts(&self, _: &Visitor, _: &CountsQuery) -> Result<CountsPage, AppError> {
        self.counts.clone()
    }
}
