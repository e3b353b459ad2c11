use super::{language_name, target_line};
use crate::campaigns::{CampaignPage, Slug};
use crate::i18n::{CampaignMsg, Conjunction, Lang, join, tr, use_lang};
use crate::paths;
use crate::ui::{Heading, Tongue};
use leptos::prelude::*;

/// Title, who is asked, who started it, and in which languages it can be read.
#[component]
pub fn CampaignHead<'a>(
    /// The campaign.
    campaign: &'a CampaignPage,
    /// The language of its texts, where it differs from the page's.
    tongue: Tongue,
) -> impl IntoView + use<> {
    let lang = use_lang();
    let who = target_line(lang, &campaign.targets);
    let languages = languages(lang, &campaign.slug, &campaign.text_lang, &campaign.languages);
    let foreign = tongue.is_foreign().then(|| {
        let names = join(lang, Conjunction::Comma, &[language_name(&campaign.text_lang)]);
        view! { <p class="meta">{tr(lang, CampaignMsg::OtherLanguage { names: &names })}</p> }
    });
    let changed = campaign.changed.clone().map(|changed| {
        let href = paths::earlier_text(lang, &campaign.slug, changed.earlier);
        view! {
            <p class="meta">
                {tr(lang, CampaignMsg::ChangedOn { day: &changed.day })}
                " "
                <a href=href>{tr(lang, CampaignMsg::EarlierText)}</a>
            </p>
        }
    });
    let unread = campaign.unread.then(|| view! { <p class="notice">{tr(lang, CampaignMsg::Unread)}</p> });
    let (text_lang, text_dir) = (tongue.lang.clone(), tongue.dir);
    view! {
        <header class="campaign-head">
            <Heading text=campaign.title.clone() length=title_length(&campaign.title) tongue=tongue/>
            <p class="to">
                <span class="to-label">{tr(lang, CampaignMsg::ToLabel)}</span>
                " "
                <span lang=text_lang.clone() dir=text_dir>{who}</span>
            </p>
            <p class="meta">
                {tr(lang, CampaignMsg::StartedBy)}
                " "
                <span class="meta-who" lang=text_lang dir=text_dir>{campaign.started_by.clone()}</span>
                {languages}
            </p>
            {foreign}
            {changed}
            {unread}
        </header>
    }
}

/// How large a title is set, by its characters.
fn title_length(title: &str) -> &'static str {
    match title.chars().count() {
        0..=24 => "short",
        25..=56 => "medium",
        _ => "long",
    }
}

/// "· in English, Español", where the other languages that the interface speaks are links.
fn languages(lang: Lang, slug: &Slug, shown: &str, all: &[String]) -> impl IntoView + use<> {
    (!all.is_empty()).then(|| {
        let items = all
            .iter()
            .enumerate()
            .map(|(i, code)| {
                let comma = if i == 0 { " " } else { ", " };
                let name = language_name(code).to_owned();
                let item = match Lang::parse(code).filter(|other| *other != lang && code != shown) {
                    Some(other) => {
                        let href = paths::campaign(other, slug);
                        view! { <a href=href lang=other.code() hreflang=other.code()>{name}</a> }.into_any()
                    }
                    None => {
                        let foreign = Tongue::of(code, lang);
                        view! { <span lang=foreign.lang>{name}</span> }.into_any()
                    }
                };
                view! { {comma}{item} }
            })
            .collect_view();
        view! { " · "{tr(lang, CampaignMsg::InLanguages)}{items} }
    })
}
