use crate::campaigns::{Empty, Slug};
use crate::exports::{Column, Format, Funnel};
use crate::i18n::{CampaignMsg, CountsMsg, ExportMsg, number, tr, use_lang};
use crate::paths;
use crate::ui::{Bar, Bars};
use leptos::prelude::*;

/// What became of forms: a sentence, a bar for each step, a table by day and a file.
#[component]
pub fn FunnelSection(
    /// The events.
    funnel: Funnel,
    /// The campaign.
    slug: Slug,
) -> impl IntoView {
    let lang = use_lang();
    let Funnel { steps, rows } = funnel;
    let sum = |step: usize| rows.iter().filter_map(|row| row.numbers.get(step)).sum::<i64>();
    let of = |column| steps.iter().position(|step| *step == column).map_or(0, sum);
    let content = if rows.is_empty() {
        view! { <Empty text=tr(lang, ExportMsg::Empty)/> }.into_any()
    } else {
        let said = ExportMsg::FunnelSaid { signed: of(Column::Signed), confirmed: of(Column::Confirmed) };
        let name = |column| tr(lang, CountsMsg::Column(column)).into_owned();
        let bar = |(place, column): (usize, &Column)| {
            let n = sum(place);
            Bar { label: name(*column), shown: number(lang, n), value: n }
        };
        let bars = steps.iter().enumerate().filter(|(_, step)| **step != Column::Fast).map(bar).collect::<Vec<_>>();
        let fast = (of(Column::Fast) > 0).then(|| view! { <p>{tr(lang, ExportMsg::Fast(of(Column::Fast)))}</p> });
        let heads =
            steps.iter().map(|column| view! { <th scope="col" class="num">{name(*column)}</th> }).collect_view();
        let body = rows
            .iter()
            .map(|row| {
                let cells =
                    row.numbers.iter().map(|n| view! { <td class="num">{number(lang, *n)}</td> }).collect_view();
                view! { <tr><th scope="row">{row.day.clone()}</th>{cells}</tr> }
            })
            .collect_view();
        let files = Format::ALL.map(|format| {
            let href = paths::counts_file(lang, &slug, "funnel", format.name());
            view! { <a href=href aria-describedby="funnel">{tr(lang, CountsMsg::Download(format))}</a> }
        });
        view! {
            <p id="funnel-sentence">{tr(lang, said)}</p>
            <Bars bars=bars dense=true/>
            {fast}
            <details class="more">
                <summary>{tr(lang, CampaignMsg::ShowNumbers)}</summary>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="funnel-sentence">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{tr(lang, ExportMsg::Column(crate::exports::Dimension::Day))}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
            </details>
            <p class="downloads">{files}</p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="funnel">
            <h2 id="funnel" class="section">{tr(lang, ExportMsg::Funnel)}</h2>
            {content}
        </section>
    }
}
