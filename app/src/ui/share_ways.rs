use super::{Glyph, Icon};
use crate::browser;
use crate::i18n::{CampaignMsg, Lang, tr};
use crate::paths;
use crate::signatures::Source;
use leptos::prelude::*;

/// Buttons that pass a campaign on. Without script only the one that writes a mail is there.
#[island]
pub fn ShareWays(
    /// The reader's language.
    lang: Lang,
    /// The campaign's title.
    title: String,
    /// Where it is shared: absolute, without a language.
    url: String,
) -> impl IntoView {
    let (ready, can_share) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        ready.set(true);
        can_share.set(browser::can_share());
    });
    let from = |source: Source| format!("{url}?source={}", source.code());
    let (link, shared, mailed) = (from(Source::Link), from(Source::Share), from(Source::Mail));
    let body = tr(lang, CampaignMsg::MailBody { title: &title, url: &mailed });
    let mail = format!("mailto:?subject={}&body={}", paths::encode(&title), paths::encode(&body));

    let said = RwSignal::new(None::<bool>);
    let copy = Callback::new(move |()| {
        let link = link.clone();
        leptos::task::spawn_local(async move {
            let done = browser::copy(&link).await;
            if !done {
                browser::select("share-url");
            }
            said.set(Some(done));
        });
    });
    let share = Callback::new(move |()| {
        let (title, url) = (title.clone(), shared.clone());
        leptos::task::spawn_local(async move { browser::share(&title, &url).await });
    });
    let result = move || {
        said.get().map(|done| {
            let text = tr(lang, if done { CampaignMsg::Copied } else { CampaignMsg::NotCopied });
            let icon = done.then(|| view! { <Icon glyph=Glyph::Check/>" " });
            view! { {icon}{text} }
        })
    };
    let button = move |glyph: Glyph, text: CampaignMsg<'static>, press: Callback<()>| {
        view! {
            <button r#type="button" class="button-quiet" on:click=move |_| press.run(())>
                <Icon glyph=glyph/>" "{tr(lang, text)}
            </button>
        }
    };
    let print = Callback::new(|()| browser::print());
    view! {
        <div class="actions">
            {move || ready.get().then(|| button(Glyph::Copy, CampaignMsg::Copy, copy))}
            {move || can_share.get().then(|| button(Glyph::Share, CampaignMsg::ShareDevice, share))}
            <a class="button-quiet" href=mail>
                <Icon glyph=Glyph::Mail/>" "{tr(lang, CampaignMsg::ShareMail)}
            </a>
            {move || ready.get().then(|| button(Glyph::Print, CampaignMsg::Print, print))}
        </div>
        <p class="share-done" role="status">{result}</p>
    }
}
