use crate::campaigns::Facts;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::ui::{Bar, Bars, Tongue};
use leptos::prelude::*;

/// Figures as bars, with the figure beside each, and as a table with its sources.
#[component]
pub fn FactsChart(
    /// The figures.
    facts: Facts,
    /// The language of their texts, where it differs from the page's.
    tongue: Tongue,
) -> impl IntoView {
    let lang = use_lang();
    let bars = facts
        .rows
        .iter()
        .map(|row| Bar { label: row.label.clone(), shown: row.shown.clone(), value: row.value.into() })
        .collect();
    let rows = facts
        .rows
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.label}</th>
                    <td class="num">{row.shown}</td>
                    <td>{row.source}</td>
                </tr>
            }
        })
        .collect_view();
    let note = (!facts.note.is_empty()).then(|| view! { <p class="facts-note">{facts.note}</p> });
    let interface = tongue.is_foreign().then_some(lang);
    view! {
        <figure class="facts" aria-labelledby="facts-caption" lang=tongue.lang dir=tongue.dir>
            <figcaption id="facts-caption">
                <strong class="facts-sentence">{facts.sentence}</strong>
                " "
                <span class="facts-unit">{facts.title}" ("{facts.unit.clone()}")"</span>
            </figcaption>
            <Bars bars=bars/>
            {note}
            <details class="more">
                <summary lang=interface.map(|lang| lang.code()) dir=interface.map(|lang| lang.dir())>
                    {tr(lang, CampaignMsg::ShowNumbers)}
                </summary>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="facts-caption">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col" lang=interface.map(|lang| lang.code())>{tr(lang, CampaignMsg::FactLabel)}</th>
                                <th scope="col" class="num">{facts.unit}</th>
                                <th scope="col" lang=interface.map(|lang| lang.code())>{tr(lang, CampaignMsg::FactSource)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
}
