use crate::campaigns::Slug;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use crate::signatures::Source;
use crate::ui::share_ways::ShareWays;
use leptos::prelude::*;

/// Passing a campaign on: by link, by the device's own way, by mail, by QR code and on paper. Nothing of it tells a third party.
#[component]
pub fn Share(
    /// The campaign.
    slug: Slug,
    /// Its title.
    title: String,
    /// Where it is shared: absolute, without a language.
    url: String,
) -> impl IntoView {
    let lang = use_lang();
    let link = format!("{url}?source={}", Source::Link.code());
    let bare = url.split_once("://").map_or(url.as_str(), |(_, bare)| bare).to_owned();
    view! {
        <section class="share" aria-labelledby="share-title">
            <h2 id="share-title" class="section">{tr(lang, CampaignMsg::Share)}</h2>
            <div class="share-body">
                <figure class="qr">
                    <img src=paths::qr(&slug) width="160" height="160" alt=tr(lang, CampaignMsg::QrAlt)/>
                    <figcaption>{tr(lang, CampaignMsg::QrText)}</figcaption>
                </figure>
                <div class="share-ways">
                    <label for="share-url">{tr(lang, CampaignMsg::ShareLink)}</label>
                    <input r#type="text" class="share-url" id="share-url" readonly=true value=link/>
                    <p class="share-print">{bare}</p>
                    <ShareWays lang=lang title=title url=url/>
                </div>
            </div>
        </section>
    }
}
