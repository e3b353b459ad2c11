use super::use_address;
use crate::app::Startup;
use crate::error::AppError;
use crate::i18n::{FlowMsg, Lang, tr, use_lang};
use crate::paths;
use crate::signatures::{SignaturesPort, Thanks as View};
use crate::ui::{BackLink, Done, Heading, PageTitle, Share, Tally, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_meta::Meta;

/// "Thank you": the count at this moment, then passing it on, and the way to one's own signature; nothing else.
#[component]
pub fn Thanks() -> impl IntoView {
    let lang = use_lang();
    let (slug, _) = use_address();
    let campaign = slug.clone();
    let thanks =
        async move { port::<SignaturesPort>()?.thanks(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(thanks, campaign, move |thanks| page(lang, thanks))
}

fn page(lang: Lang, thanks: View) -> AnyView {
    let title = tr(lang, FlowMsg::ThanksTitle);
    let missing = FlowMsg::ThanksMissing(thanks.goal - thanks.count);
    let yours = match thanks.manage {
        Some(token) => view! {
            {tr(lang, FlowMsg::YoursText)}
            " "
            <a href=paths::signature(lang, &thanks.slug, &token)>{tr(lang, FlowMsg::Mine)}</a>
            ". "
            {tr(lang, FlowMsg::YoursMail)}
        }
        .into_any(),
        None => view! { {tr(lang, FlowMsg::YoursMail)} }.into_any(),
    };
    // Whoever has this address from a signer is not to believe that they have signed.
    let counts = if thanks.confirmed {
        view! { <Done text=tr(lang, FlowMsg::Counts)/> }.into_any()
    } else {
        view! {
            <p class="notice">
                {tr(lang, FlowMsg::CountsPerhaps)}
                " "
                <a href=paths::campaign(lang, &thanks.slug)>{tr(lang, FlowMsg::SignToo)}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="robots" content="noindex"/>
        <Startup/>
        <main id="main" class="page" tabindex="-1">
            <BackLink
                href=paths::campaign(lang, &thanks.slug)
                text=thanks.title.clone()
                tongue=Tongue::of(&thanks.text_lang, lang)
            />
            <Heading text=title/>
            {counts}
            <Tally count=thanks.count goal=thanks.goal closes=None open=true/>
            <p class="abstract">{tr(lang, missing)}</p>
            <Share slug=thanks.slug title=thanks.title url=thanks.share_url/>
            <section aria-labelledby="yours-title">
                <h2 id="yours-title" class="section">{tr(lang, FlowMsg::YoursTitle)}</h2>
                <p>{yours}</p>
            </section>
        </main>
    }
    .into_any()
}
