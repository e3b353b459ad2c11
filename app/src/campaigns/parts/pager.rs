use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// Leads to the pages before and after this one; absent where there is one page only.
#[component]
pub fn Pager(
    /// What was searched.
    query: String,
    /// This page, from 1.
    page: u32,
    /// Whether there is another one.
    more: bool,
) -> impl IntoView {
    let lang = use_lang();
    let previous = (page > 1).then(|| {
        let href = paths::search(lang, &query, page - 1);
        view! { <a rel="prev" href=href>{tr(lang, CampaignMsg::PreviousPage)}</a> }
    });
    let next = more.then(|| {
        let href = paths::search(lang, &query, page.saturating_add(1));
        view! { <a rel="next" href=href>{tr(lang, CampaignMsg::NextPage)}</a> }
    });
    (page > 1 || more).then(|| {
        view! {
            <nav class="pager" aria-label=tr(lang, CampaignMsg::Pages)>
                {previous}
                <span class="pager-now">{tr(lang, CampaignMsg::PageNumber(page))}</span>
                {next}
            </nav>
        }
    })
}
