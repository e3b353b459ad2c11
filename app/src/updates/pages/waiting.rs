use crate::campaigns::Empty;
use crate::i18n::{ReviewMsg, UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, Tongue, answered, use_saved};
use crate::updates::{UpdatesPort, WaitingUpdate};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Updates that wait for a moderator.
#[component]
pub fn WaitingUpdates() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let waiting = async move { port::<UpdatesPort>()?.waiting(&visitor()?, lang).await };
    answered(waiting, None, move |waiting| view! { <Page waiting=waiting saved=saved/> }.into_any())
}

#[component]
fn Page(waiting: Vec<WaitingUpdate>, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, UpdateMsg::WaitingTitle);
    let said = match saved.as_str() {
        "decided" => Some(view! { <Done text=tr(lang, UpdateMsg::Decided)/> }.into_any()),
        "late" => Some(view! { <p class="notice" role="status">{tr(lang, UpdateMsg::TooLate)}</p> }.into_any()),
        _ => None,
    };
    let entries = if waiting.is_empty() {
        view! { <Empty text=tr(lang, UpdateMsg::NothingWaits)/> }.into_any()
    } else {
        let items = waiting.into_iter().map(|update| {
            let tongue = Tongue::of(&update.shown.lang, lang);
            let campaign = Tongue::of(&update.campaign_lang, lang);
            view! {
                <li>
                    <p>
                        <a href=paths::review_update(lang, &update.id) lang=tongue.lang dir=tongue.dir>
                            {update.shown.title}
                        </a>
                    </p>
                    <span class="meta">
                        <span lang=campaign.lang dir=campaign.dir>{update.campaign}</span>
                        " · "
                        {update.shown.day}
                    </span>
                </li>
            }
        });
        view! { <ul class="sessions" role="list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            {said}
            {entries}
        </InnerPage>
    }
}
