use crate::answer;
use crate::campaigns::parts::{Empty, Entry, Pager, SearchForm};
use crate::campaigns::{CampaignList, CampaignsPort};
use crate::error::Failure;
use crate::i18n::{CampaignMsg, ErrorMsg, Lang, SiteMsg, tr, use_lang};
use crate::paths;
use crate::ui::{Heading, PageHead, awaited, failure};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What this is, and the list of campaigns.
#[component]
pub fn Home() -> impl IntoView {
    let lang = use_lang();
    let (words, page) = use_query_map().with_untracked(|query| {
        let words = query.get("q").unwrap_or_default().trim().to_owned();
        let page = query.get("page").and_then(|page| page.parse::<u32>().ok()).unwrap_or(1).max(1);
        (words, page)
    });
    let list = awaited(async move {
        let list = async { port::<CampaignsPort>()?.list(lang, &words, page).await };
        match list.await {
            Ok(list) => listed(lang, &words, list),
            Err(error) => unlisted(lang, failure(error)),
        }
    });
    let (title, lead) = (tr(lang, CampaignMsg::HomeTitle), tr(lang, CampaignMsg::HomeLead));
    view! {
        <PageHead
            title=tr(lang, CampaignMsg::ListTitle)
            description=format!("{title} {lead}")
            path=paths::home(lang)
            without_language="/"
        />
        <main id="main" class="page" tabindex="-1">
            <Heading class="lede" text=title/>
            <p class="abstract">{lead}</p>
            <SearchForm/>
            <section class="list" aria-labelledby="campaigns">{list}</section>
        </main>
    }
}

fn list_heading(text: String) -> impl IntoView {
    view! { <h2 id="campaigns" class="label">{text}</h2> }
}

fn listed(lang: Lang, words: &str, list: CampaignList) -> AnyView {
    let heading = match (words.is_empty(), list.campaigns.is_empty()) {
        (true, _) => tr(lang, CampaignMsg::ListTitle),
        (false, true) => tr(lang, CampaignMsg::NoMatch { query: words }),
        (false, false) => tr(lang, CampaignMsg::FoundTitle { query: words }),
    };
    view! {
        {list_heading(heading.into_owned())}
        {content(lang, words, list)}
    }
    .into_any()
}

fn unlisted(lang: Lang, failure: Failure) -> AnyView {
    answer::set_status(failure.error.status());
    let text = tr(lang, ErrorMsg::Text(failure.error.clone())).into_owned();
    let again = tr(lang, ErrorMsg::TryAgain).into_owned();
    view! {
        {list_heading(tr(lang, ErrorMsg::Title(failure.error)).into_owned())}
        <Empty text=text step=Some((paths::home(lang), again))/>
    }
    .into_any()
}

fn content(lang: Lang, words: &str, list: CampaignList) -> AnyView {
    if list.campaigns.is_empty() {
        let (text, step) = if words.is_empty() && list.page == 1 {
            let about = tr(lang, SiteMsg::About).into_owned();
            let text = format!("{} {}", tr(lang, CampaignMsg::Empty), tr(lang, CampaignMsg::EmptyHint));
            (text, (paths::about(lang), about))
        } else {
            let all = tr(lang, CampaignMsg::ShowAll).into_owned();
            (tr(lang, CampaignMsg::NoMatchHint).into_owned(), (paths::home(lang), all))
        };
        return view! { <Empty text=text step=Some(step)/> }.into_any();
    }
    let entries = list.campaigns.into_iter().map(|campaign| view! { <Entry campaign=campaign/> }).collect_view();
    view! {
        <ol class="entries" role="list">{entries}</ol>
        <Pager query=words.to_owned() page=list.page more=list.more/>
    }
    .into_any()
}
