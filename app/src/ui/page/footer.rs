use super::ThemeSwitch;
use crate::i18n::{Lang, SiteMsg, tr};
use crate::paths;
use crate::site::Site;
use leptos::prelude::*;

/// The foot of every page.
#[component]
pub fn Footer(lang: Lang) -> impl IntoView {
    let site = use_context::<Site>().unwrap_or_default();
    let contact =
        site.contact.map(|address| view! { <a href=format!("mailto:{address}")>{tr(lang, SiteMsg::Contact)}</a> });
    let source = (!site.source_url.is_empty())
        .then(|| view! { <a href=site.source_url rel="external noreferrer">{tr(lang, SiteMsg::Source)}</a> });
    view! {
        <footer class="footer">
            <nav class="footer-nav" aria-label=tr(lang, SiteMsg::FooterLinks)>
                <a href=paths::home(lang)>{tr(lang, SiteMsg::Campaigns)}</a>
                <a href=paths::privacy(lang)>{tr(lang, SiteMsg::Privacy)}</a>
                <a href=format!("{}#taken", paths::privacy(lang))>{tr(lang, SiteMsg::Taken)}</a>
                <a href=paths::about(lang)>{tr(lang, SiteMsg::About)}</a>
                <a href=paths::sign_in(lang)>{tr(lang, SiteMsg::Campaigners)}</a>
                {contact}
                {source}
            </nav>
            <ThemeSwitch lang=lang/>
            <p class="footer-note">{tr(lang, SiteMsg::Promise)}</p>
        </footer>
    }
}
