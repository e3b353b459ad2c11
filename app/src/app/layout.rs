use crate::i18n::{Lang, SiteMsg, tr};
use crate::paths;
use crate::settings::parts::HouseNotice;
use crate::site::Site;
use crate::ui::{Footer, Masthead};
use leptos::prelude::*;
use leptos_meta::Html;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;

/// The language of the address, else the one that the server chose for this request.
pub(super) fn page_lang() -> Lang {
    use_location()
        .pathname
        .with_untracked(|path| paths::language(path))
        .or_else(use_context::<Lang>)
        .unwrap_or_default()
}

/// The pages of one language.
#[component]
pub(super) fn InLanguage(lang: Lang) -> impl IntoView {
    provide_context(lang);
    view! {
        <Layout lang=lang>
            <Outlet/>
        </Layout>
    }
}

/// What stands around every page. The page brings its own `<main>`.
#[component]
pub(super) fn Layout(lang: Lang, children: Children) -> impl IntoView {
    let banner = use_context::<Site>()
        .is_some_and(|site| site.dev_outbox)
        .then(|| view! { <aside class="banner" aria-label=tr(lang, SiteMsg::DevBannerLabel)><p>{tr(lang, SiteMsg::DevBanner)}</p></aside> });
    view! {
        <Html attr:lang=lang.code() attr:dir=lang.dir()/>
        <a class="skip" href="#main">{tr(lang, SiteMsg::SkipLink)}</a>
        {banner}
        <HouseNotice/>
        <Masthead lang=lang/>
        {children()}
        <Footer lang=lang/>
    }
}
