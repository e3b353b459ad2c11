use crate::campaigns::{Fact, Facts};
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::ui::Tongue;
use leptos::prelude::*;

/// Figures as bars, with the figure beside each, and as a table with its sources. The bars are decoration: everything they show is said.
#[component]
pub fn FactsChart(
    /// The figures.
    facts: Facts,
    /// The language of their texts, where it differs from the page's.
    tongue: Tongue,
) -> impl IntoView {
    let lang = use_lang();
    let greatest = facts.rows.iter().map(|row| row.value).max().unwrap_or_default();
    let bars = facts.rows.iter().map(|row| bar(row, greatest)).collect_view();
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
            <ul class="bars" role="list">{bars}</ul>
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

fn bar(row: &Fact, greatest: u32) -> impl IntoView + use<> {
    view! {
        <li>
            <span class="bars-label">{row.label.clone()}</span>
            " "
            <span class="bars-value">{row.shown.clone()}</span>
            <svg class="bars-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width=share(row.value, greatest) height="1"/>
            </svg>
        </li>
    }
}

/// The bar's length in hundredths of the greatest, with two decimals, without floating point: the same in every browser.
fn share(value: u32, greatest: u32) -> String {
    let parts = u64::from(value) * 10_000 / u64::from(greatest.max(1));
    format!("{}.{:02}", parts / 100, parts % 100)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn bars_are_measured_against_the_greatest() {
        assert_eq!(share(2600, 2600), "100.00");
        assert_eq!(share(640, 2600), "24.61");
        assert_eq!(share(0, 0), "0.00");
    }
}
