use crate::campaigns::Empty;
use crate::exports::{Format, OTHERS, Providers};
use crate::i18n::{CountsMsg, number, tr, use_lang};
use crate::paths;
use crate::ui::{Bar, Bars};
use leptos::prelude::*;

/// What becomes of forms at each mail provider: a sentence, bars, a table and files.
#[component]
pub fn ProvidersSection(
    /// The counts.
    providers: Providers,
) -> impl IntoView {
    let lang = use_lang();
    let name = |provider: &str| match provider {
        OTHERS | "other" => tr(lang, CountsMsg::OtherProviders).into_owned(),
        provider => provider.to_owned(),
    };
    // The fixed "other" and what is merged read the same, so they stand in one row.
    let mut rows = Vec::<(String, Vec<i64>)>::new();
    for (provider, numbers) in providers.rows {
        let name = name(&provider);
        match rows.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sums)) => sums.iter_mut().zip(numbers).for_each(|(sum, n)| *sum += n),
            None => rows.push((name, numbers)),
        }
    }
    let content = if rows.is_empty() {
        view! { <Empty text=tr(lang, CountsMsg::NoProviders)/> }.into_any()
    } else {
        let bar = |(name, numbers): &(String, Vec<i64>)| {
            let n = numbers.first().copied().unwrap_or_default();
            Bar { label: name.clone(), shown: number(lang, n), value: n }
        };
        let bars = rows.iter().map(bar).collect::<Vec<_>>();
        let heads =
            Providers::STEPS.map(|step| view! { <th scope="col" class="num">{tr(lang, CountsMsg::Column(step))}</th> });
        let body = rows
            .into_iter()
            .map(|(name, numbers)| {
                let cells =
                    numbers.into_iter().map(|n| view! { <td class="num">{number(lang, n)}</td> }).collect_view();
                view! { <tr><th scope="row">{name}</th>{cells}</tr> }
            })
            .collect_view();
        let buttons = Format::ALL.map(|format| {
            view! {
                <button type="submit" class="button-quiet" name="format" value=format.name()>
                    {tr(lang, CountsMsg::Download(format))}
                </button>
            }
        });
        view! {
            <p id="providers-sentence">{tr(lang, CountsMsg::ProvidersSaid)}</p>
            <Bars bars=bars dense=true/>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="providers-sentence">
                <table class="table" aria-describedby="providers-sentence">
                    <thead><tr><th scope="col">{tr(lang, CountsMsg::Provider)}</th>{heads}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <form method="post" action=paths::house_counts(lang) novalidate=true>
                <input type="hidden" name="of" value="providers"/>
                <div class="actions">{buttons}</div>
            </form>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="providers">
            <h2 id="providers" class="section">{tr(lang, CountsMsg::Providers)}</h2>
            {content}
        </section>
    }
}
