use super::use_address;
use crate::error::AppError;
use crate::i18n::{UpdateMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{SignaturesPort, Subscription, Unsubscribed};
use crate::ui::{BackLink, Done, Heading, InnerPage, Tongue, answered};
use crate::visitor::port;
use leptos::prelude::*;

/// From the link in an update's mail: one button, after which no more of them come. Mail programs press it without showing the page.
#[component]
pub fn Unsubscribe() -> impl IntoView {
    let lang = use_lang();
    let (slug, token) = use_address();
    let campaign = slug.clone();
    let subscription =
        async move { port::<SignaturesPort>()?.subscription(lang, &slug.ok_or(AppError::NotFound)?, &token).await };
    answered(subscription, campaign, move |subscription| view! { <Page subscription=subscription/> }.into_any())
}

#[component]
fn Page(subscription: Subscription) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, UpdateMsg::UnsubscribeTitle);
    let back = subscription.campaign.map(|(slug, title, text_lang)| {
        view! { <BackLink href=paths::campaign(lang, &slug) text=title tongue=Tongue::of(&text_lang, lang)/> }
    });
    let content = if use_context::<Unsubscribed>().is_some() {
        view! {
            <Done text=tr(lang, UpdateMsg::Unsubscribed)/>
            <p>{tr(lang, UpdateMsg::UnsubscribedText)}</p>
        }
        .into_any()
    } else {
        view! {
            <p class="abstract">{tr(lang, UpdateMsg::UnsubscribeText)}</p>
            <form class="form card" method="post" novalidate=true>
                <button type="submit" class="button">{tr(lang, UpdateMsg::Unsubscribe)}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            {back}
            <Heading text=title/>
            {content}
        </InnerPage>
    }
}
