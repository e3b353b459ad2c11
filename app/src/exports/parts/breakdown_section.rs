use super::DayChart;
use crate::campaigns::{Empty, Slug};
use crate::exports::{Breakdown, BreakdownRow, Dimension, Format, Mark};
use crate::i18n::{CampaignMsg, CountsMsg, ExportMsg, Lang, number, tr, use_lang};
use crate::paths;
use crate::signatures::Source;
use crate::ui::{Bar, Bars};
use leptos::prelude::*;

/// Bars that are read without scrolling for long. The table has every row.
const MOST_BARS: usize = 60;

/// A breakdown: a sentence, a chart, a table and a file.
#[component]
pub fn BreakdownSection(
    /// The counts.
    breakdown: Breakdown,
    /// The campaign.
    slug: Slug,
    /// The time zone of its days.
    time_zone: String,
    /// What is marked in the line of days.
    marks: Vec<Mark>,
) -> impl IntoView {
    let lang = use_lang();
    let by = breakdown.by;
    let id = by.name();
    let content = if breakdown.rows.is_empty() {
        view! { <Empty text=tr(lang, ExportMsg::Empty)/> }.into_any()
    } else {
        let as_of = breakdown.until.as_deref().map(|day| {
            view! { <p class="meta">{tr(lang, ExportMsg::AsOf { day, zone: &time_zone })}</p> }
        });
        let files = Format::ALL.map(|format| {
            let href = paths::counts_file(lang, &slug, id, format.name());
            view! { <a href=href aria-describedby=id>{tr(lang, CountsMsg::Download(format))}</a> }
        });
        let chart = match by {
            Dimension::Day | Dimension::Hour => {
                view! { <DayChart rows=breakdown.rows.clone() marks=marks/> }.into_any()
            }
            _ => bars(lang, &breakdown).into_any(),
        };
        view! {
            <p id=format!("{id}-sentence")>{sentence(lang, &breakdown)}</p>
            {chart}
            {table(lang, &breakdown)}
            {as_of}
            <p class="downloads">{files}</p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id class="section">{tr(lang, ExportMsg::Heading(by))}</h2>
            {content}
        </section>
    }
}

/// The largest group, which for days may be any of them.
fn sentence(lang: Lang, breakdown: &Breakdown) -> Option<String> {
    let total = breakdown.rows.iter().map(|row| row.n).sum::<i64>() + breakdown.rest;
    // Of equal ones `max_by_key` takes the last: from behind, that is the first.
    let largest = breakdown.rows.iter().rev().max_by_key(|row| row.n)?;
    let name = label(lang, breakdown.by, largest);
    let top = ExportMsg::Top { by: breakdown.by, name: &name, n: largest.n, total };
    Some(tr(lang, top).into_owned())
}

fn bars(lang: Lang, breakdown: &Breakdown) -> impl IntoView + use<> {
    let rows = &breakdown.rows;
    let shown = &rows[..rows.len().min(MOST_BARS)];
    let some = (shown.len() < rows.len()).then(|| {
        let text = ExportMsg::SomeBars { shown: shown.len(), of: rows.len() };
        view! { <p class="meta">{tr(lang, text)}</p> }
    });
    let bars = shown
        .iter()
        .map(|row| Bar { label: label(lang, breakdown.by, row), shown: number(lang, row.n), value: row.n })
        .collect();
    view! {
        <Bars bars=bars dense=true/>
        {some}
    }
}

fn table(lang: Lang, breakdown: &Breakdown) -> impl IntoView + use<> {
    let row = |label: String, n: i64| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td class="num">{number(lang, n)}</td>
            </tr>
        }
    };
    let rows = breakdown.rows.iter().map(|group| row(label(lang, breakdown.by, group), group.n)).collect_view();
    let rest = (breakdown.rest > 0).then(|| row(tr(lang, ExportMsg::Others).into_owned(), breakdown.rest));
    view! {
        <details class="more">
            <summary>{tr(lang, CampaignMsg::ShowNumbers)}</summary>
            <div
                class="scroll"
                tabindex="0"
                role="region"
                aria-labelledby=format!("{}-sentence", breakdown.by.name())
            >
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{tr(lang, ExportMsg::Column(breakdown.by))}</th>
                            <th scope="col" class="num">{tr(lang, ExportMsg::Signatures)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows}
                        {rest}
                    </tbody>
                </table>
            </div>
        </details>
    }
}

/// What a group is called. The names of sources are texts of the interface.
fn label(lang: Lang, by: Dimension, row: &BreakdownRow) -> String {
    match by {
        // A campaign's own code is its own name.
        Dimension::Source if Source::is_free(&row.key) => row.key.clone(),
        Dimension::Source => tr(lang, ExportMsg::Source(Source::parse(&row.key))).into_owned(),
        _ => row.label.clone(),
    }
}
