//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod one;
mod report;
mod reports;

pub use one::ReportCasePage;
pub use report::ReportCampaign;
pub use reports::ReportsPage;

use super::OpenReport;
use crate::i18n::{Lang, ReportMsg, ReviewMsg, tr};
use crate::ui::Tongue;
use leptos::prelude::*;

/// What it is about and since when it waits, or what came of it.
fn facts(lang: Lang, report: &OpenReport) -> impl IntoView + use<> {
    let tongue = Tongue::of(&report.campaign.text_lang, lang);
    let said = match report.outcome {
        Some(outcome) => tr(lang, ReportMsg::Outcome(outcome)),
        None => tr(lang, ReviewMsg::Days(report.days)),
    };
    view! {
        <p class="meta">
            <span lang=tongue.lang dir=tongue.dir>{report.campaign.title.clone()}</span>
            " · "
            {said}
        </p>
    }
}
