use super::use_slug;
use crate::campaigns::{Empty, UpdateEntries};
use crate::error::AppError;
use crate::i18n::{CampaignMsg, UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Heading, PageHead, Tongue, answered};
use crate::updates::{News, UpdatesPort};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// All updates of a campaign, for everyone.
#[component]
pub fn NewsPage() -> impl IntoView {
    let lang = use_lang();
    let slug = use_slug();
    let page =
        use_query_map().with_untracked(|query| query.get("page").and_then(|page| page.parse().ok())).unwrap_or(1);
    let campaign = slug.clone();
    let news = async move { port::<UpdatesPort>()?.news(lang, &slug.ok_or(AppError::NotFound)?, page).await };
    answered(news, campaign, move |news| view! { <Page news=news/> }.into_any())
}

#[component]
fn Page(news: News) -> impl IntoView {
    let lang = use_lang();
    let News { slug, title, text_lang, updates, page, more } = news;
    let heading = tr(lang, UpdateMsg::Updates);
    let newer = (page > 1).then(|| {
        view! { <a rel="prev" href=paths::news(lang, &slug, page - 1)>{tr(lang, UpdateMsg::Newer)}</a> }
    });
    let older = more.then(|| {
        view! { <a rel="next" href=paths::news(lang, &slug, page.saturating_add(1))>{tr(lang, UpdateMsg::Older)}</a> }
    });
    let pager = (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=tr(lang, CampaignMsg::Pages)>
                {newer}
                <span class="pager-now">{tr(lang, CampaignMsg::PageNumber(page))}</span>
                {older}
            </nav>
        }
    });
    let entries = if updates.is_empty() {
        view! { <Empty text=tr(lang, UpdateMsg::NoneShown)/> }.into_any()
    } else {
        view! { <section aria-label=heading.clone()><UpdateEntries updates=updates level=2/></section> }.into_any()
    };
    let description = format!("{heading}: {title}");
    view! {
        <PageHead title=description.clone() description=description path=paths::news(lang, &slug, page)/>
        <main id="main" class="page" tabindex="-1">
            <BackLink href=paths::campaign(lang, &slug) text=title tongue=Tongue::of(&text_lang, lang)/>
            <Heading text=heading/>
            {entries}
            {pager}
        </main>
    }
}
