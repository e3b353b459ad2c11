use super::{Glyph, Icon};
use crate::browser;
use crate::campaigns::Slug;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use leptos::html;
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
    let field = NodeRef::<html::Input>::new();
    let (ready, can_share) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        ready.set(true);
        can_share.set(browser::can_share());
    });
    let said = RwSignal::new(None::<bool>);
    let link = format!("{url}?source=link");
    let copy = {
        let link = link.clone();
        move |_| {
            let link = link.clone();
            leptos::task::spawn_local(async move {
                let done = browser::copy(&link).await;
                if let Some(field) = field.get_untracked().filter(|_| !done) {
                    field.select();
                }
                said.set(Some(done));
            });
        }
    };
    let share = {
        let (title, url) = (title.clone(), format!("{url}?source=share"));
        move |_| {
            let (title, url) = (title.clone(), url.clone());
            leptos::task::spawn_local(async move { browser::share(&title, &url).await });
        }
    };
    let mail = {
        let url = format!("{url}?source=mail");
        let body = tr(lang, CampaignMsg::MailBody { title: &title, url: &url });
        format!("mailto:?subject={}&body={}", paths::encode(&title), paths::encode(&body))
    };
    let bare = url.split_once("://").map_or(url.as_str(), |(_, bare)| bare).to_owned();
    let result = move || {
        said.get().map(|done| {
            let text = tr(lang, if done { CampaignMsg::Copied } else { CampaignMsg::NotCopied });
            let icon = done.then(|| view! { <Icon glyph=Glyph::Check/>" " });
            view! { {icon}{text} }
        })
    };
    let copy_button = move || {
        let copy = copy.clone();
        ready.get().then(|| {
            view! {
                <button r#type="button" class="button-quiet" on:click=copy>
                    <Icon glyph=Glyph::Copy/>" "{tr(lang, CampaignMsg::Copy)}
                </button>
            }
        })
    };
    let share_button = move || {
        let share = share.clone();
        can_share.get().then(|| {
            view! {
                <button r#type="button" class="button-quiet" on:click=share>
                    <Icon glyph=Glyph::Share/>" "{tr(lang, CampaignMsg::ShareDevice)}
                </button>
            }
        })
    };
    let print_button = move || {
        ready.get().then(|| {
            view! {
                <button r#type="button" class="button-quiet" on:click=|_| browser::print()>
                    <Icon glyph=Glyph::Print/>" "{tr(lang, CampaignMsg::Print)}
                </button>
            }
        })
    };
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
                    <input node_ref=field r#type="text" class="share-url" id="share-url" readonly=true value=link/>
                    <p class="share-print">{bare}</p>
                    <div class="actions">
                        {copy_button}
                        {share_button}
                        <a class="button-quiet" href=mail>
                            <Icon glyph=Glyph::Mail/>" "{tr(lang, CampaignMsg::ShareMail)}
                        </a>
                        {print_button}
                    </div>
                    <p class="share-done" role="status">{result}</p>
                </div>
            </div>
        </section>
    }
}
