use crate::i18n::{Lang, SiteMsg, tr};
use crate::paths;
use crate::site::Site;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The head of every page: the name of the house, and the same page in the other languages.
#[component]
pub fn Masthead(lang: Lang) -> impl IntoView {
    let location = use_location();
    let (path, query) = (location.pathname.get_untracked(), location.search.get_untracked());
    let house = use_context::<Site>().unwrap_or_default().name;
    let others = Lang::ALL
        .into_iter()
        .filter(|other| *other != lang)
        .map(|other| {
            let href = paths::in_language(other, &path, &query);
            view! { <a href=href lang=other.code() hreflang=other.code()>{other.own_name()}</a> }
        })
        .collect_view();
    view! {
        <header class="masthead">
            <a class="wordmark" href=paths::home(lang)>{house}</a>
            <nav class="masthead-nav" aria-label=tr(lang, SiteMsg::MainLinks)>
                <a href=paths::about(lang)>{tr(lang, SiteMsg::About)}</a>
                {others}
            </nav>
        </header>
    }
}
