use crate::i18n::{CampaignMsg, Text, tr, use_lang};
use leptos::prelude::*;

/// Leads to the pages before and after this one; absent where there is one page only.
#[component]
pub fn Pages<F: Fn(u32) -> String>(
    /// What it leads through, for screen readers.
    label: Text,
    /// This page, from 1.
    page: u32,
    /// Whether there is another one.
    more: bool,
    /// The address of a page.
    path: F,
) -> impl IntoView {
    let lang = use_lang();
    let previous = (page > 1).then(|| {
        view! { <a rel="prev" href=path(page - 1)>{tr(lang, CampaignMsg::PreviousPage)}</a> }
    });
    let next = more.then(|| {
        view! { <a rel="next" href=path(page.saturating_add(1))>{tr(lang, CampaignMsg::NextPage)}</a> }
    });
    (page > 1 || more).then(|| {
        view! {
            <nav class="pager" aria-label=label>
                {previous}
                <span class="pager-now">{tr(lang, CampaignMsg::PageNumber(page))}</span>
                {next}
            </nav>
        }
    })
}
