use crate::campaigns::Removal;
use crate::i18n::{InvalidationMsg, tr, use_lang};
use crate::invalidation::Met;
use crate::ui::Tongue;
use leptos::prelude::*;

/// What was taken off the count by rules, and why; absent where there is nothing.
#[component]
pub fn Removed(
    /// The newest first.
    removals: Vec<Removal>,
) -> impl IntoView {
    let lang = use_lang();
    let items = removals
        .iter()
        .map(|removal| {
            let Removal { n, day, reason, reason_lang, restored } = removal;
            let tongue = Tongue::of(reason_lang, lang);
            let restored =
                restored.as_ref().map(|day| view! { <p>{tr(lang, InvalidationMsg::CountAgain { day })}</p> });
            view! {
                <li>
                    <p>{tr(lang, InvalidationMsg::Removed { n: n.map_or(Met::Few, Met::Exactly), day })}</p>
                    <blockquote class="quoted" lang=tongue.lang dir=tongue.dir>{reason.clone()}</blockquote>
                    {restored}
                </li>
            }
        })
        .collect_view();
    (!removals.is_empty()).then(|| {
        view! {
            <section aria-labelledby="removed-title">
                <h2 id="removed-title" class="section">{tr(lang, InvalidationMsg::RemovedTitle)}</h2>
                <ul class="removed" role="list">{items}</ul>
            </section>
        }
    })
}
