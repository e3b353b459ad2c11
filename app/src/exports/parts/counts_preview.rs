use crate::campaigns::Empty;
use crate::exports::{CountsQuery, Format, Preview};
use crate::i18n::{CountsMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// The first rows of a file, as they stand in it, and the buttons for it. Files are sent by POST: an address in a history downloads
/// nothing.
#[component]
pub fn CountsPreview(
    /// The rows.
    preview: Preview,
    /// What they answer.
    query: CountsQuery,
) -> impl IntoView {
    let lang = use_lang();
    let Preview { head, words, rows, more } = preview;
    let class = move |column: usize| (column >= words).then_some("num");
    let said = match (rows.len(), more) {
        (0, _) => None,
        (rows, true) => Some(tr(lang, CountsMsg::FirstRows(rows))),
        (rows, false) => Some(tr(lang, CountsMsg::AllRows(rows))),
    };
    let zones = head.iter().any(|name| name == "time_zone").then(|| {
        view! { " "{tr(lang, CountsMsg::Zones)} }
    });
    let rule = if query.exact { CountsMsg::ExactRows } else { CountsMsg::MergedRows };
    let table = match said {
        None => view! { <Empty text=tr(lang, CountsMsg::NoRows)/> }.into_any(),
        Some(said) => {
            let names = head
                .into_iter()
                .enumerate()
                .map(|(column, name)| view! { <th scope="col" class=class(column)>{name}</th> })
                .collect_view();
            let rows = rows
                .into_iter()
                .map(|row| {
                    let cells = row
                        .into_iter()
                        .enumerate()
                        .map(|(column, text)| view! { <td class=class(column)>{text}</td> })
                        .collect_view();
                    view! { <tr>{cells}</tr> }
                })
                .collect_view();
            view! {
                <p id="preview-said">{said}" "{tr(lang, rule)}{zones}</p>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="preview-said">
                    <table class="table" aria-describedby="preview-said" lang="en">
                        <thead><tr>{names}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any()
        }
    };
    let fields = query
        .pairs()
        .into_iter()
        .map(|(name, value)| view! { <input r#type="hidden" name=name value=value.to_owned()/> })
        .collect_view();
    let buttons = Format::ALL.map(|format| {
        view! {
            <button type="submit" class="button-quiet" name="format" value=format.name()>
                {tr(lang, CountsMsg::Download(format))}
            </button>
        }
    });
    view! {
        <section aria-labelledby="preview">
            <h2 id="preview" class="section">{tr(lang, CountsMsg::Preview)}</h2>
            {table}
            <form method="post" action=paths::house_counts(lang) novalidate=true>
                {fields}
                <div class="actions">{buttons}</div>
            </form>
        </section>
    }
}
